# /// sample
# feature = "3.13-ast-arguments-deprecated"
# title = "`ast.Name` without its `id`"
# order = 1
# note = "`ast.Name` requires an `id`. Omitting it emits a `DeprecationWarning` in 3.13 and 3.14 and raises an exception since 3.15."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "TypeError: ast.Name.__init__ missing 1 required positional argument: 'id'"
# [output]
# "3.8..3.14" = "Name False\n"
# [warning]
# "3.13..3.14" = "DeprecationWarning: Name.__init__ missing 1 required positional argument: 'id'"
# ///

import ast

node = ast.Name()
print(type(node).__name__, hasattr(node, "id"))
