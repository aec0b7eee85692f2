//! The index as the bundle carries it, [`Index`], and unpacked for the search,
//! [`Postings`].

use super::Fields;
use serde::{Deserialize, Serialize};

/// The index, packed: sorted words and, for each, the features it stands in.
/// What is alike stands together, which is what makes it small once compressed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// For each word, how many bytes it shares with the one before it.
    shared: Vec<u8>,
    /// The rest of each word, with a line feed behind it.
    endings: String,
    /// For each word, in how many features it stands, as a varint.
    counts: Vec<u8>,
    /// For each word, the first feature and then the distances to the next
    /// ones, as varints.
    gaps: Vec<u8>,
    /// For each posting, where in the feature the word stands.
    fields: Vec<u8>,
    /// For each feature, how many words its text has, 255 for more.
    lengths: Vec<u8>,
}

/// The index, unpacked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    /// All words in order, each with a line feed behind it.
    text: String,
    /// Where each word begins, and one end more.
    starts: Vec<u32>,
    /// The first posting of each word, and one end more.
    first: Vec<u32>,
    features: Vec<u16>,
    fields: Vec<u8>,
    /// For each feature, how many words its text has.
    pub lengths: Vec<u8>,
}

impl Index {
    /// Packs words that come in order, each with its postings by feature.
    pub(super) fn pack<'a, P>(
        words: impl IntoIterator<Item = (&'a str, P)>,
        lengths: Vec<u8>,
    ) -> Self
    where
        P: Iterator<Item = (u16, Fields)>,
    {
        let mut index = Self {
            lengths,
            ..Self::default()
        };
        let mut before = "";
        for (word, postings) in words {
            let shared = shared_length(before, word);
            index.shared.push(shared);
            let ending = word.get(usize::from(shared)..).unwrap_or_default();
            index.endings.push_str(ending);
            index.endings.push('\n');
            before = word;
            let (mut count, mut last) = (0, 0);
            for (feature, fields) in postings {
                push_varint(&mut index.gaps, u32::from(feature - last));
                index.fields.push(fields.0);
                last = feature;
                count += 1;
            }
            push_varint(&mut index.counts, count);
        }
        index
    }

    /// Unpacks the index. One that is not as it should be gives what can be
    /// read of it.
    pub fn postings(&self) -> Postings {
        let mut unpacked = Postings {
            starts: vec![0],
            first: vec![0],
            lengths: self.lengths.clone(),
            ..Postings::default()
        };
        let (mut counts, mut gaps) = (self.counts.iter(), self.gaps.iter());
        let mut start = 0;
        for (shared, ending) in self.shared.iter().zip(self.endings.lines()) {
            let kept = start..start + usize::from(*shared);
            let Some(prefix) = unpacked.text.get(kept).map(str::to_owned) else {
                break;
            };
            start = unpacked.text.len();
            unpacked.text.push_str(&prefix);
            unpacked.text.push_str(ending);
            unpacked.text.push('\n');
            unpacked.starts.push(unpacked.text.len() as u32);
            let mut feature = 0u16;
            for _ in 0..read_varint(&mut counts).unwrap_or(0) {
                let Some(gap) = read_varint(&mut gaps) else {
                    break;
                };
                feature = feature.saturating_add(gap as u16);
                unpacked.features.push(feature);
            }
            unpacked.first.push(unpacked.features.len() as u32);
        }
        unpacked.fields = self.fields.clone();
        unpacked.fields.resize(unpacked.features.len(), 0);
        unpacked
    }
}

impl Postings {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A word by its place in the order; nothing beyond the last.
    pub fn word(&self, index: usize) -> &str {
        let start = self.starts.get(index).copied().unwrap_or_default() as usize;
        let end = self.starts.get(index + 1).copied().unwrap_or_default() as usize;
        let word = self.text.get(start..end.saturating_sub(1));
        word.unwrap_or_default()
    }

    /// Where a word stands or would stand in the order.
    pub fn place(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words that begin with a text.
    pub fn beginning_with(&self, text: &str) -> std::ops::Range<usize> {
        let start = self.place(text);
        // No word has this character, so that it is behind all that go on.
        let end = self.place(&format!("{text}\u{10ffff}"));
        start..end
    }

    /// The words that have a text somewhere in them.
    pub fn containing(&self, text: &str) -> impl Iterator<Item = usize> {
        let found = self.text.match_indices(text);
        found.map(|(place, _)| {
            let after = self
                .starts
                .partition_point(|start| *start as usize <= place);
            after.saturating_sub(1)
        })
    }

    /// The features that a word stands in, each with where in it.
    pub fn of(&self, word: usize) -> impl Iterator<Item = (usize, Fields)> {
        let range = self.range(word);
        let features = self.features.get(range.clone()).unwrap_or_default();
        let fields = self.fields.get(range).unwrap_or_default();
        let pairs = features.iter().zip(fields);
        pairs.map(|(feature, fields)| (usize::from(*feature), Fields(*fields)))
    }

    /// In how many features a word stands.
    pub fn count(&self, word: usize) -> usize {
        self.range(word).len()
    }

    fn range(&self, word: usize) -> std::ops::Range<usize> {
        let first = |index: usize| self.first.get(index).copied().unwrap_or_default() as usize;
        first(word)..first(word + 1)
    }
}

/// How many bytes two words have in common at their beginning; never within a
/// character, and never more than a byte can say.
fn shared_length(before: &str, word: &str) -> u8 {
    let pairs = before.bytes().zip(word.bytes());
    let mut length = pairs.take(255).take_while(|(a, b)| a == b).count();
    while !word.is_char_boundary(length) {
        length -= 1;
    }
    length as u8
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn read_varint<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let byte = *bytes.next()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Index {
        let words = [
            ("annotation", vec![(3, Fields::TITLE)]),
            (
                "annotations",
                vec![(0, Fields::TEXT), (1, Fields::LEAD), (700, Fields::EXACT)],
            ),
            ("ünbound", vec![(5, Fields::TEXT)]),
            ("ünïcode", vec![(5, Fields::PART | Fields::TITLE)]),
        ];
        let words = words.iter();
        Index::pack(
            words.map(|(word, postings)| (*word, postings.iter().copied())),
            vec![9; 701],
        )
    }

    #[test]
    fn what_is_packed_unpacks_as_it_was() {
        let postings = packed().postings();
        let words: Vec<&str> = (0..postings.len())
            .map(|word| postings.word(word))
            .collect();
        assert_eq!(words, ["annotation", "annotations", "ünbound", "ünïcode"]);
        let of: Vec<_> = postings.of(1).collect();
        assert_eq!(
            of,
            [(0, Fields::TEXT), (1, Fields::LEAD), (700, Fields::EXACT)]
        );
        assert_eq!(postings.count(1), 3);
        assert_eq!(postings.of(4).count(), 0, "there is no fifth word");
        assert_eq!(postings.lengths.len(), 701);
    }

    #[test]
    fn words_are_found_by_their_beginning_and_their_middle() {
        let postings = packed().postings();
        assert_eq!(postings.beginning_with("anno"), 0..2);
        assert_eq!(postings.beginning_with("annotations"), 1..2);
        assert_eq!(postings.beginning_with("ün"), 2..4);
        assert_eq!(postings.beginning_with("x").len(), 0);
        assert_eq!(postings.containing("notation").collect::<Vec<_>>(), [0, 1]);
        assert_eq!(postings.word(postings.place("ünïcode")), "ünïcode");
    }

    #[test]
    fn a_damaged_index_gives_what_can_be_read() {
        let mut index = packed();
        index.gaps.truncate(2);
        index.fields.clear();
        index.shared[2] = 200;
        let postings = index.postings();
        assert_eq!(postings.len(), 2);
        assert_eq!(postings.of(1).collect::<Vec<_>>(), [(0, Fields::default())]);
    }
}
