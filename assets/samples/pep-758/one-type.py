# /// sample
# feature = "pep-758"
# title = "One type needs none"
# order = 6
# note = "A single type never needed parentheses, with or without `as`; nothing differs between the series."
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
