# /// sample
# feature = "bpo-9110"
# title = "A context manager as a decorator"
# order = 1
# note = "Since 3.2 what `contextmanager` makes can decorate a function, which then runs within it."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# start
# work
# end
# """
# ///

from contextlib import contextmanager


@contextmanager
def announced():
    print("start")
    yield
    print("end")


@announced()
def work():
    print("work")


work()
