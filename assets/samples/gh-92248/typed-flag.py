# /// sample
# feature = "gh-92248"
# title = "A `type` for an option that takes no value"
# order = 1
# note = "The parameter never had a useful effect here. It emits a `DeprecationWarning` in 3.12 and 3.13 and is rejected since 3.14."
# [expect]
# "3.8" = "AttributeError: module 'argparse' has no attribute 'BooleanOptionalAction'"
# "3.9..3.13" = "runs"
# "3.14.." = "TypeError: BooleanOptionalAction.__init__() got an unexpected keyword argument 'type'"
# [output]
# "3.9..3.13" = "True\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: 'type' is deprecated as of Python 3.12"
# ///

import argparse, warnings

warnings.simplefilter("always")

parser = argparse.ArgumentParser()
parser.add_argument("--color", type=bool, action=argparse.BooleanOptionalAction)
print(parser.parse_args(["--color"]).color)
