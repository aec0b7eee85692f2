# /// sample
# feature = "3.1-unittest-skip"
# title = "A test that is skipped"
# order = 1
# note = "Skipping, and `assertRaises` as a context manager, came with 3.1. A skipped test is no failure, and its reason is kept."
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
