# /// sample
# feature = "3.14-map-strict"
# title = "`map` with inputs of different lengths"
# order = 1
# note = "Without `strict`, `map` stops at the shortest input. Since 3.14 `strict=True` raises a `ValueError`; before, `map` took no keyword arguments."
# [expect]
# "3.8..3.13" = "TypeError: map() takes no keyword arguments"
# "3.14.." = "ValueError: map() argument 2 is shorter than argument 1"
# [output]
# "3.8.." = "[16]\n"
# ///

print(list(map(pow, [2, 3], [4])))
print(list(map(pow, [2, 3], [4], strict=True)))
