# /// sample
# feature = "pep-758"
# title = "A missing comma is still an error"
# order = 8
# note = "Leaving out the parentheses is not leaving out the comma: two types side by side are no list in any series."
# [expect]
# "3.8.." = "SyntaxError: invalid syntax"
# ///

try:
    int("twelve")
except ValueError TypeError:
    print("never reached")
