# /// sample
# feature = "pep-461"
# title = "Format bytes"
# order = 1
# note = "The operator is back for bytes since 3.5. Text does not go into `%s`, since nobody knows its encoding."
# [expect]
# "3.8..3.14" = "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'"
# "3.15.." = "TypeError: format argument: %b requires a bytes-like object, or an object that implements __bytes__, not str"
# [output]
# "3.8.." = "b'Content-Length: 512\\r\\n'\nb\"bytes ff '\\\\xe9'\"\n"
# ///

print(b"Content-Length: %d\r\n" % 512)
print(b"%s %x %a" % (b"bytes", 255, "é"))
print(b"%s" % "text")
