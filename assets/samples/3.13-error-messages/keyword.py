# /// sample
# feature = "3.13-error-messages"
# title = "A typo in a keyword argument"
# order = 1
# note = "Since 3.13 the message suggests the argument that was probably meant."
# [expect]
# "3.8..3.12" = "TypeError: 'max_split' is an invalid keyword argument for split()"
# "3.13.." = "TypeError: split() got an unexpected keyword argument 'max_split'. Did you mean 'maxsplit'?"
# ///

print("a b c".split(max_split=1))
