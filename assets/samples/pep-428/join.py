# /// sample
# feature = "pep-428"
# title = "Paths as objects"
# order = 1
# note = "`pathlib` is new in 3.4. Pure paths access no files, so they can also represent paths of another operating system."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "/srv/site/index.html .html index site\nC:\\Users\\ada site/index.html\n"
# ///

from pathlib import PurePosixPath, PureWindowsPath

page = PurePosixPath("/srv/site") / "index.html"
print(page, page.suffix, page.stem, page.parent.name)
print(PureWindowsPath("C:/Users") / "ada", page.relative_to("/srv"))
