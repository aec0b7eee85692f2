# /// sample
# feature = "pep-680"
# title = "Reading TOML"
# order = 1
# note = "The module is new in 3.11 and reads only; nothing in the standard library writes TOML."
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
