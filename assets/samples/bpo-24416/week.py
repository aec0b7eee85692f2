# /// sample
# feature = "bpo-24416"
# title = "`isocalendar` returns a named tuple"
# order = 1
# note = "The result can be unpacked in all versions; its fields have names since 3.9."
# [expect]
# "3.8" = "AttributeError: 'tuple' object has no attribute 'week'"
# "3.9.." = "runs"
# [output]
# "3.8" = "2020 41 1\n"
# "3.9.." = "2020 41 1\n41\n"
# ///

from datetime import date

year, week, weekday = date(2020, 10, 5).isocalendar()
print(year, week, weekday)
print(date(2020, 10, 5).isocalendar().week)
