# /// sample
# feature = "pep-758"
# title = "With as, the parentheses stay"
# order = 4
# note = "Without parentheses, `as error` would look as if it belonged to the last type only, so every series refuses this. Put parentheses around the types and it runs everywhere."
# [expect]
# "3.8..3.9" = "SyntaxError: invalid syntax"
# "3.10..3.13" = "SyntaxError: multiple exception types must be parenthesized"
# "3.14.." = "SyntaxError: multiple exception types must be parenthesized when using 'as'"
# ///

try:
    int("twelve")
except ValueError, TypeError as error:
    print("caught", error)
