# /// sample
# feature = "pep-709"
# title = "`locals()` in a module-level comprehension"
# order = 1
# note = "In 3.12 it also contained the names of the module. Since 3.13 it contains only the comprehension's own variables, still without `.0`."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.11" = "['.0', 'letter']\n"
# "3.12" = "['letter', 'outer']\n"
# "3.13.." = "['letter']\n"
# ///

outer = "seen?"
names = [sorted(n for n in locals() if n in (".0", "letter", "outer")) for letter in "a"]
print(names[0])
