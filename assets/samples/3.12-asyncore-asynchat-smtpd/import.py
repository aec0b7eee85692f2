# /// sample
# feature = "3.12-asyncore-asynchat-smtpd"
# title = "A dispatcher that is no longer there"
# order = 1
# note = "The three modules left in 3.12; servers and clients are written with `asyncio`. From 3.10 on the import warned."
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
