# /// sample
# feature = "3.12-importlib-abc-resources"
# title = "`Traversable` in `importlib.resources.abc`"
# order = 1
# note = "The class moved to `importlib.resources.abc` in 3.11. The old alias emits a `DeprecationWarning` in 3.12 and 3.13 and was removed in 3.14."
# [expect]
# "3.8..3.10" = "ModuleNotFoundError: No module named 'importlib.resources.abc'; 'importlib.resources' is not a package"
# "3.11..3.13" = "runs"
# "3.14.." = "AttributeError: module 'importlib.abc' has no attribute 'Traversable'"
# [output]
# "3.11..3.13" = "True\nTrue\n"
# "3.14.." = "True\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: 'importlib.abc.Traversable' is deprecated"
# ///

import importlib.abc
from importlib.resources.abc import Traversable

print(hasattr(Traversable, "read_text"))
print(importlib.abc.Traversable is Traversable)
