# /// sample
# feature = "3.0-text-and-bytes"
# title = "Text and bytes cannot be mixed"
# order = 1
# note = "Encode the text or decode the bytes before combining them. Same in all versions."
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
