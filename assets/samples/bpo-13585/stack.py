# /// sample
# feature = "bpo-13585"
# title = "Any number of context managers with `ExitStack`"
# order = 1
# note = "`ExitStack` is new in 3.3: it exits all entered context managers in reverse order."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# open a
# open b
# first of all
# close b
# close a
# """
# ///

from contextlib import ExitStack, contextmanager


@contextmanager
def opened(name):
    print("open", name)
    yield name
    print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(opened(name)) for name in ("a", "b")]
    stack.callback(print, "first of all")
