# /// sample
# feature = "3.8-functools"
# title = "A property computed once per instance"
# order = 1
# note = "The method runs when the attribute is first read; later reads return the stored value."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "splitting\n['to', 'be', 'or', 'not'] 4\n"
# ///

from functools import cached_property


class Text:
    def __init__(self, content):
        self.content = content

    @cached_property
    def words(self):
        print("splitting")
        return self.content.split()


text = Text("to be or not")
print(text.words, len(text.words))
