//! The catalogue compared with a reference: what it lacks, broken links, and copied sentences.

use super::fixture::{Assets, FEATURE_LINE, NOTES};
use document::Code;

const REFERENCE: &str = "reference/whatsnew/3.14.txt";

fn compared() -> Assets {
    Assets::sound().with_reference()
}

#[test]
fn a_complete_catalogue_lacks_nothing() {
    assert_eq!(compared().problems(), Vec::<String>::new());
}

#[test]
fn names_in_the_section_on_removals_have_to_be_mentioned() {
    compared()
        .change(REFERENCE, ":func:`!helper`", ":func:`!assistant`")
        .fails(
            Code::Reference,
            REFERENCE,
            16,
            "`assistant` is in no feature of 3.14",
        );
    let excepted = compared()
        .change(REFERENCE, ":func:`!helper`", ":func:`!assistant`")
        .append(
            "verify/exceptions.toml",
            "[[names]]\nseries = \"3.14\"\nnames = [\"assistant\"]\nreason = \"Private.\"\n",
        );
    assert_eq!(excepted.problems(), Vec::<String>::new());
}

#[test]
fn mentioned_names_are_in_an_attribute_too() {
    compared()
        .change(NOTES, "name=old.thing", "name=old")
        .change(
            REFERENCE,
            "The function :func:`old.thing` is deprecated, use :func:`new.thing`.",
            "The function :func:`thing` is deprecated.",
        )
        .change(
            REFERENCE,
            "The function :func:`old.thing`.",
            "Nothing else.",
        )
        .fails(
            Code::Reference,
            REFERENCE,
            22,
            "no feature of 3.14 has one of `thing`",
        );
}

#[test]
fn a_header_file_only_has_to_be_mentioned() {
    let with_header = || {
        compared().change(
            REFERENCE,
            "Deprecated\n",
            "Remove the ``odd.h`` header.\n\nDeprecated\n",
        )
    };
    with_header().fails(
        Code::Reference,
        REFERENCE,
        20,
        "`odd.h` is in no feature of 3.14",
    );
    let assets = with_header().change(NOTES, "Its `helper` went", "Its `helper` and `odd.h` went");
    assert_eq!(assets.problems(), Vec::<String>::new());
}

#[test]
fn a_removed_module_has_a_removal() {
    compared()
        .change(NOTES, "#gh-2 kind=removed", "#gh-2 kind=changed")
        .change(NOTES, "deprecated=3.13 ", "")
        .fails(
            Code::Reference,
            REFERENCE,
            16,
            "no removal of 3.14 has the module `gone`",
        );
}

#[test]
fn what_is_to_go_has_a_deprecation() {
    compared()
        .change(NOTES, "removal=3.16", "removal=3.17")
        .fails(
            Code::Reference,
            REFERENCE,
            34,
            "`removal: 3.16` has one of `old.thing`",
        );
}

#[test]
fn exceptions_for_names_are_needed() {
    compared()
        .append(
            "verify/exceptions.toml",
            "[[pending]]\nremoval = \"3.16\"\nnames = [\"never\"]\nreason = \"Private.\"\n",
        )
        .fails(Code::Exception, "verify/exceptions.toml", 6, "`never`");
}

#[test]
fn anchors_are_those_of_the_notes() {
    compared()
        .change(NOTES, "#whatsnew314-except", "#whatsnew314-nothing")
        .fails(
            Code::Anchor,
            NOTES,
            FEATURE_LINE,
            "no anchor `whatsnew314-nothing`",
        );
    compared()
        .change(NOTES, "3.14.html#deprecated", "3.14.html")
        .fails(Code::Anchor, NOTES, 17, "has no anchor");
}

#[test]
fn words_are_our_own() {
    let sentence = "Several exception types need no parentheses any longer.";
    let copied = compared().change(
        NOTES,
        "Several types may stand there without parentheses, as CPython reads them.",
        sentence,
    );
    copied.fails(
        Code::OwnWords,
        NOTES,
        15,
        "also occurs at reference/whatsnew/3.14.txt:10",
    );
    for own in [
        "Types need no parentheses any longer, see, and nothing else.",
        "Several exception types need no `code` parentheses any longer, see.",
    ] {
        let assets = compared().change(
            NOTES,
            "Several types may stand there without parentheses, as CPython reads them.",
            own,
        );
        assert_eq!(assets.problems(), Vec::<String>::new(), "{own}");
    }
}

#[test]
fn the_fact_tables_agree_with_the_reference() {
    let assets = compared();
    assets.write(
        "reference/peps.tsv",
        "number\ttitle\tstatus\ttype\ttopic\tcreated\tpython_version\tresolved\treplaces\t\
         superseded_by\n\
         1\tA Release Schedule\tActive\tInformational\t\t01-Jan-2024\t3.14\t\t\t\n\
         758\tParentheses\tFinal\tStandards Track\t\t30-Sep-2024\t3.14\t\t\t\n\
         776\tA Draft\tFinal\tStandards Track\t\t18-Mar-2025\t3.15\t\t\t\n",
    );
    assets.write(
        "reference/python-releases.toml",
        include_str!("../../fixtures/upkeep/calendar.toml"),
    );
    assets.fails(
        Code::Facts,
        "facts/peps.toml",
        1,
        "PEP 776 is final; it was draft",
    );
}
