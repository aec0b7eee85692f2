# /// sample
# feature = "bpo-36027"
# title = "Divide modulo a prime"
# order = 1
# note = "A number that has a divisor in common with the modulus has no inverse."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "5 1\nbase is not invertible for the given modulus\n"
# ///

inverse = pow(3, -1, 7)
print(inverse, 3 * inverse % 7)

try:
    print(pow(2, -1, 4))
except ValueError as error:
    print(error)
