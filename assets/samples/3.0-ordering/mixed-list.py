# /// sample
# feature = "3.0-ordering"
# title = "A list of mixed types cannot be sorted"
# order = 1
# note = "Numbers and strings cannot be ordered relative to each other; a key function makes them comparable. Same in all versions."
# [expect]
# "3.8.." = "TypeError: '<' not supported between instances of 'str' and 'int'"
# [output]
# "3.8.." = "[8, '9', 10]\nFalse\n"
# ///

items = [10, "9", 8]
print(sorted(items, key=int))
print(10 == "10")
print(sorted(items))
