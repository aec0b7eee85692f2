# /// sample
# feature = "3.1-unittest-skip"
# title = "Skip a test"
# order = 1
# note = "Skipping tests, and `assertRaises` as a context manager, are new in 3.1. A skipped test is not a failure, and its reason is recorded."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True ['the parser is being rewritten']\n"
# ///

import unittest


class ParseTest(unittest.TestCase):
    @unittest.skip("the parser is being rewritten")
    def test_empty(self):
        self.fail()

    def test_word(self):
        with self.assertRaises(ValueError):
            int("word")


tests = unittest.defaultTestLoader.loadTestsFromTestCase(ParseTest)
result = tests.run(unittest.TestResult())
print(result.wasSuccessful(), [reason for _, reason in result.skipped])
