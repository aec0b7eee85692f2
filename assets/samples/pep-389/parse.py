# /// sample
# feature = "pep-389"
# title = "Parse command-line arguments"
# order = 1
# note = "`argparse` is new in 2.7 and 3.2. Invalid arguments end the program with a message on standard error."
# [expect]
# "3.8.." = "SystemExit: 2"
# [output]
# "3.8.." = "Namespace(files=['a.txt'], level=5)\n"
# ///

import argparse

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("files", nargs="+")
parser.add_argument("--level", type=int, default=3)
print(parser.parse_args(["a.txt", "--level", "5"]))
parser.parse_args(["a.txt", "--level", "high"])
