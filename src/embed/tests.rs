use super::{Answer, Embed, EmbedError, Explainer};
use catalogue::fixture::Shelf;
use query::Field;
use yew::Html;

/// Three features of 3.14, one of them a removal, and one of 3.12.
fn embed() -> Embed {
    let shelf = Shelf::empty()
        .reference(
            "notes/3.14",
            "## Except {#pep-758 kind=changed status=final module=ast}\n\nBare.\n\n\
             ## Old loops {#old kind=removed module=asyncio}\n\nGone.\n\n\
             ## Task groups {#groups kind=added module=asyncio}\n\nWait.",
        )
        .reference(
            "notes/3.12",
            "## Earlier {#early kind=added series=3.12}\n\nText.",
        );
    Embed::new(shelf.catalogue(), None)
}

#[track_caller]
fn answer(attributes: &str) -> Answer {
    let embed = embed();
    let (request, notices) = embed.request(attributes);
    let answer = embed.answer(&request, &[], "https://example.org/new/", &notices);
    answer.unwrap_or_else(|error| panic!("{attributes}: {error}"))
}

/// The text and the addresses of links, in the order of the page.
fn read(html: &Html) -> String {
    match html {
        Html::VText(text) => text.text.to_string(),
        Html::VList(list) => list.iter().map(read).collect(),
        Html::VTag(tag) => {
            let link = tag.attributes.iter().find(|(name, _)| *name == "href");
            let link = link.map(|(_, url)| format!("<{url}>")).unwrap_or_default();
            let inside = tag.children().map(read).unwrap_or_default();
            format!("{link}{inside}")
        }
        _ => panic!("static content has no components"),
    }
}

#[test]
fn a_list_holds_what_the_filters_let_pass() {
    let answer = answer("module=asyncio&kind=added");
    assert_eq!((answer.total, answer.shown), (1, 1));
    let text = read(&answer.html);
    assert!(
        text.contains("<https://example.org/new/#?kind=added&module=asyncio&feature=groups>"),
        "{text}"
    );
    assert!(text.contains("Task groups") && !text.contains("Old loops"));
}

#[test]
fn a_limit_leaves_the_rest_to_the_explorer() {
    let answer = answer("limit=2");
    assert_eq!((answer.total, answer.shown), (4, 2));
    let text = read(&answer.html);
    assert!(text.contains("2 more in the explorer"), "{text}");
    assert!(!text.contains("Earlier"), "{text}");
}

#[test]
fn invalid_attributes_are_reported_and_the_rest_works() {
    let attributes = "version=banana&kind=removed,gone&limit=-1&theme=pink&from=3.99&versoin=3.14";
    let (_, notices) = embed().request(attributes);
    for name in ["version", "kind", "limit", "theme", "from", "versoin"] {
        let found = notices
            .iter()
            .filter(|notice| notice.starts_with(&format!("“{name}”")));
        assert_eq!(found.count(), 1, "{name}: {notices:?}");
    }
    let answer = answer(attributes);
    let text = read(&answer.html);
    assert!(text.contains("banana"), "{text}");
    assert_eq!(answer.total, 1, "{text}");
}

#[test]
fn filters_can_be_written_in_the_query() {
    assert_eq!(answer("q=kind:removed").total, 1);
}

#[test]
fn an_upgrade_is_grouped_by_concern_and_filtered() {
    let text = read(&answer("from=3.12&to=3.14").html);
    assert!(text.starts_with("From Python 3.12 to 3.14"), "{text}");
    assert!(text.contains("Breaking changes") && text.contains("Task groups"));
    assert!(!text.contains("Earlier"), "{text}");
    let removed = answer("from=3.12&to=3.14&kind=removed");
    assert_eq!(removed.total, 1);
    assert!(!read(&removed.html).contains("Task groups"));
    let limited = answer("from=3.12&to=3.14&limit=1");
    assert_eq!((limited.total, limited.shown), (3, 1));
    assert_eq!(answer("from=3.14&to=3.14").total, 0);
}

#[test]
fn one_end_of_an_upgrade_implies_the_other() {
    let text = read(&answer("to=3.14").html);
    assert!(text.starts_with("From Python 3.13 to 3.14"), "{text}");
    let text = read(&answer("from=3.12").html);
    assert!(text.starts_with("From Python 3.12 to 3.15"), "{text}");
}

#[test]
fn a_feature_is_shown_whichever_filters_there_are() {
    let text = read(&answer("feature=pep-758&kind=removed").html);
    assert!(text.contains("Except") && text.contains("Changed in Python 3.14"));
    let text = read(&answer("feature=pep-758&compact").html);
    assert!(!text.contains("Changed in"), "{text}");
}

#[test]
fn an_unknown_feature_is_an_error() {
    let embed = embed();
    let (request, _) = embed.request("feature=pep-9999");
    let error = embed.answer(&request, &[], "", &[]).err();
    let expected = EmbedError::NoSuchFeature {
        slug: "pep-9999".into(),
        nearest: None,
    };
    assert_eq!(error, Some(expected));
    assert_eq!(embed.problem(&request), error);
    assert_eq!(embed.part_for(&request), None);
    assert_eq!(embed.problem(&embed.request("feature=pep-758").0), None);
}

#[test]
fn an_error_says_what_to_write_instead() {
    let embed = embed();
    let said = |attributes: &str| {
        let problem = embed.problem(&embed.request(attributes).0);
        problem
            .map(|problem| problem.to_string())
            .unwrap_or_default()
    };
    for (slug, advice) in [
        ("pep_758", "the nearest slug is \"pep-758\""),
        ("pep-757", "open the feature in the explorer"),
        ("PEP-758", "the nearest slug is \"pep-758\""),
        ("eary", "the nearest slug is \"early\""),
        ("zoneinfo", "open the feature in the explorer"),
    ] {
        let said = said(&format!("feature={slug}"));
        assert!(said.starts_with(&format!("feature=\"{slug}\"")), "{said}");
        assert!(said.contains(advice), "{said}");
    }
}

#[test]
fn only_what_is_shown_is_asked_for() {
    let embed = embed();
    let part = |attributes| embed.part_for(&embed.request(attributes).0);
    assert_eq!(part("kind=added").as_deref(), Some("excerpts.bin"));
    assert_eq!(part("feature=early").as_deref(), Some("features-3.12.bin"));
    assert_eq!(part("from=3.12"), None);
    assert_eq!(part("feature=early&compact"), None);
    assert_eq!(part("compact"), None);
}

#[test]
fn beside_an_error_filters_are_left_out() {
    let (request, notices) = embed().request("version=3.14&error=%20KeyError%3A+1%0A&limit=1");
    assert_eq!(request.error.as_deref(), Some("KeyError: 1"));
    assert_eq!(request.limit, Some(1));
    assert_eq!(request.route, query::Route::default());
    assert_eq!(
        notices,
        ["“version” was left out: an error is explained without filters."]
    );
}

#[test]
fn an_empty_error_is_a_problem() {
    let explainer = Explainer::new(embed());
    let problem = |attributes| explainer.problem(&explainer.request(attributes).0);
    assert_eq!(problem("error=+"), Some(EmbedError::NoError));
    assert_eq!(problem("error=KeyError"), None);
    let (request, _) = explainer.request("error=");
    let answer = explainer.answer(&request, &[], "", &[]);
    assert_eq!(answer.err(), Some(EmbedError::NoError));
}

/// The element observes only the attributes that are listed in this file.
#[test]
fn the_element_knows_every_filter() {
    let script = include_str!("../../assets/embed/attributes.ts");
    let filters = Field::ALL.iter().map(|field| field.key());
    let others = [
        "q", "feature", "from", "to", "limit", "compact", "theme", "error",
    ];
    for key in filters.chain(others) {
        assert!(script.contains(&format!("\"{key}\",")), "{key}");
    }
}
