//! What was found as SARIF 2.1.0, for code scanning. The entry point is [`log`].

use super::report::{Item, Report};
use lookup::{Level, Lookup};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_sarif::sarif::{
    ArtifactLocation, Invocation, Location, Message, MultiformatMessageString, PhysicalLocation,
    Region, ReportingDescriptor, Result as Found, ResultLevel, Run, Sarif, Tool, ToolComponent,
};
use std::collections::HashMap;
use std::path::{MAIN_SEPARATOR, Path};

/// What is not escaped in the path of an address: RFC 3986, section 3.3.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The schema that the log follows.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log with one run: all that was found, notes as well.
pub(crate) fn log(report: &Report<'_>) -> Sarif {
    let mut rules = Rules::default();
    let items = report.items();
    let results: Vec<Found> = items
        .iter()
        .map(|item| result(item, rules.add(item, report.lookup), &id(item)))
        .collect();
    let driver = ToolComponent::builder()
        .name("whatsnew")
        .version(env!("CARGO_PKG_VERSION"))
        .rules(rules.rules)
        .build();
    let is_whole = report.inputs.problems.is_empty();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .invocations(vec![
            Invocation::builder().execution_successful(is_whole).build(),
        ])
        .column_kind(serde_json::json!("unicodeCodePoints"))
        .results(results)
        .build();
    Sarif::builder()
        .schema(SCHEMA)
        .version(serde_json::json!("2.1.0"))
        .runs(vec![run])
        .build()
}

/// The rules of a log, each once.
#[derive(Default)]
struct Rules {
    rules: Vec<ReportingDescriptor>,
    by_id: HashMap<String, usize>,
}

impl Rules {
    /// The index of the rule of an item, which is added if it is new.
    fn add(&mut self, item: &Item<'_>, lookup: &Lookup) -> usize {
        let id = id(item);
        if let Some(index) = self.by_id.get(&id) {
            return *index;
        }
        let change = item.change().and_then(|slug| lookup.change(slug).ok());
        let text = change
            .as_ref()
            .map_or_else(|| general(item.kind), |change| &change.title);
        let text = MultiformatMessageString::builder().text(text).build();
        let mut rule = ReportingDescriptor::builder()
            .id(id.clone())
            .short_description(text)
            .build();
        rule.help_uri = change.and_then(|change| change.url);
        self.rules.push(rule);
        self.by_id.insert(id, self.rules.len() - 1);
        self.rules.len() - 1
    }
}

/// What a rule is about that no change explains.
fn general(kind: &str) -> &'static str {
    match kind {
        "added" => "Older versions of Python do not have it",
        "removed" => "Newer versions of Python do not have it",
        "changed" => "It behaves differently in newer versions of Python",
        "deprecated" => "It is deprecated",
        "syntax" => "Older versions of Python reject the syntax",
        _ => "No version of Python 3 accepts the source",
    }
}

fn id(item: &Item<'_>) -> String {
    item.change().map_or_else(
        || item.kind.to_owned(),
        |slug| format!("{}/{slug}", item.kind),
    )
}

fn result(item: &Item<'_>, rule: usize, id: &str) -> Found {
    let level = match item.level {
        Level::Error => ResultLevel::Error,
        Level::Warning => ResultLevel::Warning,
        Level::Note => ResultLevel::Note,
    };
    let lines = [item.message.to_owned()].into_iter().chain(item.help());
    let lines: Vec<String> = lines.chain(item.doubt().map(str::to_owned)).collect();
    let region = Region::builder()
        .start_line(item.line)
        .start_column(item.column)
        .end_line(item.end.0)
        .end_column(item.end.1)
        .build();
    let artifact = ArtifactLocation::builder().uri(uri(item)).build();
    let place = PhysicalLocation::builder()
        .artifact_location(artifact)
        .region(region)
        .build();
    Found::builder()
        .rule_id(id)
        .rule_index(i64::try_from(rule).unwrap_or(-1))
        .level(level)
        .message(Message::builder().text(lines.join("\n")).build())
        .locations(vec![Location::builder().physical_location(place).build()])
        .build()
}

/// The address of a file, relative unless its path is absolute. The cell of a notebook is the
/// fragment.
fn uri(item: &Item<'_>) -> String {
    let path = item.file.replace(MAIN_SEPARATOR, "/");
    let scheme = match Path::new(item.file).is_absolute() {
        true if path.starts_with('/') => "file://",
        true => "file:///",
        false => "",
    };
    let path = utf8_percent_encode(&path, PATH);
    let cell = item
        .cell
        .map_or_else(String::new, |cell| format!("#{cell}"));
    format!("{scheme}{path}{cell}")
}
