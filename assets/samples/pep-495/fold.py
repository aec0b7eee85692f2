# /// sample
# feature = "pep-495"
# title = "The repeated hour"
# order = 1
# note = "`fold`, new in 3.6, distinguishes the second of two identical local times from the first. Comparisons ignore it."
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
