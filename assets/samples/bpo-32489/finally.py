# /// sample
# feature = "bpo-32489"
# title = "`continue` in a `finally` block"
# order = 1
# note = "A syntax error before 3.8. Since 3.14 the compiler emits a `SyntaxWarning`: the exception from `10 // 0` is lost."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "10\n5\n"
# [warning]
# "3.14.." = "SyntaxWarning: 'continue' in a 'finally' block"
# ///

for number in (1, 0, 2):
    try:
        print(10 // number)
    finally:
        continue
