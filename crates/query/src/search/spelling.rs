//! Finds similar words. The entry point is [`Spelling`].

use catalogue::index::Postings;

/// The maximum length of a word that is corrected, in bytes.
const MAX_LENGTH: usize = 32;

/// The letters of all words and titles as bit sets, to exclude most of them quickly.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spelling {
    /// By word of the index.
    letters: Vec<u32>,
    /// By feature, the letters of its title.
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
    pub(super) fn title_has_letters(&self, text: &str, feature: usize) -> bool {
        let wanted = letters(text);
        let title = self.titles.get(feature);
        title.is_some_and(|title| title & wanted == wanted)
    }

    /// The words that contain a text.
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

    /// The words with the smallest edit distance to a word, and that distance. It is at
    /// most 1 for words of 4 to 6 bytes, and at most 2 for longer ones.
    pub(super) fn nearest(&self, postings: &Postings, word: &str) -> (Vec<usize>, usize) {
        let mut limit = match word.len() {
            0..4 => return (Vec::new(), 0),
            4..7 => 1,
            7..=MAX_LENGTH => 2,
            _ => return (Vec::new(), 0),
        };
        let wanted = letters(word);
        let mut nearest = Vec::new();
        for (index, letters) in self.letters.iter().enumerate() {
            // An edit adds at most one letter and removes at most one.
            let (missing, surplus) = (wanted & !letters, letters & !wanted);
            if missing.count_ones() as usize > limit || surplus.count_ones() as usize > limit {
                continue;
            }
            if let Some(distance) = distance(word, postings.word(index), limit) {
                if distance < limit {
                    nearest.clear();
                    limit = distance;
                }
                nearest.push(index);
            }
        }
        (nearest, limit)
    }
}

/// The letters of a word as a bit set. All digits share one bit, and all other bytes
/// another one.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| {
        set | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// The edit distance in bytes, with transpositions (Damerau 1964, in the variant called
/// optimal string alignment). `None` if it is larger than `limit`, or if `b` is too long.
pub(crate) fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > limit || b.len() > MAX_LENGTH + 2 {
        return None;
    }
    let mut two_above = [0u8; MAX_LENGTH + 3];
    let mut above: [u8; MAX_LENGTH + 3] = std::array::from_fn(|column| column as u8);
    let mut last_a = 0;
    for (row, &letter_a) in (1u8..).zip(a) {
        let mut here = [0u8; MAX_LENGTH + 3];
        here[0] = row;
        let mut least = row;
        let mut last_b = 0;
        for (column, &letter_b) in b.iter().enumerate() {
            let changed = above[column] + u8::from(letter_a != letter_b);
            let mut best = changed.min(above[column + 1] + 1).min(here[column] + 1);
            if row > 1 && column > 0 && letter_a == last_b && last_a == letter_b {
                best = best.min(two_above[column - 1] + 1);
            }
            here[column + 1] = best;
            least = least.min(best);
            last_b = letter_b;
        }
        if usize::from(least) > limit {
            return None;
        }
        last_a = letter_a;
        two_above = above;
        above = here;
    }
    let distance = usize::from(above[b.len()]);
    (distance <= limit).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_edits_in_bytes() {
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
