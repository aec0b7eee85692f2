# /// sample
# feature = "3.12-datetime-utcnow"
# title = "A time with its zone, and one without"
# order = 1
# note = "Both lines print the same moment. The first leaves out which zone it is in, and warns from 3.12."
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
