# /// sample
# feature = "pep-758"
# title = "Three or more exception types"
# order = 2
# note = "The list can have any length. A comma separates types and never binds a name, unlike `except Error, name` in Python 2."
# [expect]
# "3.8..3.9" = "SyntaxError: invalid syntax"
# "3.10..3.13" = "SyntaxError: multiple exception types must be parenthesized"
# "3.14.." = "runs"
# ///

settings = {"port": "http"}

try:
    print(settings["port"] + 1)
except KeyError, IndexError, TypeError:
    print("no usable port")
