# /// sample
# feature = "pep-742"
# title = "Narrow a type in both branches"
# order = 1
# note = "`TypeIs` is new in 3.13. If the function returns false, type checkers exclude the type; with `TypeGuard` they cannot."
# [expect]
# "3.8..3.12" = "ImportError: cannot import name 'TypeIs' from 'typing'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "True False typing.TypeIs[str]\n"
# ///

from typing import TypeIs


def is_text(value: object) -> TypeIs[str]:
    return isinstance(value, str)


print(is_text("a"), is_text(1), is_text.__annotations__["return"])
