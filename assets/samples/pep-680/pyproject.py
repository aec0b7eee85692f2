# /// sample
# feature = "pep-680"
# title = "Read TOML"
# order = 1
# note = "`tomllib` is new in 3.11 and only reads; the standard library cannot write TOML."
# [expect]
# "3.8..3.10" = "ModuleNotFoundError: No module named 'tomllib'"
# "3.11.." = "runs"
# [output]
# "3.11.." = "demo [3, 11]\n2022\n"
# ///

import tomllib

settings = tomllib.loads("""
[project]
name = "demo"
requires = [3, 11]
released = 2022-10-24
""")
print(settings["project"]["name"], settings["project"]["requires"])
print(settings["project"]["released"].year)
