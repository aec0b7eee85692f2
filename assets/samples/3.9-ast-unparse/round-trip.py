# /// sample
# feature = "3.9-ast-unparse"
# title = "From source to a tree and back"
# order = 1
# note = "New in 3.9. The meaning is kept, spaces and superfluous parentheses are not."
# [expect]
# "3.8" = "AttributeError: module 'ast' has no attribute 'unparse'"
# "3.9.." = "runs"
# [output]
# "3.9.." = "x = 1\ny = 2 + x\n"
# ///

import ast

tree = ast.parse("x=1 ;y = (2+ x)")
print(ast.unparse(tree))
