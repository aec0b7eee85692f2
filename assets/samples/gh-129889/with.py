# /// sample
# feature = "gh-129889"
# title = "Set a context variable for one block"
# order = 1
# note = "`set` has always returned a `Token`. Since 3.14 it is a context manager that resets the variable at the end."
# [expect]
# "3.8..3.10" = "AttributeError: __enter__"
# "3.11..3.13" = "TypeError: '_contextvars.Token' object does not support the context manager protocol"
# "3.14.." = "runs"
# [output]
# "3.14.." = "1\n0\n"
# ///

from contextvars import ContextVar

level = ContextVar("level", default=0)
with level.set(1):
    print(level.get())
print(level.get())
