//! The examples in `docs/embedding.md`: each that names a file in `tests/embedding`, where it
//! is built with the actual tool, is contained in that file.

use std::fs;
use std::path::Path;

/// The blocks of code that name a file, as the name and the text.
fn examples(guide: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    // The fence of the block and whether it names a file. A longer fence holds shorter ones.
    let mut open: Option<(&str, bool)> = None;
    for line in guide.lines() {
        let (fence, rest) = line.split_at(line.len() - line.trim_start_matches('`').len());
        match open {
            Some((opening, _)) if rest.is_empty() && fence.len() >= opening.len() => open = None,
            Some((_, true)) => {
                if let Some((_, text)) = found.last_mut() {
                    text.push_str(line);
                    text.push('\n');
                }
            }
            Some((_, false)) => {}
            None if fence.len() >= 3 => {
                let file = rest.split_once(" title=").map(|(_, file)| file);
                found.extend(file.map(|file| (file, String::new())));
                open = Some((fence, file.is_some()));
            }
            None => {}
        }
    }
    found
}

#[test]
fn every_example_is_what_is_tested() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("docs/embedding.md")).expect("the guide");
    let examples = examples(&guide);
    for project in [
        "sphinx/",
        "mkdocs/",
        "mdbook/",
        "sphinx-extension/",
        "mkdocs-plugin/",
    ] {
        let count = examples
            .iter()
            .filter(|(file, _)| file.starts_with(project))
            .count();
        assert!(count >= 2, "{project} has {count} examples");
    }
    for (file, text) in examples {
        let path = root.join("tests/embedding").join(file);
        let whole =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            !text.is_empty() && whole.contains(&text),
            "{file} does not contain:\n{text}"
        );
    }
}
