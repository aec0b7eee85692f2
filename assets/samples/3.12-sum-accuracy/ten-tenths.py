# /// sample
# feature = "3.12-sum-accuracy"
# title = "Ten tenths"
# order = 1
# note = "Adding one float after the other loses a little each time; from 3.12 `sum` makes up for it. A loop of one's own does not."
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
