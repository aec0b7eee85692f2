# /// sample
# feature = "bpo-36895"
# title = "`time.clock` removed"
# order = 1
# note = "`time.clock` behaved differently on each platform. It was deprecated in 3.3 and removed in 3.8."
# [expect]
# "3.8.." = "AttributeError: module 'time' has no attribute 'clock'"
# [output]
# "3.8.." = "True True\n"
# ///

import time

print(time.perf_counter() >= 0, time.process_time() >= 0)
time.clock()
