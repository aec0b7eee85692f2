# /// sample
# feature = "pep-810"
# title = "A module that is loaded at its first use"
# order = 1
# note = "With `lazy` the import statement only notes what is wanted. Series before 3.15 do not know the keyword and refuse the file."
# [expect]
# "3.8..3.14" = "SyntaxError: invalid syntax"
# "3.15.." = "runs"
# [output]
# "3.15.." = "False\n1\nTrue\n"
# ///

import sys

sys.modules.pop("colorsys", None)
lazy import colorsys

print("colorsys" in sys.modules)
print(colorsys.rgb_to_hsv(0, 0, 1)[2])
print("colorsys" in sys.modules)
