# /// sample
# feature = "pep-424"
# title = "Estimate the length of an iterator"
# order = 1
# note = "`length_hint` is new in 3.4. It is an estimate for reserving memory and need not be exact."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "2 10\n"
# ///

import operator

letters = iter("abc")
next(letters)
print(operator.length_hint(letters), operator.length_hint((n for n in "abc"), 10))
