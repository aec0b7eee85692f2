# /// sample
# feature = "pep-758"
# title = "With parentheses, as ever"
# order = 5
# note = "The form with parentheses is as valid as it was: nothing has to be changed, and code for several series keeps it."
# [expect]
# "3.8.." = "runs"
# ///

try:
    int("twelve")
except (ValueError, TypeError) as error:
    print("caught", type(error).__name__)
