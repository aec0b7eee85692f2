//! Words that are written almost alike. The entry point is [`Spelling`].

use catalogue::index::Postings;

/// The longest word that is corrected, in bytes; longer ones are not typed.
const LONGEST: usize = 32;

/// The letters of every word and title, for finding those that can be alike at
/// all.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spelling {
    letters: Vec<u32>,
    /// By feature.
    titles: Vec<u32>,
}

impl Spelling {
    pub(super) fn new(postings: &Postings) -> Self {
        let words = (0..postings.len()).map(|word| letters(postings.word(word)));
        let titles = postings.titles().map(letters);
        Self {
            letters: words.collect(),
            titles: titles.collect(),
        }
    }

    /// Whether the title of a feature has all letters of a text.
    pub(super) fn can_be_in_title(&self, text: &str, feature: usize) -> bool {
        let wanted = letters(text);
        let title = self.titles.get(feature);
        title.is_some_and(|title| title & wanted == wanted)
    }

    /// The words that have a text somewhere in them.
    pub(super) fn containing<'a>(
        &'a self,
        postings: &'a Postings,
        text: &'a str,
    ) -> impl Iterator<Item = usize> {
        let wanted = letters(text);
        let words = self.letters.iter().enumerate();
        let with_all = words.filter(move |(_, letters)| **letters & wanted == wanted);
        let found = with_all.filter(move |(word, _)| postings.word(*word).contains(text));
        found.map(|(word, _)| word)
    }

    /// The words that are nearest to one, and how many letters apart they are:
    /// one, or two where the word is long enough to be sure.
    pub(super) fn nearest(&self, postings: &Postings, word: &str) -> (Vec<usize>, usize) {
        let mut most = match word.len() {
            0..4 => return (Vec::new(), 0),
            4..7 => 1,
            7..=LONGEST => 2,
            _ => return (Vec::new(), 0),
        };
        let wanted = letters(word);
        let mut nearest = Vec::new();
        for (index, letters) in self.letters.iter().enumerate() {
            // A letter that is changed is one too many and another too few.
            let (less, more) = (wanted & !letters, letters & !wanted);
            if less.count_ones() as usize > most || more.count_ones() as usize > most {
                continue;
            }
            if let Some(distance) = distance(word, postings.word(index), most) {
                if distance < most {
                    nearest.clear();
                    most = distance;
                }
                nearest.push(index);
            }
        }
        (nearest, most)
    }
}

/// Which letters a word has, as bits; digits share one, all else another.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| {
        set | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// How many letters have to be added, left out, changed, or exchanged with
/// their neighbour (Damerau 1964, in the form called optimal string alignment),
/// if at most so many.
pub(crate) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most || b.len() > LONGEST + 2 {
        return None;
    }
    let mut before = [0u8; LONGEST + 3];
    let mut above: [u8; LONGEST + 3] = std::array::from_fn(|column| column as u8);
    let mut last_a = 0;
    for (row, &letter_a) in (1u8..).zip(a) {
        let mut here = [0u8; LONGEST + 3];
        here[0] = row;
        let mut least = row;
        let mut last_b = 0;
        for (column, &letter_b) in b.iter().enumerate() {
            let changed = above[column] + u8::from(letter_a != letter_b);
            let mut best = changed.min(above[column + 1] + 1).min(here[column] + 1);
            if row > 1 && column > 0 && letter_a == last_b && last_a == letter_b {
                best = best.min(before[column - 1] + 1);
            }
            here[column + 1] = best;
            least = least.min(best);
            last_b = letter_b;
        }
        if usize::from(least) > most {
            return None;
        }
        last_a = letter_a;
        before = above;
        above = here;
    }
    let distance = usize::from(above[b.len()]);
    (distance <= most).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_has_to_be_mended() {
        for (a, b, expected) in [
            ("wallrus", "walrus", 1),
            ("asynico", "asyncio", 1),
            ("dataclas", "dataclass", 1),
            ("walrus", "walrus", 0),
            ("zoninfo", "zoneinfo", 1),
            ("tommlib", "tomllib", 1),
            ("brakpiont", "breakpoint", 2),
        ] {
            assert_eq!(distance(a, b, 2), Some(expected), "{a} {b}");
            assert_eq!(distance(b, a, 2), Some(expected), "{b} {a}");
        }
        assert_eq!(distance("walrus", "match", 2), None);
        assert_eq!(distance("ab", "ba", 0), None);
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance("wörd", "word", 2), Some(2), "bytes, not letters");
    }
}
