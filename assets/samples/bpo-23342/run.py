# /// sample
# feature = "bpo-23342"
# title = "Run a program and read its output"
# order = 1
# note = "`subprocess.run` is new in 3.5. With `check=True` a program that fails raises an exception."
# browser = "There are no processes in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = """
# 0 b'42'
# 3
# """
# ///

import subprocess
import sys

command = [sys.executable, "-c", "print(6 * 7)"]
result = subprocess.run(command, stdout=subprocess.PIPE, check=True)
print(result.returncode, result.stdout.strip())
try:
    subprocess.run([sys.executable, "-c", "raise SystemExit(3)"], check=True)
except subprocess.CalledProcessError as error:
    print(error.returncode)
