# /// sample
# feature = "3.2-timezone"
# title = "Times with a time zone"
# order = 1
# note = "`timezone` is new in 3.2: UTC and fixed offsets. Ordering aware and naive times raises a `TypeError`."
# [expect]
# "3.8.." = "TypeError: can't compare offset-naive and offset-aware datetimes"
# [output]
# "3.8.." = """
# 2011-02-20T00:00:00+00:00
# 2011-02-19 19:00:00-05:00
# """
# ///

from datetime import datetime, timedelta, timezone

launch = datetime(2011, 2, 20, tzinfo=timezone.utc)
print(launch.isoformat())
print(launch.astimezone(timezone(timedelta(hours=-5), "EST")))
print(launch < datetime(2012, 1, 1))
