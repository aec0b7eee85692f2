# /// sample
# feature = "gh-66449"
# title = "Settings without a section"
# order = 1
# note = "The parameter and `UNNAMED_SECTION` are new in 3.13; before, every key had to be in a section."
# [expect]
# "3.8..3.9" = "TypeError: __init__() got an unexpected keyword argument 'allow_unnamed_section'"
# "3.10..3.12" = "TypeError: RawConfigParser.__init__() got an unexpected keyword argument 'allow_unnamed_section'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "ann blue\n"
# ///

import configparser

parser = configparser.ConfigParser(allow_unnamed_section=True)
parser.read_string("user = ann\n[colors]\ntext = blue\n")
print(parser[configparser.UNNAMED_SECTION]["user"], parser["colors"]["text"])
