# /// sample
# feature = "pep-389"
# title = "Arguments of a program"
# order = 1
# note = "`argparse` came with 3.2 and 2.7. What does not fit ends the program with a message on the error output."
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
