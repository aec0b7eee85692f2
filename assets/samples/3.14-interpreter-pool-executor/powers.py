# /// sample
# feature = "3.14-interpreter-pool-executor"
# title = "A pool of interpreters"
# order = 1
# note = "Each worker is a thread with its own interpreter, which does not wait for the GIL of the others. `InterpreterPoolExecutor` is new in 3.14."
# browser = "There are no threads and no further interpreters in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.13" = "ImportError: cannot import name 'InterpreterPoolExecutor' from 'concurrent.futures'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "[1024, 59049]\n"
# ///

from concurrent.futures import InterpreterPoolExecutor

if __name__ == "__main__":
    with InterpreterPoolExecutor() as pool:
        print(list(pool.map(pow, [2, 3], [10, 10])))
