# /// sample
# feature = "pep-649"
# title = "A dataclass with a forward reference"
# order = 5
# note = "`@dataclass` reads the annotations while the class is made. From 3.14 it asks for them in a form in which a name that is not there yet becomes a `ForwardRef`, so that the class can be made."
# [expect]
# "3.8..3.13" = "NameError: name 'Task' is not defined"
# "3.14.." = "runs"
# ///

from dataclasses import dataclass, fields


@dataclass
class Project:
    name: str
    tasks: Task


@dataclass
class Task:
    title: str


print(Project("docs", [Task("write")]))
print([field.name for field in fields(Project)])
