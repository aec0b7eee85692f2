# /// sample
# feature = "pep-667"
# title = "`locals()` returns a snapshot"
# order = 1
# note = "Since 3.13 each call of `locals()` in a function returns a new dictionary. Before, all calls shared one, so the second call changed the first result."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.12" = "['apples', 'names', 'pears']\n"
# "3.13.." = "['apples']\n"
# ///

def shop():
    apples = 3
    names = locals()
    pears = 5
    locals()
    return sorted(names)


print(shop())
