# /// sample
# feature = "3.8-ast-constants"
# title = "`ast.Num` is deprecated"
# order = 1
# note = "Since 3.8 `ast.Num` creates an `ast.Constant`. 3.12 emits a `DeprecationWarning`, and 3.14 removed it."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "AttributeError: module 'ast' has no attribute 'Num'"
# [output]
# "3.8..3.13" = "Constant 3\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: ast.Num is deprecated and will be removed in Python 3.14; use ast.Constant instead"
# ///

import ast

node = ast.Num(3)
print(type(node).__name__, node.value)
