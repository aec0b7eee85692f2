# /// sample
# feature = "3.13-class-annotation-scopes"
# title = "A lambda in a class's annotation"
# order = 1
# note = "Type aliases in a class may hold lambdas and comprehensions since 3.13; 3.12 refuses them, and earlier series do not know the syntax."
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
