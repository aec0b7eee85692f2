# /// sample
# feature = "bpo-9110"
# title = "A context manager as a decorator"
# order = 1
# note = "Since 3.2 context managers made with `contextmanager` can decorate a function, which then runs inside the context."
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
