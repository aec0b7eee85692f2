# /// sample
# feature = "pep-461"
# title = "Format bytes with `%`"
# order = 1
# note = "Bytes support `%` again since 3.5. A `str` is rejected for `%s`, because its encoding is unknown."
# [expect]
# "3.8..3.14" = "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'"
# "3.15.." = "TypeError: format argument: %b requires a bytes-like object, or an object that implements __bytes__, not str"
# [output]
# "3.8.." = "b'Content-Length: 512\\r\\n'\nb\"bytes ff '\\\\xe9'\"\n"
# ///

print(b"Content-Length: %d\r\n" % 512)
print(b"%s %x %a" % (b"bytes", 255, "é"))
print(b"%s" % "text")
