# /// sample
# feature = "3.14-pathlib-copy-move"
# title = "Copy a file and move a directory"
# order = 1
# note = "`copy`, `copy_into`, `move` and `move_into` are new in 3.14, for files and for directories with their contents. Before, `shutil` was needed."
# [expect]
# "3.8..3.13" = "AttributeError: 'PosixPath' object has no attribute 'copy'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "['archive', 'archive/notes', 'archive/notes/today.txt', 'backup', 'backup/today.txt']\n"
# ///

import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    notes = Path(folder, "notes")
    notes.mkdir()
    (notes / "today.txt").write_text("buy oats")
    notes.copy(Path(folder, "backup"))
    Path(folder, "archive").mkdir()
    notes.move_into(Path(folder, "archive"))
    print(sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*")))
