# /// sample
# feature = "gh-130849"
# title = "Terminate the workers of a pool"
# order = 1
# note = "`terminate_workers` and `kill_workers` are new in 3.14. Pending results raise `BrokenProcessPool`."
# browser = "There are no processes in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.13" = "AttributeError: 'ProcessPoolExecutor' object has no attribute 'terminate_workers'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "True\n"
# ///

import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

if __name__ == "__main__":
    pool = ProcessPoolExecutor(max_workers=1)
    sleeping = pool.submit(time.sleep, 5)
    pool.terminate_workers()
    print(type(sleeping.exception()) is BrokenProcessPool)
