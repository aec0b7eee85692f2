# /// sample
# feature = "pep-618"
# title = "`zip` with lists of different lengths"
# order = 1
# note = "Without `strict` the third name is dropped silently. The parameter is new in 3.10."
# [expect]
# "3.8..3.9" = "TypeError: zip() takes no keyword arguments"
# "3.10.." = "ValueError: zip() argument 2 is shorter than argument 1"
# [output]
# "3.8.." = "[('Ada', 1815), ('Grace', 1906)]\n"
# ///

names = ["Ada", "Grace", "Barbara"]
years = [1815, 1906]

print(list(zip(names, years)))
print(list(zip(names, years, strict=True)))
