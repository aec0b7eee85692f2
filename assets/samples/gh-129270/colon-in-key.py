# /// sample
# feature = "gh-129270"
# title = "A key that contains a delimiter"
# order = 1
# note = "When written to a file, this key would be read back differently. Up to 3.13 it is written silently."
# [expect]
# "3.8..3.13" = "runs"
# "3.14.." = "configparser.InvalidWriteError: Cannot write key local:8080; contains delimiter :"
# [output]
# "3.8..3.13" = "[hosts]\nlocal:8080 = on\n"
# ///

import configparser
import io

settings = configparser.ConfigParser()
settings.read_dict({"hosts": {"local:8080": "on"}})
out = io.StringIO()
settings.write(out)
print(out.getvalue().strip())
