# /// sample
# feature = "bpo-32489"
# title = "Go on in spite of an error"
# order = 1
# note = "A syntax error before 3.8. From 3.14 the compiler warns: the error of `10 // 0` is lost."
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
