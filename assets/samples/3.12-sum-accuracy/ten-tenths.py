# /// sample
# feature = "3.12-sum-accuracy"
# title = "`sum` of floats is more accurate"
# order = 1
# note = "Adding floats one by one accumulates rounding errors. Since 3.12 `sum` compensates for them; a loop with `+` does not."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8..3.11" = "0.9999999999999999\n0.9999999999999999\n"
# "3.12.." = "1.0\n0.9999999999999999\n"
# ///

print(sum([0.1] * 10))

total = 0.0
for _ in range(10):
    total += 0.1
print(total)
