//! The table of names: looked up, compared, decoded and searched. The entry point is
//! [`measure`].

use super::{fastest, milliseconds, print};
use api::bundle::{changes, cut, names, others};
use api::{Answer, NameQuery, Row, Table};
use std::hint::black_box;
use terms::Series;

/// Names that are looked up: of a module, a function, a method, and two that begin like one.
const NAMES: [&str; 5] = [
    "os.path",
    "functools.cache",
    "collections.Counter.total",
    "dict.get",
    "xml.etree.ElementTree.iterparse",
];

/// How many times as long ten times the names may take.
const TIMES: usize = 10;

/// Measures what the budgets are for, in the shipped table and in one of ten times the size.
pub(super) fn measure(table: &Table) {
    print("a name looked up", look_up(table) * 1e3, "µs", "<10");
    let difference = differences(table);
    print("slowest difference of two versions", difference, "ms", "<5");
    let grown = grown(table);
    let budget = format!("<{}", 5 * TIMES);
    let slower = differences(&grown);
    print("that, ten times the names", slower, "ms", &budget);
    let parts = cut(table);
    let query = NameQuery::parse("timeout");
    let decode = |path: &str, name: &str, budget: &str| {
        let Some((part, names)) = parts.iter().find(|(part, _)| part.path == path) else {
            return;
        };
        let Ok(file) = bundle::encode(part, names) else {
            return;
        };
        let time = fastest(|| bundle::read(part, black_box(&file.bytes)).ok());
        print(&format!("{name} decoded"), milliseconds(time), "ms", budget);
        let searched = fastest(|| Some(names.search(query.as_ref()?)));
        print(
            &format!("{name} searched"),
            milliseconds(searched),
            "ms",
            "-",
        );
    };
    decode(&names().path, "names to search in", "-");
    decode(&changes().path, "names that differ", "-");
    decode(&others("socket").path, "names of a letter", "<30");
}

/// The longest time that one of the names takes, in milliseconds.
fn look_up(table: &Table) -> f64 {
    let times = NAMES.map(|name| {
        fastest(|| match table.look_up(black_box(name)) {
            Answer::Known { row, .. } => Some(row),
            Answer::Unknown { .. } => None,
        })
    });
    milliseconds(times.into_iter().max().unwrap_or_default())
}

/// The longest time that the difference of two surveyed versions takes, in milliseconds.
fn differences(table: &Table) -> f64 {
    let versions: Vec<Series> = table.survey().versions().collect();
    let pairs = versions
        .iter()
        .flat_map(|from| versions.iter().map(move |to| (*from, *to)));
    let times = pairs.filter(|(from, to)| from < to).map(|(from, to)| {
        super::fastest_of(super::SHORT, || Some(table.difference(from, to, None)))
    });
    milliseconds(times.max().unwrap_or_default())
}

/// A table in which every module is there ten times, under other names.
fn grown(table: &Table) -> Table {
    let copies = (0..TIMES).flat_map(|copy| {
        table.modules().map(move |(module, rows)| {
            let rows = rows.iter().map(|row| Row {
                name: format!("copy{copy}.{}", row.name),
                ..row.clone()
            });
            (format!("copy{copy}.{module}"), rows.collect())
        })
    });
    Table::new(table.survey().clone(), copies.collect())
}
