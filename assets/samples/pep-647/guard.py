# /// sample
# feature = "pep-647"
# title = "A function that narrows a type"
# order = 1
# note = "`TypeGuard` is new in 3.10. If the function returns true, type checkers treat its argument as the given type; at run time it is an ordinary function."
# [expect]
# "3.8..3.9" = "ImportError: cannot import name 'TypeGuard' from 'typing'"
# "3.10.." = "runs"
# [output]
# "3.10.." = "True False\n"
# ///

from typing import List, TypeGuard


def all_text(values: List[object]) -> TypeGuard[List[str]]:
    return all(isinstance(value, str) for value in values)


print(all_text(["a", "b"]), all_text(["a", 1]))
