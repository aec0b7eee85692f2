# /// sample
# feature = "3.12-datetime-utcnow"
# title = "Naive and aware UTC times"
# order = 1
# note = "Both lines print the same moment. The first time has no time zone, and the call emits a `DeprecationWarning` since 3.12."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "1970-01-01 00:00:00\n1970-01-01 00:00:00+00:00\n"
# [warning]
# "3.12.." = "DeprecationWarning: datetime.datetime.utcfromtimestamp() is deprecated"
# ///

from datetime import datetime, timezone

print(datetime.utcfromtimestamp(0))
print(datetime.fromtimestamp(0, tz=timezone.utc))
