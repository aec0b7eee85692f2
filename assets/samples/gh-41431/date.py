# /// sample
# feature = "gh-41431"
# title = "Parse a date"
# order = 1
# note = "Up to 3.13 only `datetime.datetime` has `strptime`."
# [expect]
# "3.8..3.9" = "AttributeError: type object 'datetime.date' has no attribute 'strptime'"
# "3.10..3.13" = "AttributeError: type object 'datetime.date' has no attribute 'strptime'. Did you mean: 'strftime'?"
# "3.14.." = "runs"
# [output]
# "3.14.." = "2025-10-07\n14:30:00\n"
# ///

from datetime import date, time

print(date.strptime("2025-10-07", "%Y-%m-%d"))
print(time.strptime("14:30", "%H:%M"))
