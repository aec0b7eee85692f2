//! `whatsnew api`: public names of the standard library. The entry point is [`run`].

use super::output::{Assets, fail, print, print_text};
use ::api::data::{DifferenceData, NameData};
use ::api::{Difference, Table, Versions, outermost};
use lookup::{LookupError, Name, Page, Readable, strong};
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
enum NameOrNearest<'a> {
    Known(&'a NameData),
    Unknown {
        name: &'a str,
        unknown: bool,
        nearest: &'a [String],
    },
}

#[derive(Serialize)]
struct Exported {
    as_of: Date,
    names: Vec<NameData>,
}

/// Prints the names in the table that the arguments ask for.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if let Some([from, to]) = arguments.diff.as_deref() {
        return difference(arguments, *from, *to);
    }
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    let survey = match lookup.table() {
        Ok(table) => table.survey(),
        Err(error) => return fail(error),
    };
    if arguments.export {
        return match lookup.all_names() {
            Ok(names) => print(&Exported {
                as_of: survey.as_of,
                names,
            }),
            Err(error) => fail(error),
        };
    }
    let names = arguments.names.iter();
    let answers = Answers(names.map(|name| lookup.name(name)).collect());
    if arguments.json {
        print(&answers.data())
    } else {
        print_text(&answers)
    }
}

/// What is known of the names that are asked for.
struct Answers<'a>(Vec<Result<Name<'a>, LookupError>>);

impl Answers<'_> {
    fn data(&self) -> Vec<NameOrNearest<'_>> {
        let answers = self.0.iter().filter_map(|answer| match answer {
            Ok(name) => Some(NameOrNearest::Known(&name.data)),
            Err(LookupError::UnknownName { name, nearest, .. }) => Some(NameOrNearest::Unknown {
                name,
                unknown: true,
                nearest,
            }),
            Err(_) => None,
        });
        answers.collect()
    }
}

impl Readable for Answers<'_> {
    fn write(&self, page: &mut Page) {
        for answer in &self.0 {
            match answer {
                Ok(name) => name.write(page),
                Err(LookupError::UnknownName {
                    name,
                    oldest,
                    nearest,
                }) => {
                    let name = strong(name);
                    page.line(
                        0,
                        &format!("{name}: not a public name of any version from {oldest} on"),
                    );
                    if !nearest.is_empty() {
                        page.line(4, &format!("near: {}", nearest.join(", ")));
                    }
                }
                Err(error) => page.line(0, &error.to_string()),
            }
        }
    }
}

fn difference(arguments: &Arguments, from: Series, to: Series) -> ExitCode {
    let table = match read_table(arguments.assets.folder()) {
        Ok(Some(table)) => table,
        Ok(None) => return fail(LookupError::NoTable),
        Err(error) => return fail(error),
    };
    if let Some(problem) = problem(arguments, &table, from, to) {
        return fail(problem);
    }
    let difference = table.difference(from, to, arguments.module.as_deref());
    if arguments.json {
        return print(&DifferenceData::new(&difference));
    }
    print_text(&Outline(difference))
}

/// Why two versions cannot be compared.
fn problem(arguments: &Arguments, table: &Table, from: Series, to: Series) -> Option<String> {
    let known: Versions = table.survey().versions().collect();
    if let Some(unknown) = [from, to].iter().find(|version| !known.contains(**version)) {
        let ranges = known.ranges();
        return Some(format!(
            "Python {unknown} is not in the table; it has {ranges}"
        ));
    }
    let module = arguments.module.as_ref()?;
    let is_unknown = table.module(module).is_none();
    is_unknown.then(|| format!("`{module}` is not a module in the table"))
}

/// A difference without members of names that are added or removed themselves.
struct Outline<'a>(Difference<'a>);

impl Readable for Outline<'_> {
    fn write(&self, page: &mut Page) {
        let difference = &self.0;
        for (title, rows) in [
            ("Added", outermost(&difference.added)),
            ("Removed", outermost(&difference.removed)),
            ("Deprecated", difference.deprecated.clone()),
        ] {
            page.line(0, &format!("{}: {}", strong(title), rows.len()));
            for row in rows {
                page.line(4, &format!("{} ({})", row.name, row.kind));
            }
        }
        let changed = &difference.changed;
        page.line(0, &format!("{}: {}", strong("Changed"), changed.len()));
        for one in changed {
            page.line(4, &one.row.name);
            page.line(8, one.before);
            page.line(8, one.after);
        }
    }
}
