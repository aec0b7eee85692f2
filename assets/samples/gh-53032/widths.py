# /// sample
# feature = "gh-53032"
# title = "IEEE 754 decimal contexts"
# order = 1
# note = "The precision in digits and the largest exponent of the three common widths. The function is new in 3.14."
# [expect]
# "3.8..3.9" = "AttributeError: module 'decimal' has no attribute 'IEEEContext'"
# "3.10..3.13" = "AttributeError: module 'decimal' has no attribute 'IEEEContext'. Did you mean: 'getcontext'?"
# "3.14.." = "runs"
# [output]
# "3.14.." = "32 7 96\n64 16 384\n128 34 6144\n"
# ///

import decimal

for bits in (32, 64, 128):
    context = decimal.IEEEContext(bits)
    print(bits, context.prec, context.Emax)
