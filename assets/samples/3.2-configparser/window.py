# /// sample
# feature = "3.2-configparser"
# title = "Read sections like dictionaries"
# order = 1
# note = "Since 3.2 a parser is a mapping of sections, and each section is a mapping of options."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 80 80 25
# ['window', 'colors']
# """
# ///

from configparser import ConfigParser

parser = ConfigParser()
parser.read_string("[window]\nwidth = 80\n")
window = parser["window"]
print(window["width"], window.getint("width"), window.get("height", "25"))
parser["colors"] = {"text": "black"}
print(parser.sections())
