# /// sample
# feature = "gh-134087"
# title = "`RLock` with an argument"
# order = 1
# note = "The argument never had any effect. It is ignored up to 3.14, with a `DeprecationWarning` since 3.13, and rejected in 3.15."
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
