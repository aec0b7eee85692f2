# /// sample
# feature = "pep-758"
# title = "Exception types in parentheses"
# order = 5
# note = "The form with parentheses is still valid: nothing has to change, and code for several versions should keep it."
# [expect]
# "3.8.." = "runs"
# ///

try:
    int("twelve")
except (ValueError, TypeError) as error:
    print("caught", type(error).__name__)
