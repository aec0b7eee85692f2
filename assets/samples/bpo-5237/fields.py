# /// sample
# feature = "bpo-5237"
# title = "Automatic field numbering"
# order = 1
# note = "Since 3.1 empty braces are numbered automatically. Automatic and manual numbering cannot be mixed."
# [expect]
# "3.8.." = "ValueError: cannot switch from automatic field numbering to manual field specification"
# [output]
# "3.8.." = "3 of 8\n"
# ///

print("{} of {}".format(3, 8))
print("{} of {1}".format(3, 8))
