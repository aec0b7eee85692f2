# /// sample
# feature = "3.14-thread-inherit-context"
# title = "Start a thread with its own context"
# order = 1
# note = "The `context` parameter is new in 3.14. Without it a thread starts with an empty context, unless context inheritance is enabled, which is the default only in free-threaded builds."
# browser = "There are no threads in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.9" = "TypeError: __init__() got an unexpected keyword argument 'context'"
# "3.10..3.13" = "TypeError: Thread.__init__() got an unexpected keyword argument 'context'"
# "3.14.." = "runs"
# [output]
# "3.8..3.13" = "nobody\n"
# "3.14.." = """
# nobody
# ada
# """
# ///

from contextvars import ContextVar, copy_context
from threading import Thread

user = ContextVar("user", default="nobody")
user.set("ada")


def show():
    print(user.get())


for options in ({}, {"context": copy_context()}):
    thread = Thread(target=show, **options)
    thread.start()
    thread.join()
