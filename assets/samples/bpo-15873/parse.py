# /// sample
# feature = "bpo-15873"
# title = "Parse the output of `isoformat`"
# order = 1
# note = "`fromisoformat` is new in 3.7. Up to 3.10 it reads little more than what `isoformat` writes; since 3.11 most of ISO 8601."
# [expect]
# "3.8..3.10" = "ValueError: Invalid isoformat string: '20180627T0930Z'"
# "3.11.." = "runs"
# [output]
# "3.8..3.10" = "9\n"
# "3.11.." = """
# 9
# 2018-06-27 09:30:00+00:00
# """
# ///

from datetime import datetime

print(datetime.fromisoformat("2018-06-27T09:30:00").hour)
print(datetime.fromisoformat("20180627T0930Z"))
