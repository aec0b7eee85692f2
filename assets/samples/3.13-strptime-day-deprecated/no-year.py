# /// sample
# feature = "3.13-strptime-day-deprecated"
# title = "`strptime` with a day and a month but no year"
# order = 1
# note = "Emits a `DeprecationWarning` in 3.13 and 3.14 and raises an error since 3.15. With a year it works in all versions."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "ValueError: Day of month directive '%d' may not be used without a year directive. Parsing dates involving a day of month without a year is ambiguous and fails to parse leap day. Add a year to the input and format. See https://github.com/python/cpython/issues/70647."
# [output]
# "3.8..3.14" = "2\n2\n"
# "3.15.." = "2\n"
# [warning]
# "3.13..3.14" = "DeprecationWarning: Parsing dates involving a day of month without a year"
# ///

from datetime import datetime

print(datetime.strptime("2024-02-28", "%Y-%m-%d").month)
print(datetime.strptime("02-28", "%m-%d").month)
