# /// sample
# feature = "pep-649"
# title = "A dataclass with a forward reference"
# order = 5
# note = "`@dataclass` reads the annotations while the class is created. Since 3.14 it uses a format in which an undefined name becomes a `ForwardRef`, so the class can be created."
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
