# /// sample
# feature = "3.13-queue-shutdown"
# title = "A queue that closes when it is empty"
# order = 1
# note = "`shutdown` is new in 3.13. What is in the queue can still be fetched; then `get` raises `ShutDown`."
# [expect]
# "3.8..3.12" = "AttributeError: 'Queue' object has no attribute 'shutdown'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "the last job\nclosed\n"
# ///

import queue

jobs = queue.Queue()
jobs.put("the last job")
jobs.shutdown()
print(jobs.get())
try:
    jobs.get()
except queue.ShutDown:
    print("closed")
