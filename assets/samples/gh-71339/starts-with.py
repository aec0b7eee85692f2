# /// sample
# feature = "gh-71339"
# title = "A string that should start differently"
# order = 1
# note = "The assertion is new in 3.14. Its message shows the string and the expected prefix."
# [expect]
# "3.8..3.13" = "AttributeError: 'TestCase' object has no attribute 'assertStartsWith'"
# "3.14.." = "AssertionError: 'Python 3.13' doesn't start with 'Python 3.14'"
# [output]
# "3.14.." = "begins right\n"
# ///

import unittest

case = unittest.TestCase()
case.assertStartsWith("Python 3.13", "Python")
print("begins right")
case.assertStartsWith("Python 3.13", "Python 3.14")
