//! Parses the words of a query. The entry point is [`Expression::parse`].

use super::hints::{self, Hint};
use crate::chunks::{ChunkKind, chunks};
use catalogue::Names;
use catalogue::index::{Segment, Shape, is_common, joined, lexemes};

/// The maximum number of words that are searched for, so that pasted text does not block
/// the page.
const MAX_WORDS: usize = 16;

/// Alternatives, at least one of which has to match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Expression {
    pub clauses: Vec<Clause>,
}

/// Conditions that all have to match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clause {
    pub words: Vec<Word>,
    /// Quoted phrases, each written as one word.
    pub phrases: Vec<String>,
    /// Words that must not occur in the feature.
    pub excluded: Vec<Segment>,
    /// Qualified names among the words, in lower case.
    pub names: Vec<String>,
    /// The required words written as one, and all words written as one.
    pub joined: [String; 2],
}

/// A word to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub segment: Segment,
    pub hint: Hint,
    /// Whether it comes directly after the previous word, so that the two may be one word.
    pub follows: bool,
}

impl Expression {
    pub(super) fn parse(text: &str) -> Self {
        let mut clauses = vec![Clause::default()];
        let mut count = 0;
        for chunk in chunks(text) {
            if chunk.kind == ChunkKind::Or {
                clauses.push(Clause::default());
                continue;
            }
            let Some(clause) = clauses.last_mut() else {
                break;
            };
            if chunk.is_excluded {
                let segments = lexemes(chunk.text).flat_map(|lexeme| lexeme.segments());
                clause.excluded.extend(segments);
                continue;
            }
            if chunk.kind == ChunkKind::Phrase {
                clause.phrases.push(joined(chunk.text));
            }
            clause.add(chunk.text, chunk.kind == ChunkKind::Phrase, &mut count);
            if count >= MAX_WORDS {
                break;
            }
        }
        clauses.retain(|clause| !clause.is_empty());
        for clause in &mut clauses {
            clause.finish();
        }
        Self { clauses }
    }
}

impl Clause {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.excluded.is_empty()
    }

    fn add(&mut self, text: &str, quoted: bool, count: &mut usize) {
        for lexeme in lexemes(text) {
            let segments = lexeme.segments();
            let qualified = segments.len() > 1 && lexeme.text.contains('.');
            if qualified {
                self.names.push(lexeme.text.to_ascii_lowercase());
            }
            for segment in segments {
                if *count >= MAX_WORDS || self.has(&segment) {
                    continue;
                }
                *count += 1;
                let hint = match lexeme.shape {
                    // The index does not contain stop words of running text. They are
                    // matched with the phrase as a whole.
                    _ if quoted && is_common(&segment.whole) => Hint::Optional,
                    _ if quoted || qualified => Hint::None,
                    Shape::Word => hints::hint_for(&segment.whole),
                    _ => Hint::None,
                };
                let follows = !qualified && !self.words.is_empty();
                self.words.push(Word {
                    segment,
                    hint,
                    follows,
                });
            }
        }
    }

    fn has(&self, segment: &Segment) -> bool {
        self.words.iter().any(|word| word.segment == *segment)
    }

    /// Joins the words. If all words are optional, they become required.
    fn finish(&mut self) {
        let all = || self.words.iter().map(|word| word.segment.whole.as_str());
        let required = self.words.iter().filter(|word| word.hint == Hint::None);
        self.joined = [
            required.map(|word| word.segment.whole.as_str()).collect(),
            all().collect(),
        ];
        if self.words.iter().all(|word| word.hint == Hint::Optional) {
            for word in &mut self.words {
                word.hint = Hint::None;
            }
        }
    }

    /// Whether each phrase occurs in the title of a feature, which is written as one word,
    /// in one of its names, or in its excerpt.
    pub(super) fn has_phrases(&self, title: &str, excerpt: &str, names: &Names) -> bool {
        let names = || names.qualified.iter().chain(&names.aliases);
        self.phrases.iter().all(|phrase| {
            title.contains(phrase)
                || names().any(|name| joined(name).contains(phrase))
                || joined(excerpt).contains(phrase)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_and_exclusions_belong_to_their_clause() {
        let expression = Expression::parse("walrus -match OR \"dict union\" asyncio.TaskGroup OR");
        let [first, second] = expression.clauses.as_slice() else {
            panic!("expected two clauses: {expression:?}");
        };
        assert_eq!(first.words.len(), 1);
        assert_eq!(first.excluded[0].whole, "match");
        assert_eq!(second.phrases, ["dictunion"]);
        assert_eq!(second.names, ["asyncio.taskgroup"]);
        assert_eq!(second.joined[0], "dictunionasynciotaskgroup");
    }

    #[test]
    fn words_of_questions_are_optional_unless_they_are_the_only_ones() {
        let hints = |text: &str| -> Vec<Hint> {
            let clauses = Expression::parse(text).clauses;
            clauses[0].words.iter().map(|word| word.hint).collect()
        };
        assert_eq!(
            hints("how to merge"),
            [Hint::Optional, Hint::Optional, Hint::None]
        );
        assert_eq!(hints("what is"), [Hint::None, Hint::None]);
        assert_eq!(
            hints("\"how to best\" merge"),
            [Hint::Optional, Hint::Optional, Hint::None, Hint::None]
        );
    }

    #[test]
    fn long_text_is_truncated() {
        let text = (0..1000).map(|n| format!("w{n} ")).collect::<String>();
        let expression = Expression::parse(&text);
        assert_eq!(expression.clauses[0].words.len(), MAX_WORDS);
        assert_eq!(Expression::parse(" OR \"\" - ").clauses, []);
    }
}
