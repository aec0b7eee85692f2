//! Every file matches its schema, every property is described, and every schema rejects what it
//! should.

use super::{ANYWHERE, LIBRARY, Published, TABLE};
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use terms::Series;

/// An arbitrary address, as the schemas refer to each other by relative links.
const BASE: &str = "https://example.org/api/v1/schema/";

const NAMES: [&str; 10] = [
    "catalogue",
    "definitions",
    "deprecations",
    "difference",
    "feature",
    "launcher",
    "module",
    "modules",
    "peps",
    "release",
];

/// A change to a schema before it is compiled.
type Change = fn(&mut Value);

fn validator(published: &Published, schema: &Value, change: Change) -> Validator {
    let mut registry = Registry::new();
    for name in NAMES {
        let mut known = published.json(&format!("api/v1/schema/{name}.json"));
        assert!(
            jsonschema::meta::is_valid(&known),
            "{name} is not a valid schema"
        );
        change(&mut known);
        registry = registry
            .add(format!("{BASE}{name}.json"), known)
            .expect("an address");
    }
    let registry = registry
        .prepare()
        .expect("schemas that refer to each other");
    jsonschema::options()
        .with_registry(&registry)
        .with_base_uri(format!("{BASE}here.json"))
        .build(schema)
        .expect("a schema")
}

/// The schema of a file.
fn schema_of(name: &str) -> Validator {
    let reference = json!({ "$ref": format!("{name}.json") });
    validator(&ANYWHERE, &reference, |_| {})
}

/// Every published data file with the name of its schema.
fn data() -> Vec<(&'static str, &'static str)> {
    let mut data = vec![
        ("api/v1/catalogue.json", "catalogue"),
        ("api/v1/deprecations.json", "deprecations"),
        ("api/v1/launcher.json", "launcher"),
        ("api/v1/modules.json", "modules"),
        ("api/v1/peps.json", "peps"),
    ];
    for (folder, schema) in [
        ("diff", "difference"),
        ("features", "feature"),
        ("names", "module"),
        ("releases", "release"),
    ] {
        let files = ANYWHERE.below(&format!("api/v1/{folder}/"), ".json");
        data.extend(files.into_iter().map(|(path, _)| (path, schema)));
    }
    let others = ANYWHERE.below("api/", "").len() - NAMES.len();
    assert_eq!(data.len(), others, "a file has no schema");
    data
}

#[test]
fn every_file_is_what_its_schema_says() {
    let catalogue = json!(LIBRARY.catalogue.as_of);
    let table = json!(TABLE.survey().as_of);
    for (schema, as_of) in [
        ("catalogue", &catalogue),
        ("deprecations", &catalogue),
        ("difference", &table),
        ("feature", &catalogue),
        ("launcher", &catalogue),
        ("module", &table),
        ("modules", &table),
        ("peps", &catalogue),
        ("release", &catalogue),
    ] {
        let validator = schema_of(schema);
        for (path, _) in data().iter().filter(|(_, name)| *name == schema) {
            let value = ANYWHERE.json(path);
            if let Some(error) = validator.iter_errors(&value).next() {
                panic!("{path}{}: {error}", error.instance_path());
            }
            if schema == "release" {
                // Each calendar is of its own day.
                let series: Series = value["series"]
                    .as_str()
                    .and_then(|text| text.parse().ok())
                    .expect("a series");
                let calendar = LIBRARY.catalogue.calendar(series).expect("a calendar");
                assert_eq!(value["as_of"], json!(calendar.as_of), "{path}");
            } else {
                assert_eq!(value["as_of"], *as_of, "{path}");
            }
            assert!(!ANYWHERE.text(path).contains('\n'), "{path} is on one line");
        }
    }
}

/// Makes a schema reject properties that it does not describe.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            // Conditions have properties, too, but describe only some of them.
            if object.contains_key("required") && object.contains_key("properties") {
                object.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn everything_in_a_file_is_described() {
    // A feature's own file also has a date, which the closed schema of the feature rejects;
    // the catalogue has the same feature without it.
    for schema in [
        "catalogue",
        "deprecations",
        "difference",
        "launcher",
        "module",
        "modules",
        "peps",
        "release",
    ] {
        let reference = json!({ "$ref": format!("{schema}.json") });
        let closed = validator(&ANYWHERE, &reference, close);
        for (path, _) in data().iter().filter(|(_, name)| *name == schema) {
            let mut value = ANYWHERE.json(path);
            if let Some(error) = closed.iter_errors(&value).next() {
                panic!("{path}{}: {error}", error.instance_path());
            }
            value["more"] = json!(1);
            assert!(
                !closed.is_valid(&value),
                "{path}: the closed schema is open"
            );
        }
    }
}

#[test]
fn a_feature_is_the_same_in_its_file_and_in_the_catalogue() {
    let catalogue = ANYWHERE.json("api/v1/catalogue.json");
    let features = catalogue["features"].as_array().expect("features");
    assert_eq!(
        features.len(),
        ANYWHERE.below("api/v1/features/", ".json").len()
    );
    for feature in features {
        let slug = feature["slug"].as_str().expect("a slug");
        let mut own = ANYWHERE.json(&format!("api/v1/features/{slug}.json"));
        let as_of = own.as_object_mut().and_then(|own| own.remove("as_of"));
        assert_eq!(as_of, Some(catalogue["as_of"].clone()));
        assert_eq!(own, *feature);
    }
    assert_eq!(ANYWHERE.json("api/v1/peps.json")["peps"], catalogue["peps"]);
}

/// The kinds of objects in a file, with the path to one of each.
const PARTS: &[(&str, &str, &[&str])] = &[
    (
        "catalogue",
        "api/v1/catalogue.json",
        &[
            "",
            "/features/0",
            "/features/0/states/0",
            "/peps/0",
            "/releases/0",
            "/documents/0",
        ],
    ),
    (
        "deprecations",
        "api/v1/deprecations.json",
        &["", "/deprecations/0"],
    ),
    (
        "feature",
        "api/v1/features/pep-758.json",
        &["", "/states/0", "/claims/0"],
    ),
    (
        "feature",
        "api/v1/features/3.14-incremental-gc.json",
        &["/history/0"],
    ),
    (
        "difference",
        "api/v1/diff/3.13-3.14.json",
        &["", "/changed/0"],
    ),
    ("launcher", "api/v1/launcher.json", &["", "/items/0"]),
    ("module", "api/v1/names/errno.json", &["", "/names/0"]),
    ("module", "api/v1/names/_thread.json", &["/names/0"]),
    ("modules", "api/v1/modules.json", &["", "/modules/0"]),
    ("peps", "api/v1/peps.json", &["", "/peps/0"]),
    (
        "release",
        "api/v1/releases/3.14.json",
        &["", "/releases/0", "/features/0"],
    ),
];

#[test]
fn every_schema_refuses_what_lacks_something_or_has_something_else() {
    for (schema, path, places) in PARTS {
        let validator = schema_of(schema);
        // One object of each kind is enough, and faster than all of them.
        let mut whole = ANYWHERE.json(path);
        for list in whole.as_object_mut().expect("an object").values_mut() {
            if let Value::Array(items) = list {
                items.truncate(1);
            }
        }
        assert!(validator.is_valid(&whole), "{path}");
        for place in *places {
            let part = whole.pointer(place).and_then(Value::as_object);
            let keys: Vec<String> = part.expect(place).keys().cloned().collect();
            for key in keys {
                let mut broken = whole.clone();
                let part = broken.pointer_mut(place).and_then(Value::as_object_mut);
                let part = part.expect("the same place");
                let had = part.insert(key.clone(), json!({ "no": "such" }));
                assert!(had.is_some());
                assert!(
                    !validator.is_valid(&broken),
                    "{path}{place}/{key} may be anything"
                );
                let part = broken.pointer_mut(place).and_then(Value::as_object_mut);
                part.expect("the same place").remove(&key);
                assert!(
                    !validator.is_valid(&broken),
                    "{path}{place}/{key} may be missing"
                );
            }
        }
    }
}

#[test]
fn a_schema_refuses_words_and_numbers_of_another_form() {
    let validator = schema_of("feature");
    let feature = ANYWHERE.json("api/v1/features/pep-758.json");
    for (key, wrong) in [
        ("slug", json!("../pep-758")),
        ("kind", json!("improved")),
        ("series", json!("3")),
        ("release", json!("3.14")),
        ("as_of", json!("22 August 2026")),
        ("peps", json!(["758"])),
        ("issues", json!(["131831"])),
        ("url", json!("javascript:alert(1)")),
        ("states", json!([])),
    ] {
        let mut broken = feature.clone();
        broken[key] = wrong;
        assert!(!validator.is_valid(&broken), "{key}");
    }
    let validator = schema_of("deprecations");
    let mut pending = ANYWHERE.json("api/v1/deprecations.json");
    let entry = pending["deprecations"].as_array_mut().expect("a list");
    entry.retain(|entry| entry["state"] == "pending");
    entry.truncate(1);
    assert!(validator.is_valid(&pending));
    pending["deprecations"][0]["removal"] = Value::Null;
    assert!(
        !validator.is_valid(&pending),
        "a pending removal names its series"
    );
}
