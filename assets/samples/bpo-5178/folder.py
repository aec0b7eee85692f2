# /// sample
# feature = "bpo-5178"
# title = "A temporary directory"
# order = 1
# note = "`TemporaryDirectory` is new in 3.2: the directory and its contents are deleted when the block exits."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# ['note.txt']
# False
# """
# ///

import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    open(os.path.join(folder, "note.txt"), "w").close()
    print(os.listdir(folder))
print(os.path.exists(folder))
