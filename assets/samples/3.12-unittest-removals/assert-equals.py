# /// sample
# feature = "3.12-unittest-removals"
# title = "An alias of assertEqual"
# order = 1
# note = "Deprecated since 3.2, `assertEquals` can no longer be called from 3.12 on."
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
