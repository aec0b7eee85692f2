# /// sample
# feature = "3.3-memoryview"
# title = "Slice a `memoryview` with a step"
# order = 1
# note = "Since 3.3 a `memoryview` supports steps, returns integers for bytes whatever its format, and can be cast."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# b'dcba' 97 [97, 99]
# (2,) True
# """
# ///

view = memoryview(b"abcd")
print(bytes(view[::-1]), view[0], view[::2].tolist())
print(view.cast("H").shape, view == b"abcd")
