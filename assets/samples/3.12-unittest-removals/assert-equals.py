# /// sample
# feature = "3.12-unittest-removals"
# title = "`assertEquals` removed"
# order = 1
# note = "`assertEquals`, an alias of `assertEqual` deprecated since 3.2, was removed in 3.12."
# [expect]
# "3.8..3.11" = "runs"
# "3.12..3.14" = "AttributeError: 'TestCase' object has no attribute 'assertEquals'. Did you mean: 'assertEqual'?"
# "3.15.." = "AttributeError: 'TestCase' object has no attribute 'assertEquals'. Did you mean '.assertEqual' instead of '.assertEquals'?"
# [output]
# "3.8..3.11" = "equal\nequal again\n"
# "3.12.." = "equal\n"
# [warning]
# "3.8..3.11" = "DeprecationWarning: Please use assertEqual instead."
# ///

import unittest

case = unittest.TestCase()
case.assertEqual(1 + 1, 2)
print("equal")
case.assertEquals(1 + 1, 2)
print("equal again")
