# /// sample
# feature = "bpo-36817"
# title = "The `=` specifier in f-strings"
# order = 1
# note = "The text of the expression is printed as written; a format specifier may follow."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "width * 2=14 name='crate' width / 3=2.33\n"
# ///

width = 7
name = "crate"
print(f"{width * 2=} {name=} {width / 3=:.2f}")
