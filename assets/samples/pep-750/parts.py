# /// sample
# feature = "pep-750"
# title = "The parts of a template string"
# order = 1
# note = "The prefix `t` gives a `Template` whose parts can still be told apart: fixed text is a string, what stood in braces is an `Interpolation`. Older series do not know the prefix."
# [expect]
# "3.8..3.13" = "SyntaxError: invalid syntax"
# "3.14.." = "runs"
# [output]
# "3.14.." = "value name Ada ''\ntext  ' has '\nvalue apples 3 '>3'\ntext  ' apples'\n"
# ///

name, apples = "Ada", 3
template = t"{name} has {apples:>3} apples"

for part in template:
    if isinstance(part, str):
        print("text ", repr(part))
    else:
        print("value", part.expression, part.value, repr(part.format_spec))
