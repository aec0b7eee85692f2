# /// sample
# feature = "bpo-7994"
# title = "A type without `__format__`"
# order = 1
# note = "`object.__format__` rejects format strings. To pad or align your own class, define `__format__` or convert to `str` first."
# [expect]
# "3.8.." = "TypeError: unsupported format string passed to Room.__format__"
# [output]
# "3.8.." = "room 14\n|room 14   |\n"
# ///

class Room:
    def __str__(self):
        return "room 14"


print(format(Room(), ""))
print("|" + format(str(Room()), "10") + "|")
print(format(Room(), "10"))
