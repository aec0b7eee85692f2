# /// sample
# feature = "pep-3127"
# title = "Octal and binary literals"
# order = 1
# note = "Before 3.0 a leading zero made a number octal; since then it is a `SyntaxError`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 464 10 0o720 0b1010
# leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# """
# ///

print(0o720, 0b1010, oct(464), bin(10))
try:
    eval("0720")
except SyntaxError as error:
    print(error.msg)
