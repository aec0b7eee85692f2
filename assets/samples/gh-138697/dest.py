# /// sample
# feature = "gh-138697"
# title = "Which name does the value get?"
# order = 1
# note = "With a short option and a long one that begins with one dash, the value was named after the short one. From 3.15 on the long one counts; with `dest=` it is the same everywhere."
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
