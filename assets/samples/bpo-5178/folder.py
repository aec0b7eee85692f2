# /// sample
# feature = "bpo-5178"
# title = "A folder for the time being"
# order = 1
# note = "New in 3.2: the folder goes with all that is in it when the block is left."
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
