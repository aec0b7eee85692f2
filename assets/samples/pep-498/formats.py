# /// sample
# feature = "pep-498"
# title = "Expressions and formats in an f-string"
# order = 1
# note = "After the colon comes a format specifier, which may itself contain expressions; `!r` applies `repr`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "2.5 m is 250 cm\n|     2.50|\nname: 'Ada'\n{size}\n"
# ///

size, width, name = 2.5, 9, "Ada"
print(f"{size} m is {size * 100:.0f} cm")
print(f"|{size:{width}.2f}|")
print(f"name: {name!r}")
print(f"{{size}}")
