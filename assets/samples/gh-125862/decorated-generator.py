# /// sample
# feature = "gh-125862"
# title = "A context manager around a generator"
# order = 1
# note = "Up to 3.14 the context is left before the generator has produced anything. From 3.15 on it lasts until the generator has ended."
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
