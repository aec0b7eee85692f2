# /// sample
# feature = "bpo-6081"
# title = "Defaults for missing fields"
# order = 1
# note = "`format_map` uses the mapping itself, so `__missing__` is called; `format` copies it first. Same in all versions."
# [expect]
# "3.8.." = "KeyError: 'last'"
# [output]
# "3.8.." = "Ada ?\n"
# ///

class Blank(dict):
    def __missing__(self, key):
        return "?"


names = Blank(first="Ada")
print("{first} {last}".format_map(names))
print("{first} {last}".format(**names))
