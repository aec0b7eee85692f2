//! What was found as JUnit's XML: a test suite for each file, with a failure for each finding.
//! The entry point is [`write`].

use super::report::{Item, Report};
use quick_junit::{NonSuccessKind, Report as Suites, TestCase, TestCaseStatus, TestSuite};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes a suite for each file. That of a file without findings has one test, which succeeds.
pub(crate) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let problems = report.problems();
    let mut by_file = BTreeMap::<&str, Vec<&Item<'_>>>::new();
    for item in &problems {
        by_file.entry(item.file).or_default().push(item);
    }
    let mut suites = Suites::new("whatsnew check");
    for file in &report.checked.files {
        let mut suite = TestSuite::new(file.path.as_str());
        match by_file.get(file.path.as_str()) {
            Some(items) => suite.add_test_cases(items.iter().map(|item| case(item))),
            None => {
                let mut case = TestCase::new("check", TestCaseStatus::success());
                case.set_classname(file.path.as_str());
                suite.add_test_case(case)
            }
        };
        suites.add_test_suite(suite);
    }
    suites.serialize(out).map_err(io::Error::other)
}

fn case(item: &Item<'_>) -> TestCase {
    let place = format!("{}:{}:{}", item.path(), item.line, item.column);
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(item.kind).set_message(item.message);
    let change = item.change().map(|change| format!("change: {change}"));
    let doubt = item.doubt().map(str::to_owned);
    let lines = [format!("{place}: {}", item.message)].into_iter();
    let lines: Vec<String> = lines
        .chain(item.help())
        .chain(doubt)
        .chain(change)
        .collect();
    status.set_description(lines.join("\n"));
    let name = item.finding.map_or("source", |finding| &finding.name);
    let mut case = TestCase::new(format!("{} {name} ({place})", item.kind), status);
    case.set_classname(item.file);
    case
}
