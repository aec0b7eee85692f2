# /// sample
# feature = "3.13-comprehension-locals"
# title = "`locals()` in a comprehension"
# order = 1
# note = "In 3.12 `locals()` in a comprehension also contained the module's names. In other versions it contains only the comprehension's own variables."
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
