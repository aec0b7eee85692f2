# /// sample
# feature = "pep-421"
# title = "`SimpleNamespace`"
# order = 1
# note = "`SimpleNamespace` and `sys.implementation` are new in 3.3. Since 3.9 the `repr` shows attributes in the order in which they were set; before, it sorted them."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "namespace(x=2, y=1) True cpython\n"
# "3.9.." = "namespace(y=1, x=2) True cpython\n"
# ///

import sys
from types import SimpleNamespace

point = SimpleNamespace(y=1)
point.x = 2
print(point, point == SimpleNamespace(x=2, y=1), sys.implementation.name)
