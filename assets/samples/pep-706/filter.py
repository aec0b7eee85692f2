# /// sample
# feature = "pep-706"
# title = "An archive that wants out"
# order = 1
# note = "Filters came with 3.12 and with security releases of the older series. `data` refuses what would be written outside the folder; it is the default since 3.14."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "OutsideDestinationError\n"
# ///

import io
import tarfile

data = io.BytesIO()
with tarfile.open(fileobj=data, mode="w") as archive:
    archive.addfile(tarfile.TarInfo("../escaped.txt"))
data.seek(0)
with tarfile.open(fileobj=data) as archive:
    try:
        archive.extractall("safe", filter="data")
    except tarfile.OutsideDestinationError as error:
        print(type(error).__name__)
