# /// sample
# feature = "pep-634"
# title = "Match a command with patterns"
# order = 1
# note = "`match` is new in 3.10. The patterns are tried from top to bottom; a name in a pattern captures the value at its position."
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
