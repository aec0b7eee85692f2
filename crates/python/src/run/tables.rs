//! Data from the interpreters of 3.8 to 3.15: `dir(builtins)`, `dir(typing)` and
//! `sys.stdlib_module_names`. The entry point is [`library`](super::library).
//!
//! Series are minor versions, with 0 for none. In lists of words, each word is surrounded by
//! spaces.

/// Builtin classes that can be subscripted, and the first series that supports it.
pub(super) const GENERIC_CLASSES: &[(&str, u8)] = &[
    ("BaseExceptionGroup", 11),
    ("ExceptionGroup", 11),
    ("classmethod", 14),
    ("dict", 9),
    ("enumerate", 9),
    ("frozendict", 15),
    ("frozenset", 9),
    ("list", 9),
    ("memoryview", 14),
    ("set", 9),
    ("slice", 15),
    ("staticmethod", 14),
    ("tuple", 9),
    ("type", 9),
];

pub(super) const CLASSES: &str = " ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup \
    BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError \
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError \
    DeprecationWarning EOFError EncodingWarning Exception ExceptionGroup FileExistsError \
    FileNotFoundError FloatingPointError FutureWarning GeneratorExit ImportCycleError \
    ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError \
    KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError \
    NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning \
    PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError \
    ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError \
    SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError \
    UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning \
    UserWarning ValueError Warning ZeroDivisionError bool bytearray bytes classmethod complex \
    dict enumerate filter float frozendict frozenset int list map memoryview object property \
    range reversed sentinel set slice staticmethod str super tuple type zip ";

pub(super) const FUNCTIONS: &str = " __build_class__ __import__ abs aiter all anext any ascii bin breakpoint callable chr \
    compile delattr dir divmod eval exec format getattr globals hasattr hash hex id input \
    isinstance issubclass iter len locals max min next oct open ord pow print repr round \
    setattr sorted sum vars ";

/// Names that the `site` module adds, and names that every module has.
pub(super) const OTHERS: &str = " NotImplemented __builtins__ __cached__ __debug__ __doc__ __file__ __loader__ __name__ \
    __package__ __spec__ copyright credits exit help license quit ";

/// Builtins that are newer than 3.8, and the first series that has them.
pub(super) const NEWER_BUILTINS: &[(&str, u8)] = &[
    ("BaseExceptionGroup", 11),
    ("EncodingWarning", 10),
    ("ExceptionGroup", 11),
    ("ImportCycleError", 15),
    ("PythonFinalizationError", 13),
    ("aiter", 10),
    ("anext", 10),
    ("frozendict", 15),
    ("sentinel", 15),
];

/// Forms of `typing` that can be subscripted.
pub(super) const GENERIC_FORMS: &[&str] = &[
    "AbstractSet",
    "Annotated",
    "AsyncContextManager",
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterator",
    "Awaitable",
    "Callable",
    "ChainMap",
    "ClassVar",
    "Collection",
    "Concatenate",
    "Container",
    "ContextManager",
    "Coroutine",
    "Counter",
    "DefaultDict",
    "Deque",
    "Dict",
    "Final",
    "FrozenSet",
    "Generator",
    "Generic",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "List",
    "Literal",
    "Mapping",
    "MappingView",
    "Match",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "NotRequired",
    "Optional",
    "OrderedDict",
    "Pattern",
    "Protocol",
    "ReadOnly",
    "Required",
    "Reversible",
    "Sequence",
    "Set",
    "Tuple",
    "Type",
    "TypeForm",
    "TypeGuard",
    "TypeIs",
    "Union",
    "Unpack",
    "ValuesView",
];

pub(super) const PLAIN_FORMS: &[&str] = &[
    "Any",
    "Hashable",
    "LiteralString",
    "Never",
    "NoReturn",
    "Self",
    "Sized",
    "TypeAlias",
];

/// Other public names of `typing`.
pub(super) const TYPING_OTHERS: &str = " AnyStr BinaryIO ByteString ForwardRef IO NamedTuple NewType NoDefault NoExtraItems \
    ParamSpec ParamSpecArgs ParamSpecKwargs SupportsAbs SupportsBytes SupportsComplex \
    SupportsFloat SupportsIndex SupportsInt SupportsRound TYPE_CHECKING Text TextIO \
    TypeAliasType TypeVar TypeVarTuple TypedDict assert_never assert_type cast clear_overloads \
    dataclass_transform disjoint_base evaluate_forward_ref final get_args get_origin \
    get_overloads get_protocol_members get_type_hints is_protocol is_typeddict no_type_check \
    no_type_check_decorator overload override reveal_type runtime_checkable ";

/// Names in modules of the standard library that not all series have, with the series in
/// which they were added and removed.
pub(super) const NAMES: &[(&str, &str, u8, u8)] = &[
    ("collections.abc", "Buffer", 12, 0),
    ("dataclasses", "KW_ONLY", 10, 0),
    ("typing", "Annotated", 9, 0),
    ("typing", "Concatenate", 10, 0),
    ("typing", "LiteralString", 11, 0),
    ("typing", "Never", 11, 0),
    ("typing", "NoDefault", 13, 0),
    ("typing", "NoExtraItems", 15, 0),
    ("typing", "NotRequired", 11, 0),
    ("typing", "ParamSpec", 10, 0),
    ("typing", "ParamSpecArgs", 10, 0),
    ("typing", "ParamSpecKwargs", 10, 0),
    ("typing", "ReadOnly", 13, 0),
    ("typing", "Required", 11, 0),
    ("typing", "Self", 11, 0),
    ("typing", "TypeAlias", 10, 0),
    ("typing", "TypeAliasType", 12, 0),
    ("typing", "TypeForm", 15, 0),
    ("typing", "TypeGuard", 10, 0),
    ("typing", "TypeIs", 13, 0),
    ("typing", "TypeVarTuple", 11, 0),
    ("typing", "Unpack", 11, 0),
    ("typing", "assert_never", 11, 0),
    ("typing", "assert_type", 11, 0),
    ("typing", "clear_overloads", 11, 0),
    ("typing", "dataclass_transform", 11, 0),
    ("typing", "disjoint_base", 15, 0),
    ("typing", "evaluate_forward_ref", 14, 0),
    ("typing", "get_overloads", 11, 0),
    ("typing", "get_protocol_members", 13, 0),
    ("typing", "is_protocol", 13, 0),
    ("typing", "is_typeddict", 10, 0),
    ("typing", "no_type_check_decorator", 0, 15),
    ("typing", "override", 12, 0),
    ("typing", "reveal_type", 11, 0),
];

/// Modules of the standard library that not all series have, with the series in which they
/// were added and removed.
pub(super) const MODULES: &[(&str, u8, u8)] = &[
    ("_bootlocale", 0, 10),
    ("aifc", 0, 13),
    ("annotationlib", 14, 0),
    ("asynchat", 0, 12),
    ("asyncore", 0, 12),
    ("audioop", 0, 13),
    ("binhex", 0, 11),
    ("cgi", 0, 13),
    ("cgitb", 0, 13),
    ("chunk", 0, 13),
    ("compression", 14, 0),
    ("crypt", 0, 13),
    ("distutils", 0, 12),
    ("dummy_threading", 0, 9),
    ("_dummy_thread", 0, 9),
    ("formatter", 0, 10),
    ("graphlib", 9, 0),
    ("imghdr", 0, 13),
    ("imp", 0, 12),
    ("lib2to3", 0, 13),
    ("mailcap", 0, 13),
    ("msilib", 0, 13),
    ("nis", 0, 13),
    ("nntplib", 0, 13),
    ("ossaudiodev", 0, 13),
    ("parser", 0, 10),
    ("pipes", 0, 13),
    ("profiling", 15, 0),
    ("smtpd", 0, 12),
    ("sndhdr", 0, 13),
    ("spwd", 0, 13),
    ("sre_compile", 0, 15),
    ("sre_constants", 0, 15),
    ("sre_parse", 0, 15),
    ("sunau", 0, 13),
    ("symbol", 0, 10),
    ("telnetlib", 0, 13),
    ("tomllib", 11, 0),
    ("uu", 0, 13),
    ("xdrlib", 0, 13),
    ("zoneinfo", 9, 0),
];

/// The modules of the standard library that all series have.
pub(super) const STANDARD_MODULES: &str = " abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile \
    calendar cmath cmd code codecs codeop collections colorsys compileall concurrent \
    configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime \
    dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl \
    filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob grp \
    gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json \
    keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder \
    multiprocessing netrc nturl2path numbers opcode operator optparse os pathlib pdb pickle \
    pickletools pkgutil platform plistlib poplib pprint profile pstats pty pwd py_compile \
    pyclbr pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy \
    sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver \
    sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig \
    syslog tabnanny tarfile tempfile termios textwrap threading time timeit tkinter token \
    tokenize trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib \
    uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport \
    zlib ";
