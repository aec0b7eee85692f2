# /// sample
# feature = "3.15-tomllib-1.1"
# title = "A multi-line inline table in TOML"
# order = 1
# note = "TOML 1.0 required inline tables on one line and without a trailing comma. `tomllib` reads TOML 1.1 since 3.15; the module is new in 3.11."
# [expect]
# "3.8..3.10" = "ModuleNotFoundError: No module named 'tomllib'"
# "3.11..3.14" = "tomllib.TOMLDecodeError: Invalid initial character for a key part (at line 2, column 11)"
# "3.15.." = "runs"
# [output]
# "3.15.." = "{'server': {'host': 'localhost', 'port': 80}, 'start': datetime.time(7, 30)}\n"
# ///

import tomllib

text = """
server = {
    host = "localhost",
    port = 80,
}
start = 07:30
"""
print(tomllib.loads(text))
