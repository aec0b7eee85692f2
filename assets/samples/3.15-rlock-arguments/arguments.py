# /// sample
# feature = "3.15-rlock-arguments"
# title = "A lock that takes no arguments"
# order = 1
# note = "The lock written in C used to ignore whatever it got, in the end with a warning. 3.15 refuses arguments."
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
