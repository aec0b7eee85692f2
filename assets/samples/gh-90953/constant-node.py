# /// sample
# feature = "gh-90953"
# title = "A number in a syntax tree"
# order = 1
# note = "A literal is an `ast.Constant` in every series. The old class for numbers still answers up to 3.13, with a warning from 3.12, and is gone from 3.14."
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
