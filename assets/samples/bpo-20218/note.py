# /// sample
# feature = "bpo-20218"
# title = "Read and write a whole file"
# order = 1
# note = "The four methods are new in 3.5; two of them are for bytes."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "8 'buy oats' b'buy'\n"
# ///

import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    note = Path(folder, "note.txt")
    print(note.write_text("buy oats"), repr(note.read_text()), note.read_bytes()[:3])
