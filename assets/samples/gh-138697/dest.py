# /// sample
# feature = "gh-138697"
# title = "The attribute name of an option"
# order = 1
# note = "If an action has a short option and a long one with a single dash, the short one names the attribute up to 3.14, the long one since 3.15; with `dest=` all versions agree."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.14" = "Namespace(f='bar')\n"
# "3.15.." = "Namespace(foo='bar')\n"
# ///

import argparse

parser = argparse.ArgumentParser()
parser.add_argument("-f", "-foo")
print(parser.parse_args(["-f", "bar"]))
