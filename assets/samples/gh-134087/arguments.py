# /// sample
# feature = "gh-134087"
# title = "A lock with an argument"
# order = 1
# note = "The argument never had a meaning. Up to 3.14 it is ignored, lately with a warning, and 3.15 refuses it."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "TypeError: RLock() takes 0 positional arguments but 1 was given"
# [output]
# "3.8..3.14" = "True\n"
# [warning]
# "3.13..3.14" = "DeprecationWarning: Passing arguments to RLock"
# ///

import threading

lock = threading.RLock("name")
print(lock.acquire(blocking=False))
