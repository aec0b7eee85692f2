# /// sample
# feature = "pep-654"
# title = "Handle a group with two `except*` clauses"
# order = 1
# note = "Both clauses run, each for its part of the group. Up to 3.10 this is a `SyntaxError`."
# [expect]
# "3.8..3.10" = "SyntaxError: invalid syntax"
# "3.11.." = "runs"
# [output]
# "3.11.." = "2 keys\nb\n"
# ///

try:
    raise ExceptionGroup("failures", [KeyError("a"), ValueError("b"), KeyError("c")])
except* KeyError as group:
    print(len(group.exceptions), "keys")
except* ValueError as group:
    print(group.exceptions[0])
