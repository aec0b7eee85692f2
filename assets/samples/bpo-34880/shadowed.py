# /// sample
# feature = "bpo-34880"
# title = "A variable named `AssertionError`"
# order = 1
# note = "Up to 3.8 a failing `assert` raises whatever `AssertionError` currently refers to."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8" = "the variable was raised\n"
# "3.9.." = "the real one was raised: one is not more\n"
# ///

AssertionError = ValueError

try:
    assert 1 > 2, "one is not more"
except ValueError:
    print("the variable was raised")
except Exception as error:
    print("the real one was raised:", error)
