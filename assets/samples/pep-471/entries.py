# /// sample
# feature = "pep-471"
# title = "List a directory with file information"
# order = 1
# note = "`scandir` is new in 3.5. Most systems report the file type while listing, so no extra call per file is needed."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "[('drafts', True), ('note.txt', False)]\n"
# ///

import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "drafts"))
    open(os.path.join(folder, "note.txt"), "w").close()
    with os.scandir(folder) as entries:
        print(sorted((entry.name, entry.is_dir()) for entry in entries))
