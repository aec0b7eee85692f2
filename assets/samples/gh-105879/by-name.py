# /// sample
# feature = "gh-105879"
# title = "Local names for `eval`, and no global ones"
# order = 1
# note = "Up to 3.12 the namespaces are accepted by position only."
# [expect]
# "3.8..3.12" = "TypeError: eval() takes no keyword arguments"
# "3.13.." = "runs"
# [output]
# "3.13.." = "12\n"
# ///

print(eval("width * height", locals={"width": 3, "height": 4}))
