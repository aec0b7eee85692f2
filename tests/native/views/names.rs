//! Pages of modules and names.

use terms::Series;

use super::Shown;

/// The version in a heading.
fn version(heading: &str) -> Series {
    let version = heading.trim_start_matches("Python ").parse();
    version.expect("a version")
}

#[test]
fn a_module_has_what_each_version_changed_and_all_names() {
    let shown = Shown::at("#?view=page&module=functools");
    assert_eq!(shown.texts("h1"), ["Module functools"]);
    let versions = shown.texts(".module-version h2");
    assert!(
        versions.is_sorted_by(|a, b| version(a) > version(b)),
        "{versions:?}"
    );
    let of_3_9 = shown.all(".module-version").into_iter();
    let of_3_9 = of_3_9
        .map(super::text)
        .find(|text| text.starts_with("Python 3.9"));
    assert!(of_3_9.expect("3.9").contains("cache"));
    let row = shown.one("tr[id='functools.cache']");
    let cells: Vec<String> = row.child_elements().map(super::text).collect();
    assert_eq!(cells, ["cache", "no", "yes"]);
}

#[test]
fn of_a_version_that_is_not_surveyed_only_features_are_shown() {
    let newest = crate::shipped::TABLE.survey().newest().expect("a version");
    let shown = Shown::at("#?view=page&module=asyncio");
    let names = scraper::Selector::parse(".names-changed dt").expect("a selector");
    let heading = scraper::Selector::parse("h2").expect("a selector");
    for section in shown.all(".module-version") {
        let heading = super::text(section.select(&heading).next().expect("a heading"));
        let has_names = section.select(&names).next().is_some();
        assert!(!has_names || version(&heading) <= newest, "{heading}");
    }
    assert!(
        shown.count(".names-changed dt") > 5,
        "the surveyed versions have names"
    );
}

#[test]
fn a_name_has_its_versions_signatures_and_features() {
    let shown = Shown::at("#?view=page&module=functools&name=functools.reduce");
    assert_eq!(shown.texts("h1"), ["functools.reduce"]);
    let signatures = shown.texts("dl.facts dd");
    assert!(signatures.len() > 1, "{signatures:?}");
    assert!(
        signatures[0].starts_with("reduce(function, iterable"),
        "{signatures:?}"
    );
    assert!(shown.count(".feature-list li") > 0, "features tell of it");
    let class = Shown::at("#?view=page&module=collections&name=collections.Counter");
    assert!(class.texts(".members a").contains(&"total".to_owned()));
}

#[test]
fn what_does_not_exist_is_said_to_be_so() {
    for (fragment, message) in [
        (
            "#?view=page&module=functools&name=functools.cahce",
            "Near: functools.cache",
        ),
        ("#?view=page&module=funktools", "no module “funktools”"),
    ] {
        let shown = Shown::at(fragment);
        let failure = shown.texts(".failure").concat();
        assert!(failure.contains(message), "{fragment}: {failure}");
    }
}
