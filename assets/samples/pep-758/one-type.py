# /// sample
# feature = "pep-758"
# title = "A single exception type"
# order = 6
# note = "A single type never needed parentheses, with or without `as`; this is the same in all versions."
# [expect]
# "3.8.." = "runs"
# ///

try:
    int("twelve")
except ValueError as error:
    print("caught", error)

try:
    {}["missing"]
except KeyError:
    print("caught a KeyError")
