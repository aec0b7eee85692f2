# /// sample
# feature = "pep-706"
# title = "Safe extraction of archives"
# order = 1
# note = "Filters are new in 3.12 and in security releases of older versions. `data` rejects members outside the target directory; it is the default since 3.14."
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
