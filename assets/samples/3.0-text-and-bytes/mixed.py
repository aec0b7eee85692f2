# /// sample
# feature = "3.0-text-and-bytes"
# title = "Text and bytes do not add up"
# order = 1
# note = "Text has to be encoded, or bytes decoded, before the two meet. The same in every series."
# [expect]
# "3.8.." = "TypeError: can only concatenate str (not \"bytes\") to str"
# [output]
# "3.8.." = "4 5\nTrue\nFalse\n"
# ///

word = "caf\u00e9"
data = word.encode("utf-8")
print(len(word), len(data))
print(data.decode("utf-8") == word)
print(word == data)
print(word + data)
