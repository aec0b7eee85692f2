//! What to write instead of one name of a change that concerns several. The entry point is
//! [`replacement`].

use catalogue::FeatureText;
use document::{Block, Inline, plain_text};

/// What replaces a qualified name: the line for it in a table with a column `instead`, else
/// what replaces all that the change is about. `None` if nothing is said.
pub(crate) fn replacement<'t>(text: &'t FeatureText, name: &str) -> Option<&'t [Inline]> {
    let blocks = text.statements.iter().flat_map(|said| &said.summary);
    let lines = blocks.filter_map(lines).flatten();
    let best = lines
        .filter_map(|(names, instead)| Some((closeness(names, name)?, instead)))
        .max_by_key(|(closeness, _)| *closeness);
    let whole = Some(&text.instead).filter(|whole| !whole.is_empty());
    best.map(|(_, instead)| instead)
        .or(whole)
        .map(Vec::as_slice)
}

/// The lines of a table: the cell with names, and the one that says what to write instead.
fn lines(block: &Block) -> Option<impl Iterator<Item = (&Vec<Inline>, &Vec<Inline>)>> {
    let Block::Table { head, rows } = block else {
        return None;
    };
    let column = head.iter().position(|cell| plain_text(cell) == "instead")?;
    Some(
        rows.iter()
            .filter_map(move |row| Some((row.first()?, row.get(column)?))),
    )
}

/// How close the names in a cell are to a name: the length of the best one that is the name,
/// its last part, or what it is a member of. `None` if there is none.
fn closeness(cell: &[Inline], name: &str) -> Option<usize> {
    let codes = cell.iter().filter_map(|inline| match inline {
        Inline::Code(code) => Some(code.as_str()),
        _ => None,
    });
    let is_about = |code: &&str| {
        let before = name.strip_suffix(*code);
        let after = name.strip_prefix(*code);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
            || after.is_some_and(|after| after.starts_with('.'))
    };
    codes.filter(is_about).map(str::len).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::Statement;

    fn replaced(name: &str) -> Option<String> {
        let source = "# D\n\n## T {#a removed 3.1}\n\n\
            | removed | instead |\n|---|---|\n\
            | `m` | `other` |\n\
            | `m.C.old`, `older` | `new` |\n\n\
            **Instead:** write something else.\n";
        let document = document::parse(source.as_bytes()).expect("a document");
        let feature = document.features.first().expect("a feature");
        let text = FeatureText {
            slug: "a".to_owned(),
            statements: vec![Statement {
                document: String::new(),
                summary: feature.summary.clone(),
                claims: Vec::new(),
            }],
            url: None,
            related: Vec::new(),
            repair: feature.repair.clone(),
            instead: feature.instead.clone(),
            history: Vec::new(),
        };
        replacement(&text, name).map(plain_text)
    }

    #[test]
    fn each_name_has_its_line_or_what_is_said_of_all() {
        let said = |name: &str| replaced(name).expect("something");
        assert_eq!(said("m.C.old"), "new", "the closest, although it is in `m`");
        assert_eq!(said("m.C.older"), "new", "by its last part");
        assert_eq!(said("m"), "other");
        assert_eq!(said("m.f"), "other", "a member");
        assert_eq!(said("mm"), "write something else.");
        assert_eq!(said("n.bolder"), "write something else.");
    }
}
