# /// sample
# feature = "3.15-error-messages"
# title = "The method of another language"
# order = 1
# note = "Who comes from JavaScript looks for `toLowerCase`. From 3.15 on the message names what Python has instead."
# [expect]
# "3.8..3.14" = "AttributeError: 'str' object has no attribute 'toLowerCase'"
# "3.15.." = "AttributeError: 'str' object has no attribute 'toLowerCase'. Did you mean '.lower'?"
# [output]
# "3.8.." = "tea\n"
# ///

text = "TEA"
print(text.lower())
print(text.toLowerCase())
