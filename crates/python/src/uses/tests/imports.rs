//! Imports of all forms, and lookups by a literal name.

use super::hold;

#[test]
fn an_import_binds_a_module_or_its_top() {
    hold(&[
        ("import os", "import os"),
        (
            "import os.path, xml.dom as dom
dom.Node
os.path.join",
            "import os.path; import xml.dom; attribute xml.dom.Node; attribute os.path; \
             attribute os.path.join",
        ),
        (
            "import os as operating
operating.fork()",
            "import os; attribute os.fork; call os.fork()",
        ),
    ]);
}

#[test]
fn a_name_imported_from_a_module_leads_to_it() {
    hold(&[
        (
            r#"from os import path, sep as separator
path.join("a", separator)"#,
            "import os; from os.path; from os.sep; attribute os.path.join; \
             call os.path.join('a', os.sep)",
        ),
        (
            "from os import *
fork()
len([])",
            "import os",
        ),
        (
            "from . import os
from .os import fork
from .. import sys as system
os.fork; fork(); system.exit",
            "",
        ),
        (
            "import collections.abc
collections.abc.Mapping
collections.OrderedDict",
            "import collections.abc; attribute collections.abc; \
             attribute collections.abc.Mapping; attribute collections.OrderedDict",
        ),
        (
            "from __future__ import annotations",
            "import __future__; from __future__.annotations",
        ),
        (
            r#"def f():
    import json
    return json.loads("1")
json"#,
            "name json; import json; attribute json.loads; call json.loads('1')",
        ),
    ]);
}

#[test]
fn literal_names_lead_to_modules_and_attributes() {
    hold(&[
        (
            r#"import importlib
importlib.import_module("tomllib").loads"#,
            "import importlib; import tomllib; attribute tomllib.loads",
        ),
        (
            r#"from importlib import import_module as load
load("concurrent.futures").Executor"#,
            "import importlib; from importlib.import_module; import concurrent.futures; \
             attribute concurrent.futures.Executor",
        ),
        (
            r#"import importlib
importlib.import_module(".part", "package").x"#,
            "import importlib; attribute importlib.import_module; \
             call importlib.import_module('.part', 'package'); \
             attribute importlib.import_module().x",
        ),
        (
            r#"__import__("xml.dom").dom"#,
            "import xml.dom; attribute xml.dom",
        ),
        (
            r#"getattr(str, "removeprefix")("a")"#,
            "name str; attribute str.removeprefix; call str.removeprefix('a')",
        ),
        (
            r#"import os
getattr(os, "fork", None)
name = "x"
getattr(os, name)"#,
            "import os; name getattr; call getattr(os, str())",
        ),
        (
            r#"import_module("imp")"#,
            "name import_module; call import_module('imp')",
        ),
        (
            r#"lazy = __import__("im" + "p")
lazy.find_module"#,
            "name __import__; call __import__(str()); attribute __import__().find_module",
        ),
    ]);
}
