# /// sample
# feature = "3.14-ast-constant-classes"
# title = "`ast.Num` and `ast.Constant`"
# order = 1
# note = "`ast.Num`, an alias since 3.8, emits a `DeprecationWarning` in 3.12 and 3.13 and was removed in 3.14. `ast.Constant` works in all versions."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "AttributeError: module 'ast' has no attribute 'Num'"
# [output]
# "3.8..3.13" = "True 42\nTrue\n"
# "3.14.." = "True 42\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: ast.Num is deprecated and"
# ///

import ast

node = ast.parse("42", mode="eval").body
print(isinstance(node, ast.Constant), node.value)
print(isinstance(node, ast.Num))
