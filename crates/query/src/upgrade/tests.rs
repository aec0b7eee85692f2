//! Tests of upgrades and downgrades in a small catalogue.

use super::*;
use catalogue::{FeatureText, fixture::Shelf};
use document::{self, Block, Inline, Repair, plain_text};
use terms::{Ranged, SourceKind};

fn catalogue() -> Catalogue {
    let reference = |shelf: Shelf, minor: u8, markdown: &str| {
        shelf.document(
            &format!("3.{minor}"),
            SourceKind::Reference,
            &format!("series: '3.{minor}'"),
            markdown,
        )
    };
    let mut shelf = Shelf::empty();
    for (minor, markdown) in [
        (
            12,
            "## Old {#3.12-old kind=deprecated area=library module=imp name=a.old removal=3.14}\n\nx\n\n\
             ## Slow {#3.12-slow kind=deprecated area=library name=a.slow}\n\nx\n\n\
             ## Early {#3.12-early kind=added area=language removed=3.14.0}\n\nx",
        ),
        (
            13,
            "## Brief {#3.13-brief kind=changed area=language removed=3.14.5}\n\nx\n\n\
             ## Strict {#3.13-strict kind=changed area=builtins impact=breaking}\n\nx\n\n\
             ## Sums {#3.13-sums kind=changed area=builtins impact=check}\n\nx",
        ),
        (
            14,
            "## Old is gone {#3.14-old kind=removed area=library module=imp name=a.old,a.older}\n\nx\n\n\
             ## Fresh {#3.14-fresh kind=added area=library module=zz}\n\nx\n\n\
             ## Newer {#3.14-newer kind=added area=library module=aa}\n\nx",
        ),
    ] {
        shelf = reference(shelf, minor, markdown);
    }
    shelf.catalogue()
}

/// Each section as `Label: slug slug`; a removal is followed by `<` and its deprecation.
fn described(from: u8, to: u8) -> Vec<String> {
    let catalogue = catalogue();
    let upgrade = Upgrade::between(&catalogue, Series::python3(from), Series::python3(to));
    let described = upgrade.sections.iter().map(|section| {
        let mut text = format!("{}:", section.concern.label());
        for step in section.groups.iter().flat_map(|group| &group.steps) {
            text = format!("{text} {}", step.feature.slug);
            if let Some(deprecation) = step.deprecation {
                text = format!("{text}<{}", deprecation.slug);
            }
        }
        text
    });
    described.collect()
}

#[test]
fn an_upgrade_has_sections_by_concern() {
    assert_eq!(
        described(12, 14),
        [
            "Breaking changes: 3.12-early 3.13-strict 3.14-old",
            "Behaviour changes: 3.13-sums",
            "New features: 3.14-newer 3.14-fresh",
            "Added and removed in between: 3.13-brief",
        ]
    );
}

#[test]
fn a_removal_with_its_deprecation_is_a_single_step() {
    assert_eq!(
        described(11, 14),
        [
            "Breaking changes: 3.13-strict 3.14-old<3.12-old",
            "Behaviour changes: 3.13-sums",
            "Deprecated: 3.12-slow",
            "New features: 3.14-newer 3.14-fresh",
            "Added and removed in between: 3.13-brief 3.12-early",
        ]
    );
    assert_eq!(
        described(11, 12),
        ["Deprecated: 3.12-slow 3.12-old", "New features: 3.12-early",]
    );
}

#[test]
fn a_downgrade_has_its_own_concerns() {
    assert_eq!(
        described(14, 12),
        [
            "Added and removed in between: 3.13-brief",
            "Not available: 3.14-newer 3.14-fresh",
            "Old behaviour: 3.13-strict 3.13-sums",
            "Not yet removed: 3.12-early 3.14-old",
        ]
    );
}

#[test]
fn there_are_no_changes_between_equal_series() {
    assert_eq!(described(13, 13), Vec::<String>::new());
}

/// The checklist, with a text only for the feature `3.14-old`.
fn link(url: &str, content: Inline) -> Inline {
    Inline::Link {
        url: url.to_owned(),
        content: vec![content],
    }
}

fn markdown(from: u8, to: u8, done: &[&str]) -> String {
    let catalogue = catalogue();
    let upgrade = Upgrade::between(&catalogue, Series::python3(from), Series::python3(to));
    let done: Vec<String> = done.iter().map(|slug| (*slug).to_owned()).collect();
    let text = FeatureText {
        repair: Repair {
            seen: vec![Ranged {
                versions: "3.14..".parse().expect("versions"),
                value: "1\nImportError: gone".to_owned(),
            }],
            ..Repair::default()
        },
        slug: "3.14-old".to_owned(),
        statements: Vec::new(),
        url: Some("https://example.org/old".to_owned()),
        related: Vec::new(),
        instead: vec![
            Inline::Text("Use ".into()),
            link("https://example.org/new", Inline::Code("new".into())),
            Inline::Text(" or ".into()),
            link("#3.14-fresh", Inline::Text("fresh".into())),
        ],
        history: Vec::new(),
    };
    upgrade.to_markdown(&done, &|slug| (slug == text.slug).then_some(&text))
}

#[test]
fn the_checklist_is_markdown() {
    assert_eq!(
        markdown(11, 14, &["3.14-old", "3.14-fresh"]),
        "# Python 3.11 to 3.14\n\n\
         1 of 4 done.\n\n\
         ## Breaking changes (2)\n\n\
         ### Built-ins\n\n\
         - [ ] Strict (changed in 3.13)\n\n\
         ### Standard library: `imp`\n\n\
         - [x] [Old is gone](<https://example.org/old>) (removed in 3.14, deprecated in 3.12). Instead: Use [`new`](<https://example.org/new>) or fresh\n  \
         You will see: `ImportError: gone`\n\n\
         ## Behaviour changes (1)\n\n\
         ### Built-ins\n\n\
         - [ ] Sums (changed in 3.13)\n\n\
         ## Deprecated (1)\n\n\
         ### Standard library\n\n\
         - [ ] Slow (deprecated in 3.12)\n\n\
         ## New features (2)\n\n\
         ### Standard library: `aa`\n\n\
         - Newer (new in 3.14)\n\n\
         ### Standard library: `zz`\n\n\
         - Fresh (new in 3.14)\n\n\
         ## Added and removed in between (2)\n\n\
         ### Language\n\n\
         - Brief (changed in 3.13, removed in 3.14.5)\n\
         - Early (new in 3.12, removed in 3.14.0)\n"
    );
}

#[test]
fn a_deprecation_states_its_planned_removal() {
    let list = markdown(11, 12, &[]);
    assert!(
        list.contains("- [ ] Old (deprecated in 3.12, scheduled for removal in 3.14)\n"),
        "{list}"
    );
}

#[test]
fn markup_in_titles_is_escaped() {
    let title = "`` a`b `` and `x` * y_z_ [k](https://example.org/a) <b> | \\ ~~no~~";
    let library = Shelf::empty()
        .reference(
            "notes/3.14",
            &format!("## {title} {{#3.14-odd kind=removed url=https://example.org/(a)}}\n\nx"),
        )
        .library();
    let catalogue = &library.catalogue;
    let upgrade = Upgrade::between(catalogue, Series::python3(13), Series::python3(14));
    let list = upgrade.to_markdown(&[], &|_| {
        library.feature_texts[&Series::python3(14)].first()
    });
    let document = document::parse(list.as_bytes()).expect("a small document");
    let items = document.body.iter().find_map(|block| match block {
        Block::List { items, .. } => Some(items),
        _ => None,
    });
    let [item] = items.expect("a list").as_slice() else {
        panic!("expected one item in {list}");
    };
    let [Block::Paragraph(content)] = item.as_slice() else {
        panic!("expected one paragraph in {list}");
    };
    let text = plain_text(content);
    let title = plain_text(&catalogue.features[0].title);
    assert!(text.contains(&title), "no {title:?} in {text:?}");
    assert!(text.ends_with("(removed in 3.14)"), "{text:?}");
}

#[test]
fn the_default_range_has_supported_series() {
    let mut catalogue = catalogue();
    let day = |text: &str| text.parse::<Date>().expect("a date");
    for (calendar, (end_of_bugfix, end_of_life)) in catalogue.calendars.iter_mut().zip([
        ("2025-04-02", "2028-10-31"),
        ("2026-10-07", "2029-10-31"),
        ("2027-10-07", "2030-10-31"),
        ("2028-10-07", "2031-10-31"),
    ]) {
        calendar.end_of_bugfix = day(end_of_bugfix);
        calendar.end_of_life = day(end_of_life);
    }
    let ends = |catalogue: &Catalogue, today| Upgrade::default_range(catalogue, day(today));
    let between = |from, to| Some((Series::python3(from), Series::python3(to)));
    assert_eq!(ends(&catalogue, "2028-10-30"), between(12, 15));
    assert_eq!(ends(&catalogue, "2028-10-31"), between(13, 15));
    catalogue.calendars[3].releases.clear();
    assert_eq!(ends(&catalogue, "2028-10-31"), between(13, 14));
    catalogue.calendars.clear();
    assert_eq!(ends(&catalogue, "2028-10-31"), None);
}

#[test]
fn what_went_with_its_module_is_not_deprecated_any_more() {
    let shelf = Shelf::empty()
        .document(
            "whatsnew/3.13",
            SourceKind::Reference,
            "series: '3.13'",
            "## `old.log` is deprecated {#3.13-log kind=deprecated module=old name=old.log}\n\nx",
        )
        .document(
            "whatsnew/3.14",
            SourceKind::Reference,
            "series: '3.14'",
            "## `old` is removed {#3.14-old kind=removed module=old name=old}\n\nx",
        );
    let catalogue = shelf.catalogue();
    let concerns = |from, to| {
        let upgrade = Upgrade::between(&catalogue, Series::python3(from), Series::python3(to));
        let sections = upgrade.sections.iter();
        sections.map(|section| section.concern).collect::<Vec<_>>()
    };
    assert_eq!(concerns(12, 13), [Concern::Deprecated]);
    assert_eq!(concerns(12, 14), [Concern::Breaks]);
}

#[test]
fn a_removal_planned_for_the_target_is_told_however_old_the_deprecation() {
    let shelf = Shelf::empty().document(
        "whatsnew/3.12",
        SourceKind::Reference,
        "series: '3.12'",
        "## `a` is deprecated {#3.12-a kind=deprecated removal=3.15}\n\nx\n\n\
         ## `b` is deprecated {#3.12-b kind=deprecated removal=3.14}\n\ny",
    );
    let mut catalogue = shelf.catalogue();
    catalogue.calendars[3].releases.clear();
    let slugs = |from, to| {
        let upgrade = Upgrade::between(&catalogue, Series::python3(from), Series::python3(to));
        let sections = upgrade.sections.iter();
        let steps = sections.flat_map(Section::steps);
        steps
            .map(|step| step.feature.slug.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        slugs(13, 15),
        ["3.12-a"],
        "3.14 is out, and `b` still there"
    );
    assert!(slugs(13, 14).is_empty());
    assert!(
        slugs(15, 13).is_empty(),
        "nothing is planned for the way back"
    );
}
