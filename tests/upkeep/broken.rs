//! Every check finds what is broken, where, and says what to do.

use super::fixture::{Assets, FEATURE_LINE, NOTES};
use whats_new::upkeep::verify::Check;

const EXCEPTIONS: &str = "verify/exceptions.toml";

#[test]
fn sound_assets_have_no_problem_and_are_counted() {
    let assets = Assets::sound();
    assert_eq!(assets.problems(), Vec::<String>::new());
    let coverage = assets.verify().coverage;
    assert_eq!((coverage.features, coverage.with_sample), (3, 1));
    let row = &coverage.series[1];
    assert_eq!((row.changed, row.deprecated, row.removed), (1, 1, 1));
    assert_eq!(
        (row.peps, row.peps_excepted, row.peps_lacking.len()),
        (1, 1, 0)
    );
}

#[test]
fn a_warning_of_the_parser_is_a_problem() {
    Assets::sound()
        .change(
            NOTES,
            "impact=none related",
            "impakt=none impact=none related",
        )
        .fails(Check::Form, NOTES, FEATURE_LINE, "`impakt` is unknown");
}

#[test]
fn slugs_are_well_formed_unique_and_for_ever() {
    Assets::sound()
        .change(NOTES, "#gh-2", "#Gone")
        .change("verify/slugs.txt", "gh-2", "Gone")
        .change("verify/slugs.txt", "gh-1\nGone", "Gone\ngh-1")
        .fails(Check::Slugs, NOTES, 25, "`Gone` is no slug; write it like");
    Assets::sound()
        .change("verify/slugs.txt", "pep-758\n", "")
        .fails(
            Check::Slugs,
            NOTES,
            FEATURE_LINE,
            "run `whatsnew verify --record`",
        );
    Assets::sound()
        .change("verify/slugs.txt", "gh-1\n", "gh-0\ngh-1\n")
        .fails(Check::Slugs, "verify/slugs.txt", 1, "`gh-0` was a feature");
    Assets::sound()
        .change("verify/slugs.txt", "gh-1\ngh-2\n", "gh-2\ngh-1\n")
        .fails(
            Check::Slugs,
            "verify/slugs.txt",
            2,
            "`gh-1` is out of order",
        );
}

#[test]
fn two_release_notes_share_no_feature() {
    let assets = Assets::sound();
    let other = assets
        .read("documents/news.md")
        .replace("announcement", "reference")
        .replace("release: 3.14.0", "series: '3.14'")
        .replace(
            "status=accepted",
            "area=language impact=none url=https://example.org",
        );
    assets.write("documents/news.md", &other);
    assets.fails(Check::Slugs, NOTES, FEATURE_LINE, "stands in");
}

#[test]
fn recording_adds_and_never_takes_away() {
    let assets = Assets::sound();
    assets.write("verify/slugs.txt", "gh-0\n");
    assert_eq!(assets.record(), 3);
    assert_eq!(
        assets.read("verify/slugs.txt"),
        "gh-0\ngh-1\ngh-2\npep-758\n"
    );
    assert_eq!(assets.record(), 0);
}

#[test]
fn release_notes_say_everything_of_a_feature() {
    for (attribute, what) in [
        ("area=language ", "no `area=`"),
        ("impact=none ", "no `impact=`"),
        (
            " url=https://docs.python.org/3/whatsnew/3.14.html#whatsnew314-except",
            "no `url=`",
        ),
    ] {
        Assets::sound().change(NOTES, attribute, "").fails(
            Check::Attributes,
            NOTES,
            FEATURE_LINE,
            what,
        );
    }
    Assets::sound()
        .change(NOTES, "module=gone name=gone ", "")
        .fails(Check::Attributes, NOTES, 25, "no `module=`");
    Assets::sound()
        .change(
            NOTES,
            "Several types may stand there without parentheses, as CPython reads them.",
            "",
        )
        .fails(Check::Attributes, NOTES, FEATURE_LINE, "no text");
}

#[test]
fn peps_agree_with_the_table() {
    Assets::sound()
        .change(NOTES, "status=final", "status=draft")
        .fails(
            Check::Peps,
            NOTES,
            FEATURE_LINE,
            "PEP 758 is final, not draft",
        );
    Assets::sound()
        .change(NOTES, "created=2024-09-30", "created=2024-09-29")
        .fails(
            Check::Peps,
            NOTES,
            FEATURE_LINE,
            "was created on 2024-09-30",
        );
    Assets::sound()
        .change(NOTES, "#gh-2 kind=removed", "#gh-2 kind=removed pep=9")
        .fails(Check::Peps, NOTES, 25, "PEP 9 is not in the PEP table");
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
        elsewhere.contains("line 5: PEP 758 (Parentheses) is final and targets 3.13"),
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
        Check::Exceptions,
        EXCEPTIONS,
        2,
        "PEP 776 needs no exception",
    );
    Assets::sound()
        .change(EXCEPTIONS, "A release schedule.", "")
        .fails(Check::Exceptions, EXCEPTIONS, 3, "give it");
    Assets::sound()
        .change(EXCEPTIONS, "numbers = [1]", "numbers = []")
        .fails(
            Check::Peps,
            "facts/peps.toml",
            4,
            "PEP 1 (A Release Schedule) is active",
        );
}

#[test]
fn dates_agree_with_the_calendar() {
    Assets::sound()
        .change(NOTES, "as_of: '2026-07-01'\n", "")
        .fails(Check::Dates, NOTES, 1, "there is no `as_of:`");
    Assets::sound()
        .change(
            "documents/news.md",
            "as_of: '2026-07-01'",
            "as_of: '2025-07-01'",
        )
        .fails(
            Check::Dates,
            "documents/news.md",
            1,
            "before it was published",
        );
    Assets::sound()
        .change("documents/news.md", "2025-10-08", "2025-10-06")
        .fails(
            Check::Dates,
            "documents/news.md",
            1,
            "3.14.0 is from 2025-10-07",
        );
    Assets::sound()
        .change("documents/news.md", "release: 3.14.0", "release: 3.14.1")
        .fails(Check::Dates, "documents/news.md", 1, "only expected");
    Assets::sound()
        .change(NOTES, "**3.14.0.**", "**3.14.7.**")
        .fails(Check::Dates, NOTES, 17, "the release 3.14.7, which is not");
    Assets::sound()
        .change(NOTES, "deprecated=3.13", "deprecated=3.12")
        .fails(Check::Dates, NOTES, 25, "the series 3.12, which is not");
    Assets::sound()
        .change(
            NOTES,
            "#gh-2 kind=removed",
            "#gh-2 kind=removed removed=3.14.9",
        )
        .fails(Check::Dates, NOTES, 25, "the release 3.14.9, which is not");
    Assets::sound()
        .change("samples/pep-758/bare.py", "..3.13", "3.11..3.13")
        .fails(
            Check::Dates,
            "samples/pep-758/bare.py",
            1,
            "the series 3.11, which is not",
        );
}

#[test]
fn links_lead_somewhere() {
    Assets::sound()
        .change(NOTES, "related=gh-1", "related=gh-9")
        .fails(Check::Links, NOTES, FEATURE_LINE, "related to `gh-9`");
    Assets::sound()
        .change(NOTES, "related=gh-1", "related=pep-758")
        .fails(Check::Links, NOTES, FEATURE_LINE, "related to itself");
    Assets::sound()
        .change("documents/news.md", "(#pep-758)", "(#pep-759)")
        .fails(
            Check::Links,
            "documents/news.md",
            11,
            "`#pep-759` leads to no heading",
        );
    let assets = Assets::sound();
    let sample = assets.read("samples/pep-758/bare.py");
    assets.write("samples/gh-9/bare.py", &sample.replace("pep-758", "gh-9"));
    assets.fails(
        Check::Links,
        "samples/gh-9/bare.py",
        1,
        "it belongs to `gh-9`",
    );
}

#[test]
fn names_can_be_looked_up() {
    for name in ["old.thing()", "old.", "-X", "old..thing", "3d"] {
        Assets::sound()
            .change(NOTES, "name=old.thing", &format!("name={name}"))
            .fails(Check::Names, NOTES, 17, "is no qualified name");
    }
    Assets::sound()
        .change(NOTES, "name=old.thing", "name=old.thing,old.thing")
        .fails(Check::Names, NOTES, 17, "stands twice");
    Assets::sound()
        .change(NOTES, "module=old", "module=old-thing")
        .fails(Check::Names, NOTES, 17, "is no module");
    Assets::sound()
        .change(NOTES, "name=old.thing", "name=old.thing alias=Old")
        .fails(Check::Names, NOTES, 17, "`Old` has capitals");
}

#[test]
fn what_is_to_go_goes_later_and_what_went_was_deprecated_before() {
    Assets::sound()
        .change(NOTES, "removal=3.16", "removal=3.14")
        .fails(Check::Outcomes, NOTES, 17, "does not come after 3.14");
    Assets::sound()
        .change(
            NOTES,
            "#gh-2 kind=removed",
            "#gh-2 kind=removed removal=3.16",
        )
        .fails(
            Check::Outcomes,
            NOTES,
            25,
            "`removal=` is for what is deprecated",
        );
    Assets::sound()
        .change(NOTES, "#pep-758", "#pep-758 deprecated=3.13")
        .fails(
            Check::Outcomes,
            NOTES,
            FEATURE_LINE,
            "`deprecated=` is for what is removed",
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
        .fails(Check::Outcomes, NOTES, 25, "deprecated only in 3.14");
    Assets::sound()
        .change(NOTES, "#pep-758", "#pep-758 removed=3.13.0")
        .fails(
            Check::Outcomes,
            NOTES,
            FEATURE_LINE,
            "came in 3.14 and went in 3.13.0",
        );
}

#[test]
fn titles_fit_and_nothing_is_said_twice() {
    let long = format!("{} `old.thing` is deprecated", "added ".repeat(12));
    Assets::sound()
        .change(NOTES, "`old.thing` is deprecated", &long)
        .fails(
            Check::Texts,
            NOTES,
            17,
            "the title has 97 characters; cut it to 90",
        );
    Assets::sound()
        .change(NOTES, "is deprecated {", "is deprecated. {")
        .fails(Check::Texts, NOTES, 17, "ends in a full stop");
    Assets::sound()
        .change(
            NOTES,
            "The module `gone` is removed",
            "`old.thing` is deprecated",
        )
        .fails(Check::Texts, NOTES, 25, "has the same title");
    Assets::sound()
        .change(
            NOTES,
            "Its `helper` went with it and nothing else reads it.",
            "It warns now, and an iterable\nis read as before.",
        )
        .fails(Check::Texts, NOTES, 25, "line 17 has the same text");
}

#[test]
fn words_are_spelt_right_outside_of_code() {
    Assets::sound()
        .change(NOTES, "an iterable is read", "an iterable is raed")
        .fails(Check::Spelling, NOTES, 19, "`raed` is no English word");
    Assets::sound()
        .change(NOTES, "is deprecated {", "is deprecatd {")
        .fails(Check::Spelling, NOTES, 17, "`deprecatd`");
    Assets::sound()
        .change(
            "samples/pep-758/bare.py",
            "Types without them.",
            "Types withuot them.",
        )
        .fails(Check::Spelling, "samples/pep-758/bare.py", 1, "`withuot`");
    let code = Assets::sound()
        .change(
            NOTES,
            "an iterable is read",
            "an `itterable` *vlaue* is read",
        )
        .append(
            NOTES,
            "\n```python\nwrod = 1\n```\n\nIt is [read](https://example.org/wrod).\n",
        );
    assert_eq!(code.problems(), Vec::<String>::new());
}

#[test]
fn the_catalogue_holds_what_it_sets_out_to() {
    let goals = "verify/goals.toml";
    Assets::sound()
        .change(goals, "features = 3", "features = 4")
        .fails(Check::Goals, goals, 1, "there are 3 features of at least 4");
    Assets::sound()
        .change(goals, "with_sample = 1", "with_sample = 2")
        .fails(Check::Goals, goals, 2, "1 features with a sample");
    Assets::sound()
        .change(goals, "from = \"3.14\"", "from = \"3.13\"")
        .fails(Check::Goals, goals, 7, "0 features of 3.13");
}
