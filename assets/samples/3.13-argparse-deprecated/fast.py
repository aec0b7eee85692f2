# /// sample
# feature = "3.13-argparse-deprecated"
# title = "A deprecated command-line option"
# order = 1
# note = "Since 3.13 options, positional arguments and subcommands can be marked as deprecated; using one prints a warning to standard error."
# [expect]
# "3.8..3.9" = "TypeError: __init__() got an unexpected keyword argument 'deprecated'"
# "3.10..3.12" = "TypeError: _StoreTrueAction.__init__() got an unexpected keyword argument 'deprecated'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "Namespace(fast=True)\n"
# ///

import argparse

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--fast", action="store_true", deprecated=True)
print(parser.parse_args(["--fast"]))
