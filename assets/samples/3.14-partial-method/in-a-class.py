# /// sample
# feature = "3.14-partial-method"
# title = "A `partial` object in a class"
# order = 1
# note = "Up to 3.13 the instance is not passed, with a `FutureWarning` in 3.13. Since 3.14 it is the first argument, as for a function."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.13" = "1 1\n"
# "3.14.." = "2 1\n"
# [warning]
# "3.13" = "FutureWarning: functools.partial will be a"
# ///

from functools import partial


def show(*arguments):
    return len(arguments)


class Report:
    draw = partial(show, "title")
    plain = staticmethod(partial(show, "title"))


print(Report().draw(), Report().plain())
