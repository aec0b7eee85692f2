# /// sample
# feature = "3.13-queue-shutdown"
# title = "End a worker with `Queue.shutdown`"
# order = 2
# note = "Before 3.13 workers were stopped with a special item. `shutdown` ends all waiting workers once the queue is empty."
# browser = "There are no threads in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.12" = "AttributeError: 'Queue' object has no attribute 'shutdown'"
# "3.13.." = "runs"
# [output]
# "3.13.." = """
# done: sweep
# done: paint
# going home
# """
# ///

import queue
import threading

jobs = queue.Queue()


def work():
    try:
        while True:
            print("done:", jobs.get())
    except queue.ShutDown:
        print("going home")


jobs.put("sweep")
jobs.put("paint")
jobs.shutdown()
worker = threading.Thread(target=work)
worker.start()
worker.join()
