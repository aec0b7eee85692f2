# /// sample
# feature = "pep-3101"
# title = "Format fields with `str.format`"
# order = 1
# note = "`str.format` is new in 2.6 and 3.0. A field can name an argument, its attribute or an index of it, and a format."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 3 of 8: 37.5 %
#      b|007
# """
# ///

print("{0} of {1}: {2:.1f} %".format(3, 8, 37.5))
print("{place[1]:>6}|{size.real:03}".format(place="ab", size=7))
