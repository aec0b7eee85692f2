# /// sample
# feature = "3.15-error-messages"
# title = "A method name from another language"
# order = 1
# note = "JavaScript programmers look for `toLowerCase`. Since 3.15 the message suggests the Python method."
# [expect]
# "3.8..3.14" = "AttributeError: 'str' object has no attribute 'toLowerCase'"
# "3.15.." = "AttributeError: 'str' object has no attribute 'toLowerCase'. Did you mean '.lower'?"
# [output]
# "3.8.." = "tea\n"
# ///

text = "TEA"
print(text.lower())
print(text.toLowerCase())
