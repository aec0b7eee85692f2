//! What the words of a query ask for. The entry point is [`Expression::read`].

use super::hints::{self, Hint};
use crate::chunks::{ChunkKind, chunks};
use catalogue::Names;
use catalogue::index::{Segment, Shape, is_common, joined, lexemes};

/// The most words that are looked for; nobody writes more, and a pasted text
/// must not hold up the page.
const MOST_WORDS: usize = 16;

/// Alternatives of which any suffices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Expression {
    pub clauses: Vec<Clause>,
}

/// What all has to hold at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clause {
    pub words: Vec<Word>,
    /// Quoted phrases, each written as one word.
    pub phrases: Vec<String>,
    /// Words that must not stand in the feature.
    pub excluded: Vec<Segment>,
    /// Qualified names among the words, in lower case.
    pub names: Vec<String>,
    /// The words written as one, the soft ones left out, and all of them.
    pub joined: [String; 2],
}

/// One word to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub segment: Segment,
    pub hint: Hint,
    /// Whether it stands directly behind the word before it, so that the two
    /// may be one.
    pub follows: bool,
}

impl Expression {
    pub(super) fn read(text: &str) -> Self {
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
            if count >= MOST_WORDS {
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
                if *count >= MOST_WORDS || self.has(&segment) {
                    continue;
                }
                *count += 1;
                let hint = match lexeme.shape {
                    // The index has no common words of running text; the phrase
                    // as a whole says whether they are there.
                    _ if quoted && is_common(&segment.whole) => Hint::Soft,
                    _ if quoted || qualified => Hint::None,
                    Shape::Word => hints::of(&segment.whole),
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

    /// Where there are only soft words, they are what is asked for.
    fn finish(&mut self) {
        let all = || self.words.iter().map(|word| word.segment.whole.as_str());
        let firm = self.words.iter().filter(|word| word.hint == Hint::None);
        self.joined = [
            firm.map(|word| word.segment.whole.as_str()).collect(),
            all().collect(),
        ];
        if self.words.iter().all(|word| word.hint == Hint::Soft) {
            for word in &mut self.words {
                word.hint = Hint::None;
            }
        }
    }

    /// Whether a feature has every phrase in its title, which is written as one
    /// word, in one of its names, or in the first line of its text.
    pub(super) fn has_phrases(&self, title: &str, lead: &str, names: &Names) -> bool {
        let names = || names.qualified.iter().chain(&names.aliases);
        self.phrases.iter().all(|phrase| {
            title.contains(phrase)
                || names().any(|name| joined(name).contains(phrase))
                || joined(lead).contains(phrase)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_and_exclusions_go_to_their_clause() {
        let read = Expression::read("walrus -match OR \"dict union\" asyncio.TaskGroup OR");
        let [first, second] = read.clauses.as_slice() else {
            panic!("two clauses: {read:?}");
        };
        assert_eq!(first.words.len(), 1);
        assert_eq!(first.excluded[0].whole, "match");
        assert_eq!(second.phrases, ["dictunion"]);
        assert_eq!(second.names, ["asyncio.taskgroup"]);
        assert_eq!(second.joined[0], "dictunionasynciotaskgroup");
    }

    #[test]
    fn words_of_questions_are_soft_unless_there_is_nothing_else() {
        let hints = |text: &str| -> Vec<Hint> {
            let read = Expression::read(text).clauses;
            read[0].words.iter().map(|word| word.hint).collect()
        };
        assert_eq!(hints("how to merge"), [Hint::Soft, Hint::Soft, Hint::None]);
        assert_eq!(hints("what is"), [Hint::None, Hint::None]);
        assert_eq!(
            hints("\"how to best\" merge"),
            [Hint::Soft, Hint::Soft, Hint::None, Hint::None]
        );
    }

    #[test]
    fn a_pasted_text_is_cut() {
        let text = (0..1000).map(|n| format!("w{n} ")).collect::<String>();
        let read = Expression::read(&text);
        assert_eq!(read.clauses[0].words.len(), MOST_WORDS);
        assert_eq!(Expression::read(" OR \"\" - ").clauses, []);
    }
}
