//! Documents that are cut and changed at random: nothing panics, and all places are within the
//! document.

use super::text_of;
use document::parse;
use std::{fs, path::Path};

/// A small random number generator (xorshift64*) with a fixed seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).expect("31 bits") % limit.max(1)
    }
}

/// The pieces that documents are made of: everything with a meaning for the parser.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "---\n",
    "# ",
    "## ",
    "- ",
    "  - ",
    "> ",
    "```",
    "~~~\n",
    "|",
    "|-|-|\n",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "](",
    ")",
    "![",
    "<",
    ">",
    "<!--",
    "\\",
    "&lt;",
    "{",
    "}",
    "{#pep-1 kind=added}",
    "PEP ",
    "PEP 649: ",
    "gh-",
    "bpo-1",
    "(",
    ".",
    ":",
    "Status: Final\n",
    "**Confirmed.** ",
    "• ",
    "\t",
    "    ",
    "\r\n",
    "\0",
    "\u{1}",
    "\u{FEFF}",
    "é",
    "🐍",
    "\u{200B}",
    "title: ",
    "3.14.0a1 ",
    "New features",
    "[a]: b\n",
];

fn documents() -> Vec<Vec<u8>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents/ok");
    let mut paths: Vec<_> = fs::read_dir(directory)
        .expect("the directory of fixtures")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read(path).expect("a fixture"))
        .collect()
}

#[track_caller]
fn is_sound(source: &[u8]) {
    let document = parse(source).expect("a document within the limit");
    let lines = 1 + source.iter().filter(|byte| **byte == b'\n').count();
    let within = |line: u32| line >= 1 && line as usize <= lines;
    let source = String::from_utf8_lossy(source);
    let starts: Vec<&str> = source.split('\n').collect();
    for diagnostic in &document.diagnostics {
        assert!(within(diagnostic.line), "{diagnostic:?} of {source:?}");
        let line = starts[diagnostic.line as usize - 1];
        let column = diagnostic.column as usize;
        let characters = line.chars().count();
        assert!(
            (1..=characters + 1).contains(&column),
            "{diagnostic:?} of {source:?}"
        );
    }
    for feature in &document.features {
        assert!(within(feature.line()), "{feature:?} of {source:?}");
        assert!(!feature.title.is_empty(), "{feature:?} of {source:?}");
        assert!(!feature.title.contains('\n'), "{feature:?} of {source:?}");
        let section = feature.section.map(|section| section as usize);
        assert!(section.is_none_or(|section| section < document.outline.len()));
    }
    for section in &document.outline {
        assert!(within(section.line), "{section:?} of {source:?}");
    }
    let _ = text_of(&document);
}

#[test]
fn documents_cut_anywhere_are_read() {
    for document in documents() {
        for end in (0..document.len()).step_by(3) {
            is_sound(&document[..end]);
        }
    }
}

#[test]
fn changed_documents_are_read() {
    let mut numbers = Numbers(0x5EED);
    let documents = documents();
    for _ in 0..1500 {
        let mut source = documents[numbers.below(documents.len())].clone();
        for _ in 0..1 + numbers.below(8) {
            let at = numbers.below(source.len() + 1);
            let end = (at + numbers.below(12)).min(source.len());
            let piece = PIECES[numbers.below(PIECES.len())].repeat(1 + numbers.below(3));
            let piece = if numbers.below(10) == 0 {
                vec![0xFF]
            } else {
                piece.into_bytes()
            };
            let end = if numbers.below(2) == 0 { at } else { end };
            source.splice(at..end, piece);
        }
        is_sound(&source);
    }
}

#[test]
fn documents_made_of_pieces_are_read_without_losing_words() {
    // Leave out syntax whose text is not shown: the address of a link, the attributes of a
    // heading, the front matter.
    let pieces: Vec<&str> = PIECES
        .iter()
        .copied()
        .filter(|piece| {
            !piece.contains(['{', '}', '(', ')', '\0', '\u{1}', ':']) && *piece != "---\n"
        })
        .collect();
    let mut numbers = Numbers(0xACE);
    for _ in 0..1500 {
        let mut source = String::new();
        let count = 1 + numbers.below(40);
        for number in 0..count {
            source += pieces[numbers.below(pieces.len())];
            source += &format!("w{number}w ");
        }
        is_sound(source.as_bytes());
        let document = parse(source.as_bytes()).expect("a document within the limit");
        let text = text_of(&document);
        for number in 0..count {
            let word = format!("w{number}w");
            assert!(text.contains(&word), "{word} was lost from {source:?}");
        }
    }
}
