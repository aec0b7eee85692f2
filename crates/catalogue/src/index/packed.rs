//! The encoding of the index in the bundle: [`Index`].

use super::Fields;
use super::postings::Postings;
use serde::{Deserialize, Serialize};

/// The packed index: sorted words and, for each, the features that contain it.
/// Values of the same sort are stored together, which compresses well.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// For each word, how many bytes of prefix it shares with the previous one.
    shared: Vec<u8>,
    /// The rest of each word, followed by a line feed.
    endings: String,
    /// For each word, the number of features that contain it, as a varint.
    counts: Vec<u8>,
    /// For each word, its features in ascending order, delta-encoded as
    /// varints.
    gaps: Vec<u8>,
    /// For each posting, the [`Fields`] that contain the word.
    fields: Vec<u8>,
}

impl Index {
    /// Packs sorted words, each with its postings sorted by feature.
    pub(super) fn pack<'a, P>(words: impl IntoIterator<Item = (&'a str, P)>) -> Self
    where
        P: Iterator<Item = (u16, Fields)>,
    {
        let mut index = Self::default();
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

    /// Unpacks the index. If it is damaged, returns what can be read of it.
    pub(super) fn unpack(&self) -> Postings {
        let mut unpacked = Postings::default();
        let (mut counts, mut gaps) = (self.counts.iter(), self.gaps.iter());
        let mut fields = self.fields.iter();
        let mut word = String::new();
        for (shared, ending) in self.shared.iter().zip(self.endings.lines()) {
            let shared = usize::from(*shared);
            if !word.is_char_boundary(shared) {
                break;
            }
            word.truncate(shared);
            word.push_str(ending);
            let mut feature = 0u16;
            for nth in 0..read_varint(&mut counts).unwrap_or(0) {
                let (Some(gap), Some(fields)) = (read_varint(&mut gaps), fields.next()) else {
                    return unpacked;
                };
                if nth == 0 {
                    unpacked.begin(&word);
                }
                feature = feature.saturating_add(gap as u16);
                unpacked.push((usize::from(feature), Fields(*fields)));
            }
        }
        unpacked
    }
}

/// The length in bytes of the common prefix of two words: at a character
/// boundary and at most 255.
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
                vec![(0, Fields::TEXT), (1, Fields::PART), (700, Fields::EXACT)],
            ),
            ("ünbound", vec![(5, Fields::TEXT)]),
            ("ünïcode", vec![(5, Fields::PART | Fields::TITLE)]),
        ];
        let words = words.iter();
        Index::pack(words.map(|(word, postings)| (*word, postings.iter().copied())))
    }

    #[test]
    fn what_is_packed_unpacks_as_it_was() {
        let postings = packed().unpack();
        let words: Vec<&str> = (0..postings.len())
            .map(|word| postings.word(word))
            .collect();
        assert_eq!(words, ["annotation", "annotations", "ünbound", "ünïcode"]);
        let of: Vec<_> = postings.entries(1).collect();
        assert_eq!(
            of,
            [(0, Fields::TEXT), (1, Fields::PART), (700, Fields::EXACT)]
        );
        assert_eq!(postings.count(1), 3);
        assert_eq!(postings.entries(4).count(), 0, "there is no fifth word");
        assert_eq!(postings.length(5), 1);
    }

    #[test]
    fn words_are_found_by_their_beginning() {
        let postings = packed().unpack();
        assert_eq!(postings.beginning_with("anno"), 0..2);
        assert_eq!(postings.beginning_with("annotations"), 1..2);
        assert_eq!(postings.beginning_with("ün"), 2..4);
        assert_eq!(postings.beginning_with("x").len(), 0);
        assert_eq!(postings.word(postings.lower_bound("ünïcode")), "ünïcode");
    }

    #[test]
    fn a_damaged_index_gives_what_can_be_read() {
        let mut index = packed();
        index.gaps.truncate(2);
        let postings = index.unpack();
        assert_eq!(postings.len(), 2);
        assert_eq!(postings.entries(1).collect::<Vec<_>>(), [(0, Fields::TEXT)]);
        let mut index = packed();
        index.shared[2] = 200;
        assert_eq!(index.unpack().len(), 2);
        index.fields.clear();
        assert_eq!(index.unpack().len(), 0);
    }
}
