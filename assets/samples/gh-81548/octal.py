# /// sample
# feature = "gh-81548"
# title = "An octal escape above `\\377`"
# order = 1
# note = "Silent up to 3.10, a `DeprecationWarning` in 3.11, a `SyntaxWarning` since 3.12."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.10" = "319\n[]\n"
# "3.11" = "319\n['DeprecationWarning']\n"
# "3.12.." = "319\n['SyntaxWarning']\n"
# ///

import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(ord(eval(r'"\477"')))
print([warning.category.__name__ for warning in caught])
