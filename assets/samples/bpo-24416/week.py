# /// sample
# feature = "bpo-24416"
# title = "The week by name"
# order = 1
# note = "The result can be taken apart in every series; it has names from 3.9 on."
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
