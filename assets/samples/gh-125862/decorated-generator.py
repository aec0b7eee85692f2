# /// sample
# feature = "gh-125862"
# title = "A context manager that decorates a generator"
# order = 1
# note = "Up to 3.14 the context exits before the generator has run. Since 3.15 it lasts until the generator has finished."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.14" = "enter\nleave\nat work\n[1]\n"
# "3.15.." = "enter\nat work\nleave\n[1]\n"
# ///

from contextlib import contextmanager


@contextmanager
def block():
    print("enter")
    yield
    print("leave")


@block()
def numbers():
    print("at work")
    yield 1


print(list(numbers()))
