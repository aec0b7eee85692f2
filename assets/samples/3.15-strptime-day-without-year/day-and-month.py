# /// sample
# feature = "3.15-strptime-day-without-year"
# title = "`strptime` with a day and a month but no year"
# order = 1
# note = "29 February exists only in leap years, so the year matters. 3.13 and 3.14 emit a `DeprecationWarning` and 3.15 raises an error; the first line, with a year, works in all versions."
# [expect]
# "3.8..3.14" = "runs"
# "3.15.." = "ValueError: Day of month directive '%d' may not be used without a year directive. Parsing dates involving a day of month without a year is ambiguous and fails to parse leap day. Add a year to the input and format. See https://github.com/python/cpython/issues/70647."
# [output]
# "3.8..3.14" = "2024-02-29\n1900-02-28\n"
# "3.15.." = "2024-02-29\n"
# [warning]
# "3.13..3.14" = "DeprecationWarning"
# ///

from datetime import datetime

print(datetime.strptime("2024 29 02", "%Y %d %m").date())
print(datetime.strptime("28 02", "%d %m").date())
