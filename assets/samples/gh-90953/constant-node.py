# /// sample
# feature = "gh-90953"
# title = "A number in a syntax tree"
# order = 1
# note = "A literal is an `ast.Constant` in all versions. `ast.Num` still works up to 3.13, with a `DeprecationWarning` since 3.12, and was removed in 3.14."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "AttributeError: module 'ast' has no attribute 'Num'"
# [output]
# "3.8..3.13" = "Constant 42\nTrue\n"
# "3.14.." = "Constant 42\n"
# [warning]
# "3.12..3.13" = "DeprecationWarning: ast.Num is deprecated"
# ///

import ast

node = ast.parse("42").body[0].value
print(type(node).__name__, node.value)
print(isinstance(node, ast.Num))
