# /// sample
# feature = "3.4-textwrap-shorten"
# title = "One line of a given width"
# order = 1
# note = "White space is reduced first; words go from the end until the rest and the placeholder fit."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "a long walk by the sea\na long walk [...]\na long walk…\n"
# ///

import textwrap

text = "a  long walk\nby the sea"
print(textwrap.shorten(text, width=22))
print(textwrap.shorten(text, width=18))
print(textwrap.shorten(text, width=12, placeholder="…"))
