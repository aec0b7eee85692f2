# /// sample
# feature = "3.10-error-messages"
# title = "The message suggests a similar name"
# order = 1
# note = "Since 3.10 a suggestion of a similar name follows the message, which is otherwise unchanged."
# [expect]
# "3.8.." = "AttributeError: module 'math' has no attribute 'sqr'"
# ///

import math

math.sqr(2)
