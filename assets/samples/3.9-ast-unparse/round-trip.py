# /// sample
# feature = "3.9-ast-unparse"
# title = "Convert a syntax tree back to source"
# order = 1
# note = "`ast.unparse` is new in 3.9. The meaning is preserved; spaces and redundant parentheses are not."
# [expect]
# "3.8" = "AttributeError: module 'ast' has no attribute 'unparse'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "x = 1\ny = 2 + x\n"
# ///

import ast

tree = ast.parse("x=1 ;y = (2+ x)")
print(ast.unparse(tree))
