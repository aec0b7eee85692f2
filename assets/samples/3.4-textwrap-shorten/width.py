# /// sample
# feature = "3.4-textwrap-shorten"
# title = "Shorten text to a given width"
# order = 1
# note = "White space is collapsed first; then words are dropped from the end until the rest and the placeholder fit."
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
