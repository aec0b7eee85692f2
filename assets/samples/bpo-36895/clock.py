# /// sample
# feature = "bpo-36895"
# title = "The clock that is gone"
# order = 1
# note = "`time.clock` meant something else on each system. It was deprecated in 3.3 and left in 3.8."
# [expect]
# "3.8.." = "AttributeError: module 'time' has no attribute 'clock'"
# [output]
# "3.8.." = "True True\n"
# ///

import time

print(time.perf_counter() >= 0, time.process_time() >= 0)
time.clock()
