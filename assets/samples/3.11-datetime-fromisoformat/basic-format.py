# /// sample
# feature = "3.11-datetime-fromisoformat"
# title = "`fromisoformat` reads most ISO 8601 formats"
# order = 1
# note = "Up to 3.10 `fromisoformat` reads little more than what `isoformat` writes: no `Z`, and no dates without hyphens."
# [expect]
# "3.8..3.10" = "ValueError: Invalid isoformat string: '20221024T120000Z'"
# "3.11.." = "runs"
# [output]
# "3.8..3.10" = "2022-10-24 12:00:00+00:00\n"
# "3.11.." = "2022-10-24 12:00:00+00:00\n2022-10-24 12:00:00+00:00\n"
# ///

from datetime import datetime

print(datetime.fromisoformat("2022-10-24T12:00:00+00:00"))
print(datetime.fromisoformat("20221024T120000Z"))
