# /// sample
# feature = "bpo-43833"
# title = "A numeric literal immediately followed by a keyword"
# order = 1
# note = "Silent up to 3.9, a `DeprecationWarning` in 3.10, a `SyntaxWarning` since 3.11; planned to become an error."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.9" = "1\n[]\n"
# "3.10" = "1\n['DeprecationWarning']\n"
# "3.11.." = "1\n['SyntaxWarning']\n"
# ///

import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(eval("1if True else 2"))
print([warning.category.__name__ for warning in caught])
