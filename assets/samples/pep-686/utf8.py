# /// sample
# feature = "pep-686"
# title = "Which encoding a file has"
# order = 1
# note = "UTF-8 is what `open` means since 3.15. Before, that was up to the system's settings, which are UTF-8 here and on most systems, so that nothing differs; on Windows it may."
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
