//! Every check finds mistakes, with their place and a message that says what to do.

use super::fixture::{Assets, FEATURE_LINE, NOTES};
use document::Code;

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
fn what_the_parser_reports_is_a_problem() {
    Assets::sound()
        .change(
            NOTES,
            "impact=none related",
            "impakt=none impact=none related",
        )
        .fails(Code::Attribute, NOTES, FEATURE_LINE, "`impakt` is unknown");
}

#[test]
fn slugs_are_well_formed_unique_and_for_ever() {
    Assets::sound()
        .change(NOTES, "#gh-2", "#Gone")
        .change("verify/slugs.txt", "gh-2", "Gone")
        .change("verify/slugs.txt", "gh-1\nGone", "Gone\ngh-1")
        .fails(
            Code::Slug,
            NOTES,
            33,
            "`Gone` is not a valid slug; write it like",
        );
    Assets::sound()
        .change("verify/slugs.txt", "pep-758\n", "")
        .fails(
            Code::Slug,
            NOTES,
            FEATURE_LINE,
            "run `whatsnew verify --record`",
        );
    Assets::sound()
        .change("verify/slugs.txt", "gh-1\n", "gh-0\ngh-1\n")
        .fails(
            Code::Slug,
            "verify/slugs.txt",
            1,
            "`gh-0` is recorded, but no longer a feature",
        );
    Assets::sound()
        .change("verify/slugs.txt", "gh-1\ngh-2\n", "gh-2\ngh-1\n")
        .fails(Code::Slug, "verify/slugs.txt", 2, "`gh-1` is out of order");
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
    assets.fails(Code::Slug, NOTES, FEATURE_LINE, "is also used at");
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
        ("area=language ", "no `area:`"),
        ("impact=none ", "no `impact:`"),
        (
            " url=https://docs.python.org/3/whatsnew/3.14.html#whatsnew314-except",
            "no `url:`",
        ),
    ] {
        Assets::sound().change(NOTES, attribute, "").fails(
            Code::Missing,
            NOTES,
            FEATURE_LINE,
            what,
        );
    }
    Assets::sound()
        .change(NOTES, "module=gone name=gone ", "")
        .fails(Code::Missing, NOTES, 33, "no `module:`");
    Assets::sound()
        .change(
            NOTES,
            "Several types may stand there without parentheses, as CPython reads them.",
            "",
        )
        .fails(Code::Missing, NOTES, FEATURE_LINE, "no text");
}

#[test]
fn links_lead_somewhere() {
    Assets::sound()
        .change(NOTES, "related=gh-1", "related=gh-9")
        .fails(
            Code::Related,
            NOTES,
            FEATURE_LINE,
            "`gh-9` is not a feature",
        );
    Assets::sound()
        .change(NOTES, "related=gh-1", "related=pep-758")
        .fails(Code::Related, NOTES, FEATURE_LINE, "related to itself");
    Assets::sound()
        .change("documents/news.md", "(#pep-758)", "(#pep-759)")
        .fails(
            Code::Link,
            "documents/news.md",
            11,
            "`#pep-759` does not lead to a heading; did you mean `#pep-758`?",
        );
    let assets = Assets::sound();
    let sample = assets.read("samples/pep-758/bare.py");
    assets.write("samples/gh-9/bare.py", &sample.replace("pep-758", "gh-9"));
    assets.fails(
        Code::Sample,
        "samples/gh-9/bare.py",
        2,
        "`gh-9` is not a feature",
    );
}

#[test]
fn names_can_be_looked_up() {
    for name in ["old.thing()", "old.", "-X", "old..thing", "3d"] {
        Assets::sound()
            .change(NOTES, "name=old.thing", &format!("name={name}"))
            .fails(Code::Name, NOTES, 17, "is not a qualified name");
    }
    Assets::sound()
        .change(NOTES, "name=old.thing", "name=old.thing,old.thing")
        .fails(Code::Name, NOTES, 17, "is listed twice");
    Assets::sound()
        .change(NOTES, "module=old", "module=old-thing")
        .fails(Code::Module, NOTES, 17, "is not a valid module name");
    Assets::sound()
        .change(NOTES, "name=old.thing", "name=old.thing alias=Old")
        .fails(Code::Alias, NOTES, 17, "`Old` has capitals");
}

#[test]
fn titles_fit_and_nothing_is_said_twice() {
    let long = format!("{} `old.thing` is deprecated", "added ".repeat(12));
    Assets::sound()
        .change(NOTES, "`old.thing` is deprecated", &long)
        .fails(
            Code::Title,
            NOTES,
            17,
            "the title has 97 characters; cut it to 90",
        );
    Assets::sound()
        .change(NOTES, "is deprecated {", "is deprecated. {")
        .fails(Code::Title, NOTES, 17, "ends in a full stop");
    Assets::sound()
        .change(
            NOTES,
            "The module `gone` is removed",
            "`old.thing` is deprecated",
        )
        .fails(Code::Title, NOTES, 33, "has the same title");
    Assets::sound()
        .change(
            NOTES,
            "Its `helper` went with it and nothing else reads it.",
            "It warns now, and an iterable\nis read as before.",
        )
        .fails(Code::Text, NOTES, 33, "3.14.md:17:1 has the same text");
}

#[test]
fn words_are_spelt_right_outside_of_code() {
    Assets::sound()
        .change(NOTES, "an iterable is read", "an iterable is raed")
        .fails(Code::Spelling, NOTES, 19, "`raed` is not in the dictionary");
    Assets::sound()
        .change(NOTES, "is deprecated {", "is deprecatd {")
        .fails(Code::Spelling, NOTES, 17, "`deprecatd`");
    Assets::sound()
        .change(
            "samples/pep-758/bare.py",
            "Types without them.",
            "Types withuot them.",
        )
        .fails(Code::Spelling, "samples/pep-758/bare.py", 5, "`withuot`");
    let code = Assets::sound()
        .change(
            NOTES,
            "an iterable is read",
            "an `itterable` *vlaue* is read",
        )
        .append(
            NOTES,
            "\n```sh\nwrod\n```\n\nIt is [read](https://example.org/wrod).\n",
        );
    assert_eq!(code.problems(), Vec::<String>::new());
}

#[test]
fn the_catalogue_holds_what_it_sets_out_to() {
    let goals = "verify/goals.toml";
    Assets::sound()
        .change(goals, "features = 3", "features = 4")
        .fails(
            Code::Goal,
            goals,
            1,
            "the catalogue has 3 features; its goal is at least 4",
        );
    Assets::sound()
        .change(goals, "with_sample = 1", "with_sample = 2")
        .fails(Code::Goal, goals, 2, "1 features with a sample");
    Assets::sound()
        .change(goals, "from = \"3.14\"", "from = \"3.13\"")
        .fails(Code::Goal, goals, 7, "0 features of 3.13");
}

#[test]
fn python_in_a_text_has_a_sample_or_a_reason() {
    let exceptions = "verify/exceptions.toml";
    let shown = "Its `helper` went with it and nothing else reads it.";
    let with = |code: &str| Assets::sound().change(NOTES, shown, &format!("{shown}\n\n{code}"));
    let python = "- It warns now:\n\n  ```python\n  import gone\n  ```";
    with(python).fails(Code::Sample, NOTES, 33, "`gh-2` has Python code but no");
    let excepted = "[[sample]]\nfeatures = [\"gh-2\"]\nreason = \"It is gone.\"\n";
    let assets = with(python).append(exceptions, excepted);
    assert_eq!(assets.problems(), Vec::<String>::new());
    let assets = with("```sh\npython -m gone\n```");
    assert_eq!(assets.problems(), Vec::<String>::new());
    assets.append(exceptions, excepted).fails(
        Code::Exception,
        exceptions,
        5,
        "`gh-2`, which has a sample or no Python code, needs no exception",
    );
    Assets::sound()
        .append(exceptions, &excepted.replace("gh-2", "pep-785"))
        .fails(
            Code::Exception,
            exceptions,
            5,
            "`pep-785` is not a feature; did you mean `pep-758`?",
        );
}
