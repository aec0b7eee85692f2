# /// sample
# feature = "pep-428"
# title = "Paths that know their parts"
# order = 1
# note = "`pathlib` is new in 3.4. Pure paths touch no file, so that paths of another system can be handled as well."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "/srv/site/index.html .html index site\nC:\\Users\\ada site/index.html\n"
# ///

from pathlib import PurePosixPath, PureWindowsPath

page = PurePosixPath("/srv/site") / "index.html"
print(page, page.suffix, page.stem, page.parent.name)
print(PureWindowsPath("C:/Users") / "ada", page.relative_to("/srv"))
