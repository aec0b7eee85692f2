# /// sample
# feature = "3.12-sqlite3-autocommit"
# title = "`sqlite3` transactions as PEP 249 defines them"
# order = 1
# note = "With `autocommit=False`, new in 3.12, a transaction is always open, and changes that are not committed are lost."
# browser = "The browser's CPython 3.13 comes without `sqlite3`."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.10" = "TypeError: 'autocommit' is an invalid keyword argument for this function"
# "3.11" = "TypeError: 'autocommit' is an invalid keyword argument for Connection()"
# "3.12.." = "runs"
# [output]
# "3.12.." = """
# True
# True []
# """
# ///

import sqlite3

db = sqlite3.connect(":memory:", autocommit=False)
db.execute("CREATE TABLE birds (name)")
db.commit()
db.execute("INSERT INTO birds VALUES ('wren')")
print(db.in_transaction)
db.rollback()
print(db.in_transaction, db.execute("SELECT * FROM birds").fetchall())
db.close()
