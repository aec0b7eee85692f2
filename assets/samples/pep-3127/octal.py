# /// sample
# feature = "pep-3127"
# title = "Octal with 0o, binary with 0b"
# order = 1
# note = "A leading zero alone made a number octal before 3.0; since then it is refused."
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
