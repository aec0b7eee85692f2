# /// sample
# feature = "3.13-class-annotation-scopes"
# title = "A lambda in a type alias of a class"
# order = 1
# note = "Since 3.13 type aliases in a class may contain lambdas and comprehensions; 3.12, which introduced the syntax, rejects them."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.11" = "invalid syntax\n"
# "3.12" = "Cannot use lambda in annotation scope within class scope\n"
# "3.13.." = "T\n"
# ///

BOX = """
class Box[T]:
    type Maker = lambda: T
"""

try:
    exec(BOX)
    print(Box.Maker.__value__().__name__)
except SyntaxError as error:
    print(error.msg)
