# /// sample
# feature = "pep-519"
# title = "Objects that represent a path"
# order = 1
# note = "Since 3.6 any object with `__fspath__` can be used as a file name."
# [expect]
# "3.8.." = "TypeError: expected str, bytes or os.PathLike object, not int"
# [output]
# "3.8.." = """
# index.html
# pages/index.html /srv/pages/index.html
# """
# ///

import os
from pathlib import PurePosixPath


class Page:
    def __fspath__(self):
        return "pages/index.html"


print(os.path.basename(PurePosixPath("/srv/site/index.html")))
print(os.fspath(Page()), os.path.join("/srv", Page()))
print(os.fspath(5))
