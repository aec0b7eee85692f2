# /// sample
# feature = "3.13-queue-shutdown"
# title = "Shut down a queue"
# order = 1
# note = "`shutdown` is new in 3.13. Items still in the queue can be fetched; after that `get` raises `ShutDown`."
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
