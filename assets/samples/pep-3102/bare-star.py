# /// sample
# feature = "pep-3102"
# title = "A keyword-only parameter"
# order = 1
# note = "Parameters after the bare `*` can only be passed by keyword. Same in all versions."
# [expect]
# "3.8.." = "TypeError: shorten() takes 1 positional argument but 2 were given"
# [output]
# "3.8.." = "key\n"
# ///

def shorten(text, *, width):
    return text[:width]


print(shorten("keyword", width=3))
print(shorten("keyword", 3))
