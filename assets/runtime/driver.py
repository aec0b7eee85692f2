"""Runs programs as `python sample.py` does, one after the other in the same
interpreter. `run` is the entry point; `interpreter.ts` calls it.

Every program starts from the same state: `__main__` is fresh, modules are
imported again, and what an earlier program changed in `sys`, `builtins`, the
warnings or the directory is restored. No program sees the JavaScript around the
interpreter.
"""

import ast
import asyncio
import atexit
import builtins
import gc
import importlib
import io
import linecache
import os
import random
import re
import shutil
import sys
import time
import traceback
import types
import warnings
import zipimport

NAME = "sample.py"

# The longest value or traceback that is reported, in characters.
LONGEST = 64 * 1024

# Packages through which a program could reach the JavaScript around it.
HIDDEN = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core")


class Waiting:
    """The selector of an event loop that has no files to wait for."""

    @staticmethod
    def select(timeout):
        if timeout:
            time.sleep(timeout)
        return ()


class Loop(asyncio.BaseEventLoop):
    """An event loop that does not depend on the browser's."""

    def __init__(self):
        super().__init__()
        self._selector = Waiting()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class Policy(asyncio.events._BaseDefaultEventLoopPolicy if sys.version_info >= (3, 14)
             else asyncio.events.BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


def use_own_loop():
    """Makes asyncio wait as it does elsewhere, rather than through promises."""
    asyncio._set_running_loop(None)
    set_policy = getattr(asyncio.events, "_set_event_loop_policy", None)
    (set_policy or asyncio.set_event_loop_policy)(Policy())


def unwrap(module, name):
    """Removes the wrapper around a function of the standard library."""
    function = getattr(module, name)
    setattr(module, name, getattr(function, "__wrapped__", function))


def unhook_messages():
    """Lets a missing module be reported as elsewhere. In 3.11, the package words it by
    itself and advises what is not possible here."""
    hook = sys.modules.get("_pyodide._importhook")
    original = getattr(hook, "orig_get_module_not_found_error", None)
    if original is not None:
        importlib._bootstrap._get_module_not_found_error = original


def is_hidden(path, separator):
    return path.partition(separator)[0] in HIDDEN


def hide_packages():
    """Removes the packages from the archive of the standard library."""
    # Before 3.13, an importer whose caches are invalidated reads a list of its own.
    finders = sys.path_importer_cache.values()
    own = [getattr(finder, "_files", None) or {} for finder in finders]
    for files in (*zipimport._zip_directory_cache.values(), *own):
        for path in [path for path in files if is_hidden(path, "/")]:
            del files[path]


def prepare():
    """Hides the JavaScript around the interpreter, once and for all."""
    unwrap(time, "sleep")
    unwrap(asyncio, "run")
    unhook_messages()
    atexit._clear()
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not type(finder).__module__.startswith("_pyodide")
        and not getattr(finder, "__module__", "").startswith("_pyodide")
    ]
    for name in [name for name in sys.modules if is_hidden(name, ".")]:
        del sys.modules[name]
    # This one is built in; None makes its import fail.
    sys.modules["_pyodide_core"] = None
    hide_packages()
    sys.excepthook = sys.__excepthook__
    random.seed()
    # The current directory takes the place of the script's.
    sys.path[0] = os.getcwd()
    sys.argv = [NAME]


def open_output(number, errors):
    """Opens a standard stream as `python` does in a terminal: line-buffered."""
    return open(
        number, "w", encoding="utf-8", errors=errors, buffering=1, closefd=False
    )


class State:
    """A copy of what a program could change for the programs after it."""

    LISTS = ("path", "meta_path", "path_hooks", "argv", "warnoptions")

    def __init__(self):
        self.modules = dict(sys.modules)
        self.builtins = dict(vars(builtins))
        self.sys = {
            name: value for name, value in vars(sys).items() if name != "modules"
        }
        self.lists = {name: list(getattr(sys, name)) for name in self.LISTS}
        self.environment = dict(os.environ)
        self.directory = os.getcwd()
        self.recursion_limit = sys.getrecursionlimit()
        self.longest_integer = sys.get_int_max_str_digits()

    def restore(self):
        sys.settrace(None)
        sys.setprofile(None)
        restore(vars(builtins), self.builtins)
        modules = sys.modules
        restore(vars(sys), self.sys | {"modules": modules})
        for name, entries in self.lists.items():
            getattr(sys, name)[:] = entries
        restore(modules, self.modules)
        sys.setrecursionlimit(self.recursion_limit)
        sys.set_int_max_str_digits(self.longest_integer)
        if os.environ != self.environment:
            os.environ.clear()
            os.environ.update(self.environment)
        os.chdir(self.directory)
        # These entries describe the directory of the last program.
        for path in [path for path in sys.path_importer_cache if ".zip" not in path]:
            del sys.path_importer_cache[path]
        hide_packages()
        # A state from a snapshot is not random either.
        random.seed()
        for folder in (self.directory, "/tmp"):
            for entry in os.scandir(folder):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry, ignore_errors=True)
                else:
                    os.unlink(entry)
        use_own_loop()


def restore(now, before):
    """Restores a dictionary, changing only the entries that differ."""
    for name in [name for name in now if name not in before]:
        del now[name]
    for name, value in before.items():
        if name not in now or now[name] is not value:
            now[name] = value


def run(source):
    """Runs a program. Returns the `repr` of its last expression's value, the
    traceback, and the traceback's last line; each may be None."""
    sys.stdout = sys.__stdout__ = open_output(1, "strict")
    sys.stderr = sys.__stderr__ = open_output(2, "backslashreplace")
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)
    source = lay_out(source)
    lines = source.splitlines(keepends=True)
    linecache.cache[NAME] = (len(source), None, lines, NAME)
    main = types.ModuleType("__main__")
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    with warnings.catch_warnings():
        value, ending = execute(source, main.__dict__)
        try:
            atexit._run_exitfuncs()
        except BaseException:
            # Their exceptions have been printed, and `python` continues, too.
            pass
        # As when `python` ends, objects are finalized and may still print.
        main.__dict__.clear()
    flush()
    return value, *ending


# A line that begins another module in the same source. The analyzer knows it, too.
FILE = re.compile(r"^#\s*file:\s*(\w[\w/]*\.py)\s*\n?", re.MULTILINE)


def lay_out(source):
    """Writes the modules in a source into the directory, and returns the program,
    which comes before them."""
    program, *modules = FILE.split(source)
    for path, text in zip(modules[::2], modules[1::2]):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    # If only comments come before the first module, that module is the program.
    if modules and not re.sub("#.*", "", program).strip():
        return modules[1]
    return program


def execute(source, namespace):
    """Runs the program. Returns the `repr` of its value, and how it ended."""
    try:
        code, has_value = compiled(source)
        exec(code, namespace)
        value = namespace.pop(VALUE, None) if has_value else None
        return None if value is None else repr(value)[:LONGEST], (None, None)
    except SystemExit as error:
        return None, (None, exited(error))
    except BaseException as error:
        return None, told(error)


# The variable that holds the value of the last expression. No program can use
# the name, as it is not an identifier.
VALUE = "<value>"


def compiled(source):
    """Compiles the program. Returns its code, and whether it leaves a value."""
    # Compiling the source reports errors and warnings that compiling a tree does
    # not. The tree is compiled only if the last statement is an expression.
    code = compile(source, NAME, "exec", dont_inherit=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source, NAME)
        if not tree.body or not isinstance(tree.body[-1], ast.Expr):
            return code, False
        last = tree.body[-1]
        target = ast.Name(VALUE, ast.Store())
        tree.body[-1] = ast.Assign([target], last.value)
        ast.copy_location(tree.body[-1], last)
        ast.copy_location(target, last)
        return compile(tree, NAME, "exec", dont_inherit=True), True


def exited(error):
    """Prints what `python` prints for SystemExit: a message, but not a number."""
    if error.code is not None and not isinstance(error.code, int):
        print(error.code, file=sys.stderr)
    return f"SystemExit: {error}"


def told(error):
    """The traceback as `python` prints it, and its last line."""
    # The first frames are those of this file.
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename == __file__:
        frames = frames.tb_next
    try:
        report = traceback.TracebackException(type(error), error, frames)
        last = "".join(report.format_exception_only()).strip().splitlines()[-1]
        if sys.excepthook is sys.__excepthook__:
            advice = suggestion(error, last)
            whole = "".join(report.format()).removesuffix("\n") + f"{advice}\n"
            return shorten(whole), (last + advice)[:LONGEST]
        sys.excepthook(type(error), error, frames)
        return None, last[:LONGEST]
    except BaseException:
        # Formatting can fail, too, for example without memory.
        name = type(error).__name__
        return f"{name}\n", name
    finally:
        error.__traceback__ = None


def suggestion(error, last):
    """The name that `python` suggests at the end of a traceback. In 3.11, the module
    `traceback` does not know it; what prints without that module does."""
    if sys.version_info >= (3, 12):
        return ""
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
        printed = sys.stderr.getvalue().rstrip("\n").rpartition("\n")[2]
    finally:
        sys.stderr = stderr
    return printed.removeprefix(last) if printed.startswith(last) else ""


def shorten(text):
    """Shortens a traceback that is too long to its beginning and its end."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]}\n[…]\n{text[-LONGEST // 2 :]}"


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


def tidy():
    """Restores what the last program changed."""
    before.restore()
    linecache.clearcache()
    gc.collect()


prepare()
version = sys.version.split()[0]
use_own_loop()
before = State()
