# /// sample
# feature = "3.15-rlock-arguments"
# title = "`RLock` rejects arguments"
# order = 1
# note = "The C implementation of `RLock` used to ignore all arguments, lately with a warning. 3.15 rejects them."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "TypeError: RLock() takes 0 positional arguments but 1 was given"
# [output]
# "3.8..3.14" = "True\n"
# [warning]
# "3.14" = "DeprecationWarning"
# ///

import threading

lock = threading.RLock("my lock")
print(lock.acquire())
lock.release()
