# /// sample
# feature = "pep-749"
# title = "Annotations with undefined names"
# order = 1
# note = "The class `Harbor` is never defined. The `STRING` format works anyway, and `FORWARDREF` uses a placeholder for the undefined name."
# [expect]
# "3.8..3.13" = "ModuleNotFoundError: No module named 'annotationlib'"
# "3.14.." = "runs"
# [output]
# "3.14.." = "{'to': 'Harbor', 'weight': 'int'}\nHarbor <class 'int'>\n"
# ///

from annotationlib import Format, get_annotations


def ship(to: Harbor, weight: int): ...


print(get_annotations(ship, format=Format.STRING))
marks = get_annotations(ship, format=Format.FORWARDREF)
print(marks["to"].__forward_arg__, marks["weight"])
