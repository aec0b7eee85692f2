# /// sample
# feature = "bpo-6081"
# title = "A value for what is missing"
# order = 1
# note = "`format_map` asks the mapping itself, so that `__missing__` is called; `format` copies it first. The same in every series."
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
