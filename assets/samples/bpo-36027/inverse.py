# /// sample
# feature = "bpo-36027"
# title = "Modular inverse with `pow`"
# order = 1
# note = "A number that has a common divisor with the modulus has no inverse."
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
