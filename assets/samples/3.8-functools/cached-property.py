# /// sample
# feature = "3.8-functools"
# title = "Computed once for each instance"
# order = 1
# note = "The method runs when the attribute is first read, and not again."
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
