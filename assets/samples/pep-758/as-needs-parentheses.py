# /// sample
# feature = "pep-758"
# title = "`as` still requires parentheses"
# order = 4
# note = "Without parentheses, `as error` would seem to belong to the last type only, so it is an error in all versions. With parentheses around the types it works everywhere."
# [expect]
# "3.8..3.9" = "SyntaxError: invalid syntax"
# "3.10..3.13" = "SyntaxError: multiple exception types must be parenthesized"
# "3.14.." = "SyntaxError: multiple exception types must be parenthesized when using 'as'"
# ///

try:
    int("twelve")
except ValueError, TypeError as error:
    print("caught", error)
