//! What features say of names is held against the table of interpreters.

use super::fixture::{Assets, FEATURE_LINE, NOTES};
use document::Code;

/// The names of the fixture's features, as a table with its newest version: a name that is
/// deprecated, what to use instead, and a module that is gone.
const TABLE: &[(&str, &str)] = &[
    (
        "survey.toml",
        "as_of = \"2026-07-01\"\nreleases = [\"3.12.1\", \"3.13.1\", \"3.14.1\"]\n",
    ),
    (
        "names/old.txt",
        "old\tmodule\t3.12-\nold.thing\tfunction\t3.12-\n",
    ),
    (
        "names/new.txt",
        "new\tmodule\t3.12-\nnew.thing\tfunction\t3.13-\n",
    ),
    (
        "names/gone.txt",
        "gone\tmodule\t3.12-3.13\ngone.helper\tfunction\t3.12-3.13\n",
    ),
];

/// Sound assets with the table.
fn sound() -> Assets {
    let assets = Assets::sound();
    for (path, text) in TABLE {
        assets.write(&format!("api/{path}"), text);
    }
    assets
}

#[test]
fn features_that_interpreters_bear_out_have_no_problem() {
    assert_eq!(sound().problems(), Vec::<String>::new());
}

#[test]
fn a_module_is_one() {
    sound().change(NOTES, "module=old", "module=odl").fails(
        Code::Api,
        NOTES,
        17,
        "no version has the module `odl`; did you mean `old`?",
    );
}

#[test]
fn a_name_is_there_in_the_version_that_tells_of_it() {
    let assets = sound().change(
        "api/names/old.txt",
        "old.thing\tfunction\t3.12-",
        "old.thing\tfunction\t3.12-3.13",
    );
    let problems = assets.problems().join("\n");
    assert!(
        problems.contains("`old.thing` is not in 3.14; it is in 3.12"),
        "{problems}"
    );
}

#[test]
fn what_to_use_instead_is_there() {
    let assets = sound().change(
        "api/names/new.txt",
        "new.thing\tfunction\t3.13-",
        "new.thing\tfunction\t3.12-3.13",
    );
    let problems = assets.problems().join("\n");
    assert!(
        problems.contains("the replacement `new.thing` is not in 3.14"),
        "{problems}"
    );
    sound()
        .change(NOTES, "use `new.thing`", "use `new.thnig`")
        .fails(Code::Api, NOTES, 21, "is not a public name of any version");
}

#[test]
fn a_title_that_is_a_name_is_new_or_gone() {
    let exception =
        "[[contradicted]]\nfeature = \"gh-2\"\nnames = [\"gone\"]\nreason = \"It is back.\"\n";
    let still_there = || {
        sound()
            .change(NOTES, "## The module `gone` is removed", "## `gone`")
            .change(
                "api/names/gone.txt",
                "gone\tmodule\t3.12-3.13",
                "gone\tmodule\t3.12-",
            )
    };
    still_there().fails(Code::Api, NOTES, 33, "`gone` is still in 3.14");
    let excepted = still_there().append("verify/exceptions.toml", exception);
    assert_eq!(excepted.problems(), Vec::<String>::new());
    sound().append("verify/exceptions.toml", exception).fails(
        Code::Exception,
        "verify/exceptions.toml",
        6,
        "needs no exception",
    );
    sound()
        .change(
            NOTES,
            "## Types without parentheses after `except`",
            "## `new.thing`",
        )
        .change(
            NOTES,
            "kind=changed status",
            "kind=added name=new.thing status",
        )
        .fails(
            Code::Api,
            NOTES,
            FEATURE_LINE,
            "`new.thing` is in 3.13 already",
        );
}

#[test]
fn every_loss_is_covered() {
    let uncovered = || {
        sound().change(
            "api/names/new.txt",
            "new\tmodule",
            "new.lost\tclass\t3.12\nnew.lost.method\tmethod\t3.12\nnew\tmodule",
        )
    };
    uncovered().fails(
        Code::Api,
        "api/names/new.txt",
        1,
        "3.13 lost `new.lost`, and none of its",
    );
    let exception =
        "[[uncovered]]\nversion = \"3.13\"\nnames = [\"new.lost\"]\nreason = \"A mistake.\"\n";
    let excepted = uncovered().append("verify/exceptions.toml", exception);
    assert_eq!(excepted.problems(), Vec::<String>::new());
    uncovered()
        .append(
            "verify/exceptions.toml",
            &exception.replace("A mistake.", " "),
        )
        .fails(
            Code::Exception,
            "verify/exceptions.toml",
            7,
            "an exception has a reason",
        );
}

#[test]
fn every_documented_addition_is_covered_where_there_is_an_inventory() {
    let assets = sound().with_reference();
    assets.write(
        "reference/documented-3.15.tsv",
        "name\trole\tpage\nnew.thing\tpy:function\tnew.html\n",
    );
    let problems = assets.problems().join("\n");
    assert!(
        problems.contains("3.13 added `new.thing`, and none of its"),
        "{problems}"
    );
}
