# /// sample
# feature = "pep-696"
# title = "A type parameter with a default"
# order = 1
# note = "Type parameters in brackets are new in 3.12, their defaults in 3.13."
# [expect]
# "3.8..3.12" = "SyntaxError: invalid syntax"
# "3.13.." = "runs"
# [output]
# "3.13.." = "T <class 'int'>\n"
# ///

class Box[T = int]:
    def __init__(self, content: T) -> None:
        self.content = content


parameter = Box.__type_params__[0]
print(parameter, parameter.__default__)
