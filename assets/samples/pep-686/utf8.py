# /// sample
# feature = "pep-686"
# title = "The default encoding of files"
# order = 1
# note = "Since 3.15 `open` uses UTF-8 by default. Before, the locale decided; it is UTF-8 here and on most systems, but often not on Windows."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "utf-8 naïve\n"
# ///

import tempfile

with tempfile.TemporaryFile("w+") as file:
    file.write("naïve")
    file.seek(0)
    print(file.encoding.lower(), file.read())
