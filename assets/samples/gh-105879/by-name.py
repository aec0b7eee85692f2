# /// sample
# feature = "gh-105879"
# title = "`eval` with only a local namespace"
# order = 1
# note = "Up to 3.12 `globals` and `locals` are positional-only."
# [expect]
# "3.8..3.12" = "TypeError: eval() takes no keyword arguments"
# "3.13.." = "runs"
# [output]
# "3.13.." = "12\n"
# ///

print(eval("width * height", locals={"width": 3, "height": 4}))
