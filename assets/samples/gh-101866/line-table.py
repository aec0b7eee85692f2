# /// sample
# feature = "gh-101866"
# title = "The line table of a function"
# order = 1
# note = "`co_lines` is new in 3.10. `co_lnotab` emits a `DeprecationWarning` since 3.12 and was removed in 3.15."
# [expect]
# "3.8..3.9" = "AttributeError: 'code' object has no attribute 'co_lines'"
# "3.10..3.14" = "runs"
# "3.15.." = "AttributeError: 'code' object has no attribute 'co_lnotab'. Did you mean '.co_linetable' instead of '.co_lnotab'?"
# [output]
# "3.10..3.14" = "True\nbytes\n"
# "3.15.." = "True\n"
# [warning]
# "3.12..3.14" = "DeprecationWarning: co_lnotab is deprecated"
# ///

def answer():
    return 42

code = answer.__code__
print(len(list(code.co_lines())) > 0)
print(type(code.co_lnotab).__name__)
