# /// sample
# feature = "pep-418"
# title = "A clock that never goes backwards"
# order = 1
# note = "`perf_counter`, `monotonic` and `get_clock_info` are new in 3.3."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# True True
# True
# """
# ///

import time

start = time.perf_counter()
sum(range(1000))
print(time.perf_counter() >= start, time.get_clock_info("monotonic").monotonic)
print(time.get_clock_info("time").adjustable)
