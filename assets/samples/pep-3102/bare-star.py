# /// sample
# feature = "pep-3102"
# title = "An argument that must be named"
# order = 1
# note = "What stands after the bare `*` can be passed by name only. The same in every series."
# [expect]
# "3.8.." = "TypeError: shorten() takes 1 positional argument but 2 were given"
# [output]
# "3.8.." = "key\n"
# ///

def shorten(text, *, width):
    return text[:width]


print(shorten("keyword", width=3))
print(shorten("keyword", 3))
