# /// sample
# feature = "pep-495"
# title = "The hour that comes twice"
# order = 1
# note = "`fold`, new in 3.6, tells the second of two equal times on a clock from the first. Comparing ignores it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 0 1 True
# datetime.datetime(2016, 11, 6, 1, 30, fold=1)
# """
# ///

from datetime import datetime

first = datetime(2016, 11, 6, 1, 30)
second = first.replace(fold=1)
print(first.fold, second.fold, first == second)
print(repr(second))
