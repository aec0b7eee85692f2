//! The examples in `docs/embedding.md`: each that names a file in `tests/embedding`, where it
//! is built with the actual tool, is contained in that file.

use std::fs;
use std::path::Path;

/// The blocks of code that name a file, as the name and the text.
fn examples(guide: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    let mut is_inside = false;
    for line in guide.lines() {
        if let Some(language) = line.strip_prefix("```") {
            is_inside = match language.split_once(" title=") {
                Some((_, file)) => {
                    found.push((file, String::new()));
                    true
                }
                None => false,
            };
        } else if let (true, Some((_, text))) = (is_inside, found.last_mut()) {
            text.push_str(line);
            text.push('\n');
        }
    }
    found
}

#[test]
fn every_example_is_what_is_tested() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("docs/embedding.md")).expect("the guide");
    let examples = examples(&guide);
    for tool in ["sphinx", "mkdocs", "mdbook"] {
        let count = examples
            .iter()
            .filter(|(file, _)| file.starts_with(tool))
            .count();
        assert!(count >= 2, "{tool} has {count} examples");
    }
    for (file, text) in examples {
        let path = root.join("tests/embedding").join(file);
        let whole =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(whole.contains(&text), "{file} does not contain:\n{text}");
    }
}
