# /// sample
# feature = "3.2-unittest-aliases"
# title = "The old alias of `assertEqual`"
# order = 1
# note = "`assertEquals` was deprecated in 3.2 and removed in 3.12. 3.15 words the suggestion in the error differently."
# [expect]
# "3.8..3.11" = "runs"
# "3.12..3.14" = "AttributeError: 'TestCase' object has no attribute 'assertEquals'. Did you mean: 'assertEqual'?"
# "3.15.." = "AttributeError: 'TestCase' object has no attribute 'assertEquals'. Did you mean '.assertEqual' instead of '.assertEquals'?"
# [output]
# "3.8..3.11" = "equal\n"
# [warning]
# "3.8..3.11" = "Please use assertEqual instead."
# ///

import unittest
import warnings

warnings.simplefilter("always")
case = unittest.TestCase()
case.assertEqual(2 + 2, 4)
case.assertEquals(2 + 2, 4)
print("equal")
