# /// sample
# feature = "pep-675"
# title = "Only text that stands in the program"
# order = 1
# note = "`LiteralString` is new in 3.11. Type checkers refuse what was put together from input; at run time any text passes."
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
