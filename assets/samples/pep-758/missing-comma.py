# /// sample
# feature = "pep-758"
# title = "A missing comma is still an error"
# order = 8
# note = "Only the parentheses are optional, not the comma: two types side by side are a `SyntaxError` in all versions."
# [expect]
# "3.8.." = "SyntaxError: invalid syntax"
# ///

try:
    int("twelve")
except ValueError TypeError:
    print("never reached")
