# /// sample
# feature = "pep-649"
# title = "A name that is never defined"
# order = 7
# note = "Since 3.14 a misspelled name in an annotation raises an error only when its value is requested. The formats `FORWARDREF` and `STRING` work even then."
# [expect]
# "3.8..3.13" = "NameError: name 'Conection' is not defined"
# "3.14.." = "runs"
# ///

def send(target: Conection) -> bool:
    return True


from annotationlib import Format, get_annotations

print(send("anything"))
print(get_annotations(send, format=Format.STRING))
print(type(get_annotations(send, format=Format.FORWARDREF)["target"]))
try:
    send.__annotations__
except NameError as error:
    print("asking for the value:", error)
