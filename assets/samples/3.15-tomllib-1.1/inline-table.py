# /// sample
# feature = "3.15-tomllib-1.1"
# title = "An inline table on several lines"
# order = 1
# note = "TOML 1.0 wanted such a table on one line and without a comma at the end. `tomllib` reads TOML 1.1 from 3.15 on; the module itself came with 3.11."
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
