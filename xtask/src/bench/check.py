"""Measures how long the library of a CPython takes to check, here and with vermin.

Arguments: the program `whatsnew`, the program `vermin`, and the archive to write the
library to, for the page. Prints a line for each figure: name, value, unit and budget.
"""

import pathlib
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import zipfile

# The library of 3.8 is the largest one that every tool still reads whole.
USUAL = "3.8"
LEFT_OUT = {"test", "tests", "idle_test", "site-packages", "dist-packages", "__pycache__"}
TIMES = 3


def library() -> pathlib.Path:
    """The library of CPython 3.8 if one is installed, else of this interpreter."""
    installed = pathlib.Path.home().glob(f".pyenv/versions/{USUAL}.*/bin/python{USUAL}")
    found = [shutil.which(f"python{USUAL}"), *installed]
    ask = "import sysconfig; print(sysconfig.get_path('stdlib'))"
    for python in filter(None, found):
        asked = subprocess.run([python, "-c", ask], stdout=subprocess.PIPE, text=True)
        if asked.returncode == 0:
            return pathlib.Path(asked.stdout.strip())
    return pathlib.Path(sysconfig.get_path("stdlib"))


def copy(folder: pathlib.Path) -> tuple[int, int]:
    """Copies the modules of the library; returns their number and bytes."""
    source, files, size = library(), 0, 0
    for path in sorted(source.rglob("*.py")):
        place = path.relative_to(source)
        if LEFT_OUT.isdisjoint(place.parts):
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            files, size = files + 1, size + path.stat().st_size
    return files, size


def measure(command: list[str]) -> float:
    """The seconds that a command takes, the shortest of a few times."""
    shortest = float("inf")
    for _ in range(TIMES):
        start = time.perf_counter()
        run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        shortest = min(shortest, time.perf_counter() - start)
        # Both end with 1 if there are findings.
        if run.returncode not in (0, 1):
            sys.exit(f"{command[0]} ended with {run.returncode}: {run.stderr.decode()}")
    return shortest


def main() -> None:
    """Checks the same files with both programs."""
    whatsnew, vermin, archive = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files, size = copy(folder)
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in folder.rglob("*.py"):
                packed.write(path, path.relative_to(folder))
        ours = measure([whatsnew, "check", "--from", "3.6", name])
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        theirs = measure([vermin, "--quiet", "--no-tips", name])
    print(f"files of the library\t{files}\tfiles\t-")
    print(f"their size\t{size / 1e6:.1f}\tMB\t-")
    print(f"checking them\t{ours:.2f}\ts\t-")
    print(f"vermin on the same files\t{theirs:.1f}\ts\t-")
    print(f"how many times as fast\t{theirs / ours:.1f}\ttimes\t>30")
    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    print(f"memory while checking\t{memory / unit:.0f}\tMB\t<300")


main()
