//! Errors and warnings as interpreters, compilers and loaders word them, each with the slug of
//! the change that comes first.

/// What Python says, in its wording, and the change that comes first.
pub(super) const ERRORS: &[(&str, &str)] = &[
    (
        "Traceback (most recent call last):\n  File \"setup.py\", line 1, in <module>\n    from \
         distutils.core import setup\nModuleNotFoundError: No module named 'distutils'",
        "pep-632",
    ),
    (
        "ImportError: cannot import name 'Mapping' from 'collections' \
         (/usr/lib/python3.10/collections/__init__.py)",
        "3.10-collections-abc-aliases",
    ),
    (
        "app.py:7: DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for \
         removal in a future version. Use timezone-aware objects to represent datetimes in UTC: \
         datetime.datetime.now(datetime.UTC).\n  now = datetime.utcnow()",
        "3.12-datetime-utcnow",
    ),
    (
        "AttributeError: 'str' object has no attribute 'removeprefix'",
        "pep-616",
    ),
    (
        "E   AttributeError: module 'asyncio' has no attribute 'TaskGroup'",
        "3.11-asyncio-taskgroup",
    ),
    (
        "\u{1b}[31mTypeError\u{1b}[0m: zip() takes no keyword arguments",
        "pep-618",
    ),
    (
        "TypeError: dataclass() got an unexpected keyword argument 'slots'",
        "3.10-dataclass-slots-kw-only",
    ),
    (
        "    if (n := len(items)) > 10:\n          ^\nSyntaxError: invalid syntax",
        "pep-572",
    ),
    (
        "    match command:\n          ^\nSyntaxError: invalid syntax",
        "pep-634",
    ),
    (
        "    except ValueError, TypeError:\n           ^^^^^^^^^^^^^^^^^^^^^\nSyntaxError: multiple \
         exception types must be parenthesized",
        "pep-758",
    ),
    (
        "worker_1  | TypeError: 'type' object is not subscriptable",
        "pep-585",
    ),
    (
        "TypeError: unsupported operand type(s) for |: 'type' and 'NoneType'",
        "pep-604",
    ),
    (
        "DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for rem…",
        "3.12-datetime-utcnow",
    ),
    (
        "RuntimeError: generator raised StopIteration",
        "3.7-stopiteration",
    ),
    (
        "ValueError: mutable default <class 'app.Options'> for field options is not allowed: use \
         default_factory",
        "bpo-44674",
    ),
    ("ModuleNotFoundError: No module named 'tomllib'", "pep-680"),
    (
        "ModuleNotFoundError: No module named 'imghdr'",
        "3.13-imghdr",
    ),
    (
        "DeprecationWarning: invalid escape sequence '\\d'",
        "bpo-27364",
    ),
];

/// What Python 2.7.18 says of code for Python 3, and 3.12.1 of code for Python 2.
pub(super) const ERRORS_OF_PYTHON_2: &[(&str, &str)] = &[
    ("ImportError: No module named pathlib", "pep-428"),
    ("ImportError: No module named secrets", "pep-506"),
    ("ImportError: No module named queue", "pep-3108"),
    (
        "    from urllib.request import urlopen\nImportError: No module named request",
        "3.0-module-packages",
    ),
    (
        "    print(1, flush=True)\nTypeError: 'flush' is an invalid keyword argument for this \
         function",
        "3.3-print-flush",
    ),
    (
        "    import time; time.perf_counter()\nAttributeError: 'module' object has no attribute \
         'perf_counter'",
        "pep-418",
    ),
    (
        "NameError: name 'FileNotFoundError' is not defined",
        "pep-3151",
    ),
    (
        "  File \"a.py\", line 1\n    both = {**first, **second}\n             ^\nSyntaxError: \
         invalid syntax",
        "pep-448",
    ),
    (
        "  File \"a.py\", line 1\n    both = {**first, **second}\n             ^\n",
        "pep-448",
    ),
    (
        "    def area(*, side): pass\n              ^\nSyntaxError: invalid syntax",
        "pep-3102",
    ),
    (
        "ModuleNotFoundError: No module named 'ConfigParser'",
        "pep-3108",
    ),
    (
        "ModuleNotFoundError: No module named 'commands'",
        "3.0-removed-modules",
    ),
    (
        "AttributeError: module 'urllib' has no attribute 'urlencode'",
        "3.0-module-packages",
    ),
    (
        "AttributeError: module 'itertools' has no attribute 'izip'",
        "3.0-iterators",
    ),
    (
        "    limit = 10L\n            ^\nSyntaxError: invalid decimal literal",
        "3.0-int-and-long",
    ),
    (
        "    raise ValueError, 'too small'\n                    ^\nSyntaxError: invalid syntax",
        "pep-3109",
    ),
    (
        "    async = 1\n          ^\nSyntaxError: invalid syntax",
        "bpo-30406",
    ),
];

/// What GCC, Clang, MSVC and a loader say of extensions that use what the C API lacks.
pub(super) const ERRORS_OF_COMPILERS: &[(&str, &str)] = &[
    (
        "a.c:5:15: warning: implicit declaration of function ‘Py_InitModule3’ \
         [-Wimplicit-function-declaration]",
        "pep-3121",
    ),
    (
        "a.c:3:20: error: ‘Video’ has no member named ‘ob_type’",
        "pep-3123",
    ),
    (
        "a.c:3:22: error: no member named 'ob_refcnt' in 'Video'",
        "pep-3123",
    ),
    (
        "a.c:4:21: error: expression is not assignable",
        "3.10-no-lvalue-macros",
    ),
    (
        "a.cpp:2:47: error: use of undeclared identifier 'PyObject_AsCharBuffer'; did you mean \
         'PyObject_GetBuffer'?",
        "gh-85275",
    ),
    (
        "a.cpp:3:62: error: no member named 'tp_print' in '_typeobject'",
        "3.9-tp-print",
    ),
    (
        "a.c(3): error C2039: 'tp_print': is not a member of '_typeobject'",
        "3.9-tp-print",
    ),
    (
        "a.c:5:47: warning: implicit declaration of function '_PyUnicode_ToLowerFull' is invalid \
         in C99 [-Wimplicit-function-declaration]\nerror: command '/usr/bin/clang' failed with \
         exit code 1",
        "gh-106320",
    ),
    (
        "ImportError: /tmp/a.so: undefined symbol: Py_InitModule4",
        "pep-3121",
    ),
];

/// Errors by the kind of what decides, as 3.6.15 to 3.13.0 word them.
pub(super) const FURTHER_ERRORS: &[(&str, &str)] = &[
    (
        "AttributeError: 'PosixPath' object has no attribute 'walk'",
        "3.12-pathlib-walk",
    ),
    (
        "AttributeError: 'PosixPath' object has no attribute 'with_stem'",
        "pathlib.PurePath.with_stem",
    ),
    (
        "AttributeError: 'PosixPath' object has no attribute 'read_text'",
        "bpo-20218",
    ),
    (
        "ModuleNotFoundError: No module named 'dataclasses'",
        "pep-557",
    ),
    (
        "ModuleNotFoundError: No module named 'importlib.metadata'",
        "bpo-34632",
    ),
    (
        "AttributeError: module 'asyncio' has no attribute 'exceptions'",
        "3.8-asyncio-exceptions",
    ),
    (
        "AttributeError: module 're' has no attribute 'sre_parse'",
        "bpo-47152",
    ),
    ("ValueError: invalid mode: 'rUb'", "3.11-open-mode-u"),
    (
        "TypeError: IMAP4_SSL.__init__() takes from 1 to 3 positional arguments but 7 were given",
        "3.12-keyfile-certfile",
    ),
    (
        "TypeError: BaseEventLoop.create_server() got an unexpected keyword argument 'loop'",
        "3.10-asyncio-loop-parameter",
    ),
    (
        "ssl.SSLError: [SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version \
         (_ssl.c:1007)",
        "3.10-ssl-secure-defaults",
    ),
    (
        "urllib3.exceptions.MaxRetryError: (Caused by SSLError(SSLCertVerificationError(1, '[SSL: \
         CERTIFICATE_VERIFY_FAILED] certificate verify failed: Missing Subject Key Identifier \
         (_ssl.c:1020)')))",
        "3.13-ssl-strict",
    ),
    (
        "NameError: name '__annotations__' is not defined",
        "3.14-annotations-access",
    ),
    (
        "DeprecationWarning: NotImplemented should not be used in a boolean context",
        "3.9-notimplemented-bool",
    ),
];
