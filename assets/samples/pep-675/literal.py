# /// sample
# feature = "pep-675"
# title = "Only literal strings"
# order = 1
# note = "`LiteralString` is new in 3.11. Type checkers reject strings built from input; at run time any string is accepted."
# [expect]
# "3.8..3.10" = "ImportError: cannot import name 'LiteralString' from 'typing'"
# "3.11.." = "runs"
# [output]
# "3.11.." = """
# SELECT 1
# SELECT 2
# """
# ///

from typing import LiteralString


def execute(sql: LiteralString) -> None:
    print(sql)


execute("SELECT 1")
execute("SELECT " + str(2))
