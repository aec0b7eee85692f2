# /// sample
# feature = "pep-612"
# title = "A decorator that preserves the parameters"
# order = 1
# note = "`ParamSpec`, new in 3.10, tells type checkers that the wrapper has the same parameters as the function."
# [expect]
# "3.8..3.9" = "ImportError: cannot import name 'ParamSpec' from 'typing'"
# "3.10.." = "runs"
# [output]
# "3.10.." = """
# calling pow
# 32
# """
# ///

from typing import Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def logged(function: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return wrapper


print(logged(pow)(2, exp=5))
