# /// sample
# feature = "gh-60191"
# title = "Compare two syntax trees"
# order = 1
# note = "`ast.compare` is new in 3.14. It ignores spaces and redundant parentheses."
# [expect]
# "3.8..3.13" = "AttributeError: module 'ast' has no attribute 'compare'"
# "3.14.." = "runs"
# [output]
# "3.14.." = """
# True
# False
# """
# ///

import ast

print(ast.compare(ast.parse("f( 1 )"), ast.parse("f(1)")))
print(ast.compare(ast.parse("f(1)"), ast.parse("f(2)")))
