# /// sample
# feature = "bpo-10518"
# title = "Check whether an object is callable"
# order = 1
# note = "`callable` was missing in 3.0 and 3.1 and was restored in 3.2."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "True True False\n"
# ///

class Greeter:
    def __call__(self):
        return "hello"


print(callable(len), callable(Greeter()), callable("len"))
