# /// sample
# feature = "bpo-5237"
# title = "Fields number themselves"
# order = 1
# note = "Since 3.1 empty braces count on their own. The two ways cannot be mixed."
# [expect]
# "3.8.." = "ValueError: cannot switch from automatic field numbering to manual field specification"
# [output]
# "3.8.." = "3 of 8\n"
# ///

print("{} of {}".format(3, 8))
print("{} of {1}".format(3, 8))
