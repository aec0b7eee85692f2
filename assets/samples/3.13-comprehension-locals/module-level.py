# /// sample
# feature = "3.13-comprehension-locals"
# title = "What a comprehension sees as its locals"
# order = 1
# note = "In 3.12 the names of the module showed up in `locals()` of a comprehension. Before and after, the comprehension has its own."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.11" = "True False\n"
# "3.12" = "True True\n"
# "3.13.." = "True False\n"
# ///

fruit = "pear"
seen = [sorted(locals()) for number in range(1)][0]
print("number" in seen, "fruit" in seen)
