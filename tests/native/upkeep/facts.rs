//! Documents that contradict the fact tables: PEPs, dates, series and releases.

use super::fixture::{Assets, FEATURE_LINE, NOTES};
use document::Code;

const EXCEPTIONS: &str = "verify/exceptions.toml";

#[test]
fn peps_agree_with_the_table() {
    Assets::sound()
        .change(NOTES, "status=final", "status=draft")
        .fails(
            Code::Status,
            NOTES,
            FEATURE_LINE,
            "PEP 758 is final, not draft",
        );
    Assets::sound()
        .change(NOTES, "created=2024-09-30", "created=2024-09-29")
        .fails(
            Code::Created,
            NOTES,
            FEATURE_LINE,
            "was created on 2024-09-30",
        );
    Assets::sound()
        .change(NOTES, "#gh-2 kind=removed", "#gh-2 kind=removed pep=9")
        .fails(Code::Pep, NOTES, 33, "PEP 9 is not in the PEP table");
}

#[test]
fn a_pep_is_a_feature_of_a_series_that_it_targets() {
    let moved = || {
        Assets::sound()
            .change(NOTES, "#pep-758", "#pep-758 series=3.14")
            .change(
                "facts/peps.toml",
                "2024-09-30, versions = [\"3.14\"]",
                "2024-09-30, versions = [\"3.13\"]",
            )
    };
    let problems = moved().problems();
    let [lacking, elsewhere] = problems.as_slice() else {
        panic!("two problems are expected: {problems:?}");
    };
    assert!(
        elsewhere.contains("toml:5:1: error[pep]: PEP 758 (Parentheses) is final and targets 3.13"),
        "{elsewhere}"
    );
    assert!(lacking.contains("targets 3.13, not 3.14"), "{lacking}");
    let exception = "[[series]]\npep = 758\nseries = \"3.14\"\nreason = \"It came later.\"\n";
    let excepted = moved().append(EXCEPTIONS, exception);
    assert_eq!(excepted.problems(), Vec::<String>::new());
}

#[test]
fn exceptions_are_needed_and_have_reasons() {
    Assets::sound().change(EXCEPTIONS, "[1]", "[1, 776]").fails(
        Code::Exception,
        EXCEPTIONS,
        2,
        "PEP 776 needs no exception",
    );
    Assets::sound()
        .change(EXCEPTIONS, "A release schedule.", "")
        .fails(Code::Exception, EXCEPTIONS, 3, "give it");
    Assets::sound()
        .change(EXCEPTIONS, "numbers = [1]", "numbers = []")
        .fails(
            Code::Pep,
            "facts/peps.toml",
            4,
            "PEP 1 (A Release Schedule) is active",
        );
}

#[test]
fn dates_agree_with_the_calendar() {
    Assets::sound()
        .change(NOTES, "as_of: '2026-07-01'\n", "")
        .fails(Code::Date, NOTES, 1, "there is no `as_of:`");
    Assets::sound()
        .change(
            "documents/news.md",
            "as_of: '2026-07-01'",
            "as_of: '2025-07-01'",
        )
        .fails(
            Code::Date,
            "documents/news.md",
            6,
            "before it was published",
        );
    Assets::sound()
        .change("documents/news.md", "2025-10-08", "2025-10-06")
        .fails(
            Code::Date,
            "documents/news.md",
            4,
            "3.14.0 is from 2025-10-07",
        );
    Assets::sound()
        .change("documents/news.md", "release: 3.14.0", "release: 3.14.1")
        .fails(Code::Date, "documents/news.md", 5, "only expected");
    Assets::sound()
        .change(NOTES, "**3.14.0.**", "**3.14.7.**")
        .fails(Code::History, NOTES, 23, "the release 3.14.7 is not");
    Assets::sound()
        .change(NOTES, "deprecated=3.13", "deprecated=3.12")
        .fails(Code::Deprecated, NOTES, 33, "the version 3.12 is not");
    Assets::sound()
        .change(
            NOTES,
            "#gh-2 kind=removed",
            "#gh-2 kind=removed removed=3.14.9",
        )
        .fails(Code::Removed, NOTES, 33, "the release 3.14.9 is not");
    Assets::sound()
        .change("samples/pep-758/bare.py", "..3.13", "3.11..3.13")
        .fails(
            Code::Series,
            "samples/pep-758/bare.py",
            7,
            "the version 3.11 is not",
        );
}

#[test]
fn what_is_to_go_goes_later_and_what_went_was_deprecated_before() {
    Assets::sound()
        .change(NOTES, "removal=3.16", "removal=3.14")
        .fails(
            Code::Removal,
            NOTES,
            17,
            "planned for 3.14, which is not after 3.14",
        );
    Assets::sound()
        .change(
            NOTES,
            "#gh-2 kind=removed",
            "#gh-2 kind=removed removal=3.16",
        )
        .fails(
            Code::Removal,
            NOTES,
            33,
            "`removal:` is only for deprecations",
        );
    Assets::sound()
        .change(NOTES, "#pep-758", "#pep-758 deprecated=3.13")
        .fails(
            Code::Deprecated,
            NOTES,
            FEATURE_LINE,
            "`deprecated:` is only for removals",
        );
    Assets::sound()
        .change(
            NOTES,
            "#gh-2 kind=removed",
            "#gh-2 series=3.13 kind=removed",
        )
        .change(NOTES, "deprecated=3.13", "deprecated=3.14")
        .change(
            "verify/goals.toml",
            "to = \"3.14\"\nfeatures = 3",
            "to = \"3.14\"\nfeatures = 2",
        )
        .fails(Code::Deprecated, NOTES, 33, "deprecated only in 3.14");
    Assets::sound()
        .change(NOTES, "#pep-758", "#pep-758 removed=3.13.0")
        .fails(
            Code::Removed,
            NOTES,
            FEATURE_LINE,
            "removed in 3.13.0, which is before 3.14",
        );
}
