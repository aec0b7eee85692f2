# /// sample
# feature = "3.13-argparse-deprecated"
# title = "An option on its way out"
# order = 1
# note = "Options, positional arguments and subcommands may be marked as deprecated since 3.13; whoever uses one is warned on the error output."
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
