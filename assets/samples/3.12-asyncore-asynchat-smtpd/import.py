# /// sample
# feature = "3.12-asyncore-asynchat-smtpd"
# title = "Importing `asyncore`"
# order = 1
# note = "`asyncore`, `asynchat` and `smtpd` were removed in 3.12; use `asyncio` for servers and clients. 3.10 and 3.11 emit a `DeprecationWarning` on import."
# [expect]
# "3.8..3.11" = "runs"
# "3.12.." = "ModuleNotFoundError: No module named 'asyncore'"
# [output]
# "3.8..3.11" = "dispatcher\n"
# ///

import asyncore


class Probe(asyncore.dispatcher):
    pass


print(Probe.__mro__[1].__name__)
