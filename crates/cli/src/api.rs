//! `whatsnew api`: public names of the standard library. The entry point is [`run`].

use super::output::{Assets, fail, print};
use ::api::data::{DifferenceData, NameData};
use ::api::{Answer, Difference, Row, Survey, Table, Versions, outermost};
use serde::Serialize;
use std::process::ExitCode;
use terms::{Date, Series};
use upkeep::survey::read_table;

/// Say in which versions of Python names of the standard library exist
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["names", "diff", "export"])))]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Qualified names, such as functools.cache or dict.get
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Everything that differs between two versions, such as 3.11 3.14
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    diff: Option<Vec<Series>>,
    /// Only what differs in this module
    #[arg(long, requires = "diff", value_name = "MODULE")]
    module: Option<String>,
    /// Every name, as JSON
    #[arg(long)]
    export: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The result of looking up a name, as JSON.
#[derive(Serialize)]
#[serde(untagged)]
enum Lookup<'a> {
    Known(Box<NameData>),
    Unknown {
        name: &'a str,
        unknown: bool,
        nearest: Vec<&'a str>,
    },
}

#[derive(Serialize)]
struct Exported {
    as_of: Date,
    names: Vec<NameData>,
}

/// Prints the names in the table that the arguments ask for.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let table = match read_table(arguments.assets.folder()) {
        Ok(Some(table)) => table,
        Ok(None) => return fail("the assets have no table of names; run `whatsnew survey`"),
        Err(error) => return fail(error),
    };
    if let Some([from, to]) = arguments.diff.as_deref() {
        return difference(arguments, &table, *from, *to);
    }
    let library = match arguments.assets.load() {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let changes = library.features_by_name();
    let data = |row: &Row| {
        let slugs = changes.get(row.name.as_str()).into_iter().flatten();
        let slugs = slugs.map(|slug| (*slug).to_owned()).collect();
        NameData::new(row, table.survey(), slugs)
    };
    if arguments.export {
        let rows = table.modules().flat_map(|(_, rows)| rows);
        return print(&Exported {
            as_of: table.survey().as_of,
            names: rows.map(data).collect(),
        });
    }
    let lookups: Vec<Lookup> = arguments
        .names
        .iter()
        .map(|name| match table.look_up(name) {
            Answer::Known { row, .. } => Lookup::Known(Box::new(data(row))),
            Answer::Unknown { nearest } => Lookup::Unknown {
                name,
                unknown: true,
                nearest,
            },
        })
        .collect();
    if arguments.json {
        return print(&lookups);
    }
    lookups.iter().for_each(|one| print_lookup(one, &table));
    ExitCode::SUCCESS
}

fn print_lookup(lookup: &Lookup, table: &Table) {
    let survey = table.survey();
    match lookup {
        Lookup::Known(data) => {
            if let Some((_, row)) = table.row(&data.name) {
                print_known(data, row, survey);
            }
        }
        Lookup::Unknown { name, nearest, .. } => {
            let oldest = survey.oldest().map(|oldest| oldest.to_string());
            println!(
                "{name}: not a public name of any version from {} on",
                oldest.unwrap_or_default()
            );
            if !nearest.is_empty() {
                println!("    near: {}", nearest.join(", "));
            }
        }
    }
}

fn print_known(data: &NameData, row: &Row, survey: &Survey) {
    println!(
        "{}: {}, {}",
        data.name,
        data.kind,
        row.summary(survey).join(", ")
    );
    println!("    versions: {}", row.known_versions().ranges());
    for signature in &row.signatures {
        println!("    {}: {}", signature.versions.ranges(), signature.text);
    }
    if !data.changes.is_empty() {
        println!("    features: {}", data.changes.join(", "));
    }
}

fn difference(arguments: &Arguments, table: &Table, from: Series, to: Series) -> ExitCode {
    let known: Versions = table.survey().versions().collect();
    if let Some(unknown) = [from, to].iter().find(|version| !known.contains(**version)) {
        return fail(format!(
            "Python {unknown} is not in the table; it has {}",
            known.ranges()
        ));
    }
    if let Some(module) = &arguments.module
        && table.module(module).is_none()
    {
        return fail(format!("`{module}` is not a module in the table"));
    }
    let difference = table.difference(from, to, arguments.module.as_deref());
    if arguments.json {
        return print(&DifferenceData::new(&difference));
    }
    print_difference(&difference);
    ExitCode::SUCCESS
}

/// Prints a difference, without members of names that are added or removed themselves.
fn print_difference(difference: &Difference) {
    for (title, rows) in [
        ("Added", outermost(&difference.added)),
        ("Removed", outermost(&difference.removed)),
        ("Deprecated", difference.deprecated.clone()),
    ] {
        println!("{title}: {}", rows.len());
        rows.iter()
            .for_each(|row| println!("    {} ({})", row.name, row.kind));
    }
    println!("Changed: {}", difference.changed.len());
    for changed in &difference.changed {
        println!("    {}", changed.row.name);
        println!("        {}", changed.before);
        println!("        {}", changed.after);
    }
}
