# /// sample
# feature = "3.10-error-messages"
# title = "The error knows what was meant"
# order = 1
# note = "The message stays as it was; a name that resembles the missing one is offered after it since 3.10."
# [expect]
# "3.8.." = "AttributeError: module 'math' has no attribute 'sqr'"
# ///

import math

math.sqr(2)
