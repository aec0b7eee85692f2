//! The shipped table of names: cut into the parts of the bundle, and searched.

use ::api::bundle::{cut, module, names, others};
use ::api::data::DifferenceData;
use ::api::{NameQuery, Table, Versions};
use terms::Series;

use crate::shipped::TABLE;

/// The part with a path.
#[track_caller]
fn part<'a>(parts: &'a [(bundle::Part<Table>, Table)], path: &str) -> &'a Table {
    let found = parts.iter().find(|(part, _)| part.path == path);
    &found.unwrap_or_else(|| panic!("no {path}")).1
}

#[test]
fn the_parts_have_every_name_once() {
    let parts = cut(&TABLE);
    let changes = part(&parts, &::api::bundle::changes().path);
    for (name, rows) in TABLE.modules() {
        let others = part(&parts, &others(name).path);
        let found = module(&[changes, others], name);
        assert!(found.into_iter().eq(rows), "{name}");
    }
}

#[test]
fn backports_are_of_names_that_some_version_lacks() {
    let parts = cut(&TABLE);
    let backported = part(&parts, &::api::bundle::backports().path);
    let survey = TABLE.survey();
    let all = Versions::between(
        survey.oldest().expect("a release")..=survey.newest().expect("a release"),
    );
    let mut count = 0;
    for row in backported.modules().flat_map(|(_, rows)| rows) {
        assert!(
            row.backport.is_some() && row.known_versions() != all,
            "{}",
            row.name
        );
        count += 1;
    }
    let whole = TABLE.modules().flat_map(|(_, rows)| rows);
    assert_eq!(whole.filter(|row| row.backport.is_some()).count(), count);
    let package = |name: &str| {
        let (_, row) = backported.row(name)?;
        Some(row.backport.as_ref()?.to_string())
    };
    for (name, expected) in [
        ("tomllib", "tomli:tomli"),
        ("itertools.batched", "more-itertools:more_itertools.batched"),
        ("cgi", "legacy-cgi:cgi"),
    ] {
        assert_eq!(package(name).as_deref(), Some(expected));
    }
    assert_eq!(package("functools.cache"), None);
}

#[test]
fn the_changes_alone_tell_how_any_two_versions_differ() {
    let parts = cut(&TABLE);
    let changes = part(&parts, &::api::bundle::changes().path);
    let versions = 6..=15;
    for (from, to) in versions
        .clone()
        .zip(versions.skip(1))
        .chain([(6, 15), (14, 8)])
    {
        let (from, to) = (Series::python3(from), Series::python3(to));
        let whole = DifferenceData::new(&TABLE.difference(from, to, None));
        let cut = DifferenceData::new(&changes.difference(from, to, None));
        assert!(whole == cut, "{from} to {to}");
    }
}

#[test]
fn names_that_people_look_for_are_found_with_their_lives() {
    let parts = cut(&TABLE);
    let names = part(&parts, &names().path);
    for (text, name, life) in [
        (
            "functools.cache",
            "functools.cache",
            "added in 3.9; not in 3.8",
        ),
        (
            "Counter.total",
            "collections.Counter.total",
            "added in 3.10; not in 3.9",
        ),
        (
            "HTTPMethod",
            "http.HTTPMethod",
            "added in 3.11; not in 3.10",
        ),
        ("pgettext", "gettext.pgettext", "added in 3.8; not in 3.7"),
        (
            "import symbol",
            "symbol",
            "since 3.6 or earlier, deprecated in 3.9, removed in 3.10",
        ),
        (
            "inspect.ArgSpec",
            "inspect.ArgSpec",
            "since 3.6 or earlier, removed in 3.11",
        ),
        (
            "asyncio.timeout_at",
            "asyncio.timeout_at",
            "added in 3.11; not in 3.10",
        ),
    ] {
        let query = NameQuery::parse(text).expect(text);
        let found = names.search(&query);
        assert!(found.is_exact, "{text}");
        let (_, row) = found.names[0];
        assert_eq!(row.name, name, "{text}");
        assert_eq!(row.summary(names.survey()).join(", "), life, "{text}");
    }
}
