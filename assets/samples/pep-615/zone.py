# /// sample
# feature = "pep-615"
# title = "IANA time zones"
# order = 1
# note = "`zoneinfo` is new in 3.9. The data comes from the system or from the package `tzdata`."
# browser = "There is no database of time zones in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8" = "ModuleNotFoundError: No module named 'zoneinfo'"
# "3.9.." = "runs"
# [output]
# "3.9.." = """
# CEST 2:00:00
# CET 1:00:00
# """
# ///

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

noon = datetime(2020, 10, 24, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
print(noon.tzname(), noon.utcoffset())
later = noon + timedelta(days=1)
print(later.tzname(), later.utcoffset())
