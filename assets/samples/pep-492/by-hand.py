# /// sample
# feature = "pep-492"
# title = "Run a coroutine by hand"
# order = 1
# note = "Calling an `async def` function does not run its body. An event loop does what `send` does here: it starts the coroutine and delivers the results it waits for."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "coroutine\nwaits for tea\ndrinks black tea\n"
# ///

class Order:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return (yield self.what)


async def guest():
    return "drinks " + await Order("tea")


coroutine = guest()
print(type(coroutine).__name__)
print("waits for", coroutine.send(None))
try:
    coroutine.send("black tea")
except StopIteration as done:
    print(done.value)
