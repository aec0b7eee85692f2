# /// sample
# feature = "3.14-error-messages"
# title = "`elif` after `else`"
# order = 1
# note = "This is an error in all versions. Since 3.14 the message says what is wrong."
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
