# /// sample
# feature = "3.9-comprehension-lambda"
# title = "A `lambda` as a comprehension condition"
# order = 1
# note = "A lambda is always true, so the condition is useless. Since 3.9 it must be parenthesized."
# [expect]
# "3.9.." = "SyntaxError: invalid syntax"
# ///

print([n for n in range(3) if lambda: n])
