# /// sample
# feature = "3.13-dead-batteries"
# title = "A module that is not there any more"
# order = 1
# note = "`cgi` gave a warning in 3.11 and 3.12 and is gone from 3.13 on. `urllib.parse.parse_qs` reads query strings in its place."
# [expect]
# "3.8..3.12" = "runs"
# "3.13.." = "ModuleNotFoundError: No module named 'cgi'"
# [output]
# "3.8..3.12" = "{'color': ['red', 'blue']}\n('text/html', {'charset': 'utf-8'})\n"
# "3.13.." = "{'color': ['red', 'blue']}\n"
# [warning]
# "3.11..3.12" = "DeprecationWarning: 'cgi' is deprecated and slated for removal in Python 3.13"
# ///

from urllib.parse import parse_qs

print(parse_qs("color=red&color=blue"))

import cgi

print(cgi.parse_header("text/html; charset=utf-8"))
