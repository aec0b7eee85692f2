# /// sample
# feature = "3.13-partial-method"
# title = "`partial` as a class attribute"
# order = 1
# note = "Up to 3.13 the instance is not passed, and 3.13 emits a `FutureWarning`. Since 3.14 `partial` acts like a method, with the instance as first argument."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "Hello you\n"
# "3.14.." = "Hello a greeter you\n"
# [warning]
# "3.13" = "FutureWarning: functools.partial will be a method descriptor"
# ///

from functools import partial


class Greeter:
    hello = partial(print, "Hello")

    def __repr__(self):
        return "a greeter"


Greeter().hello("you")
