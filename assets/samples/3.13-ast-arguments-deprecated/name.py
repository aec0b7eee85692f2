# /// sample
# feature = "3.13-ast-arguments-deprecated"
# title = "A node without its name"
# order = 1
# note = "`ast.Name` needs an `id`. Without it, 3.13 and 3.14 give a warning, and 3.15 raises the exception."
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
