# /// sample
# feature = "3.14-error-messages"
# title = "elif after else"
# order = 1
# note = "The mistake is the same in every series. From 3.14 the message says what it is."
# [expect]
# "3.8..3.13" = "SyntaxError: invalid syntax"
# "3.14.." = "SyntaxError: 'elif' block follows an 'else' block"
# ///

n = 3
if n > 5:
    print("many")
else:
    print("few")
elif n == 0:
    print("none")
