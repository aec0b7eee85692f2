# /// sample
# feature = "pep-747"
# title = "A parameter for any type expression"
# order = 1
# note = "`TypeForm` is new in 3.15. It covers what `type` does not, such as unions; at run time it returns its argument."
# [expect]
# "3.8..3.14" = "ImportError: cannot import name 'TypeForm' from 'typing'"
# "3.15.." = "runs"
# [output]
# "3.15.." = "int | None typing.TypeForm[int]\n"
# ///

from typing import TypeForm

Optional = TypeForm(int | None)
print(Optional, TypeForm[int])
