# /// sample
# feature = "pep-750"
# title = "The parts of a template string"
# order = 1
# note = "The prefix `t` creates a `Template` that keeps its parts separate: fixed text is a string, each field in braces an `Interpolation`. Before 3.14 this is a `SyntaxError`."
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
