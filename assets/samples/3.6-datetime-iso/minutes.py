# /// sample
# feature = "3.6-datetime-iso"
# title = "`isoformat` with a chosen precision"
# order = 1
# note = "`timespec` is new in 3.6. Omitted digits are truncated, not rounded."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 2016-12-23T09:05:59.999999
# 2016-12-23T09:05:59
# 2016-12-23T09:05
# 2016-12-23T09:05:59.999
# """
# ///

from datetime import datetime

moment = datetime(2016, 12, 23, 9, 5, 59, 999_999)
for spec in ("auto", "seconds", "minutes", "milliseconds"):
    print(moment.isoformat(timespec=spec))
