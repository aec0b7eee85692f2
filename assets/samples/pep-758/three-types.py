# /// sample
# feature = "pep-758"
# title = "Three types and more"
# order = 2
# note = "The list may be as long as it needs to be. A comma separates types and never binds a name, unlike the `except Error, name` of Python 2."
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
