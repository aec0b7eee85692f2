# /// sample
# feature = "pep-749"
# title = "Names that do not exist"
# order = 1
# note = "The class `Harbor` is never defined. As strings the annotations can be had all the same, and the other name can be found out with a stand-in for the missing one."
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
