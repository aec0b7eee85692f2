# /// sample
# feature = "3.9-comprehension-lambda"
# title = "A lambda as condition"
# order = 1
# note = "A lambda is true, so that the condition is of no use. From 3.9 on it needs parentheses."
# [expect]
# "3.9.." = "SyntaxError: invalid syntax"
# ///

print([n for n in range(3) if lambda: n])
