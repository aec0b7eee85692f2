# /// sample
# feature = "pep-678"
# title = "Add a note to an exception"
# order = 1
# note = "New in 3.11. A traceback shows the notes below the message, and `__notes__` contains them."
# [expect]
# "3.8..3.10" = "AttributeError: 'ValueError' object has no attribute 'add_note'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "['in line 3 of prices.csv']\n"
# ///

try:
    int("twelve")
except ValueError as error:
    error.add_note("in line 3 of prices.csv")
    print(error.__notes__)
