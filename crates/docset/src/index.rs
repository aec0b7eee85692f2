//! The database of what can be searched for. The entry point is [`database`].

use super::entries::Entry;
use rusqlite::{Connection, MAIN_DB};
use std::collections::BTreeSet;

/// The table and the index that Dash and Zeal expect.
const SCHEMA: &str =
    "CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT);
     CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path);";

/// The bytes of an SQLite database with the entries.
pub(super) fn database(entries: &BTreeSet<Entry>) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    {
        let mut insert =
            transaction.prepare("INSERT INTO searchIndex(name, type, path) VALUES (?1, ?2, ?3)")?;
        for Entry { name, kind, path } in entries {
            insert.execute((name, kind, path))?;
        }
    }
    transaction.commit()?;
    let data = connection.serialize(MAIN_DB)?;
    Ok(data.to_vec())
}
