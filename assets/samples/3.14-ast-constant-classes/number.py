# /// sample
# feature = "3.14-ast-constant-classes"
# title = "A number in a syntax tree"
# order = 1
# note = "`ast.Num` had been an alias since 3.8 and warned in 3.12 and 3.13. From 3.14 it is gone; `ast.Constant` does the same everywhere."
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
