# /// sample
# feature = "pep-634"
# title = "Patterns take a command apart"
# order = 1
# note = "Before 3.10 there is no `match` statement. The patterns are tried from top to bottom; a name in one takes what stands there."
# [expect]
# "3.8..3.9" = "SyntaxError: invalid syntax"
# "3.10.." = "runs"
# [output]
# "3.10.." = "walking north\nsaying hello\nwhat?\n"
# ///

def describe(command):
    match command:
        case ["go", ("north" | "south") as direction]:
            return f"walking {direction}"
        case {"say": text} if text:
            return f"saying {text}"
        case _:
            return "what?"


print(describe(["go", "north"]))
print(describe({"say": "hello", "loud": True}))
print(describe(["go", "up"]))
