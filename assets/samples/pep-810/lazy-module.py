# /// sample
# feature = "pep-810"
# title = "A lazily imported module"
# order = 1
# note = "Since 3.15 `lazy import` defers loading the module until its first use. Before 3.15 this is a `SyntaxError`."
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
