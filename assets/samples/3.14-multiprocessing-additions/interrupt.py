# /// sample
# feature = "3.14-multiprocessing-additions"
# title = "Interrupt a process"
# order = 1
# note = "`interrupt` is new in 3.14. The process receives `SIGINT` and can clean up, which it cannot do after `terminate`."
# browser = "There are no processes in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.13" = "AttributeError: 'Process' object has no attribute 'interrupt'"
# "3.14.." = "runs"
# [output]
# "3.14.." = """
# cleaned up
# 0
# """
# ///

import multiprocessing
import time


def work(begun):
    try:
        begun.set()
        time.sleep(60)
    except KeyboardInterrupt:
        print("cleaned up", flush=True)


if __name__ == "__main__":
    begun = multiprocessing.Event()
    process = multiprocessing.Process(target=work, args=(begun,), daemon=True)
    process.start()
    begun.wait()
    process.interrupt()
    process.join()
    print(process.exitcode)
