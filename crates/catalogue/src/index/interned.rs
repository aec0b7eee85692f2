//! Collects words with their postings, in any order and with repetitions. The
//! entry points are [`Words::add`] and [`Words::iter`].
//!
//! Every word is interned, so that only distinct words are sorted; the postings
//! are sorted by a counting sort.

use super::Fields;

/// Words and the features that contain them.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    /// The end offset of each word in the text, by the word's number.
    ends: Vec<u32>,
    /// An open-addressing hash table of word numbers plus one; zero is an empty
    /// slot. Its length is a power of two.
    table: Vec<u32>,
    /// The added postings in order, each with the word's number.
    added: Vec<(u32, u16, Fields)>,
    /// The numbers of the words, sorted by word.
    order: Vec<u32>,
    /// The postings, grouped by the word's number.
    postings: Vec<(u16, Fields)>,
    /// The start of each word's postings, followed by the end of the last.
    starts: Vec<u32>,
}

/// The initial length of the hash table.
const INITIAL_CAPACITY: usize = 1 << 12;

impl Words {
    /// Adds a posting. Features must be added in ascending order.
    pub(super) fn add(&mut self, word: &str, feature: u16, fields: Fields) {
        let number = self.number(word);
        self.added.push((number, feature, fields));
    }

    /// The number of a word, which is interned if it is new.
    fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let mut slot = hash(word);
        loop {
            let place = slot & (self.table.len() - 1);
            match self.table.get(place).copied().unwrap_or_default() {
                0 => {
                    self.text.push_str(word);
                    self.ends.push(self.text.len() as u32);
                    let number = self.ends.len() as u32;
                    if let Some(entry) = self.table.get_mut(place) {
                        *entry = number;
                    }
                    return number - 1;
                }
                number if self.word(number - 1) == word => return number - 1,
                _ => slot += 1,
            }
        }
    }

    /// Doubles the hash table.
    fn grow(&mut self) {
        let capacity = (self.table.len() * 2).max(INITIAL_CAPACITY);
        let mut table = vec![0; capacity];
        for number in 0..self.ends.len() as u32 {
            let mut slot = hash(self.word(number));
            while let Some(entry) = table.get_mut(slot & (capacity - 1)) {
                if *entry == 0 {
                    *entry = number + 1;
                    break;
                }
                slot += 1;
            }
        }
        self.table = table;
    }

    fn word(&self, number: u32) -> &str {
        let end = |number: u32| self.ends.get(number as usize).copied().unwrap_or_default();
        let start = number.checked_sub(1).map_or(0, end);
        let range = start as usize..end(number) as usize;
        self.text.get(range).unwrap_or_default()
    }

    /// Sorts words and postings, after all have been added.
    pub(super) fn sort(&mut self) {
        let mut starts = vec![0u32; self.ends.len() + 1];
        for (number, _, _) in &self.added {
            if let Some(count) = starts.get_mut(*number as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        self.postings = vec![(0, Fields::default()); self.added.len()];
        for (number, feature, fields) in &self.added {
            if let Some(next) = next.get_mut(*number as usize)
                && let Some(posting) = self.postings.get_mut(*next as usize)
            {
                *posting = (*feature, *fields);
                *next += 1;
            }
        }
        self.starts = starts;
        // The first bytes distinguish most words.
        let keyed =
            (0..self.ends.len() as u32).map(|number| (beginning(self.word(number)), number));
        let mut keyed: Vec<(u64, u32)> = keyed.collect();
        keyed.sort_unstable_by(|a, b| {
            let by_rest = || self.word(a.1).cmp(self.word(b.1));
            a.0.cmp(&b.0).then_with(by_rest)
        });
        self.order = keyed.into_iter().map(|(_, number)| number).collect();
    }

    /// The sorted words, each with the features that contain it. A feature may
    /// occur more than once.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[(u16, Fields)])> {
        let start = |number: u32| {
            self.starts
                .get(number as usize)
                .copied()
                .unwrap_or_default()
        };
        self.order.iter().map(move |number| {
            let range = start(*number) as usize..start(*number + 1) as usize;
            let postings = self.postings.get(range).unwrap_or_default();
            (self.word(*number), postings)
        })
    }
}

/// The first eight bytes as an integer that sorts like the words.
fn beginning(word: &str) -> u64 {
    let mut beginning = [0; 8];
    for (place, byte) in beginning.iter_mut().zip(word.bytes()) {
        *place = byte;
    }
    u64::from_be_bytes(beginning)
}

/// FNV-1a (Fowler, Noll and Vo) in 32 bits.
fn hash(word: &str) -> usize {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    word.bytes().fold(0x811c_9dc5, step) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_order_however_many_there_are() {
        let mut words = Words::default();
        let mut expected = std::collections::BTreeMap::<String, Vec<u16>>::new();
        for feature in 0..3_000u16 {
            // More words than the initial capacity, some with a long common
            // prefix.
            for word in [
                format!("w{}", u32::from(feature) * 7919 % 2_500),
                format!("beginning-{}", feature % 1_000),
                "often".to_owned(),
            ] {
                words.add(&word, feature, Fields::TITLE);
                expected.entry(word).or_default().push(feature);
            }
        }
        words.sort();
        let found = words.iter().map(|(word, postings)| {
            let features = postings.iter().map(|(feature, _)| *feature);
            (word.to_owned(), features.collect::<Vec<_>>())
        });
        assert!(found.eq(expected));
    }
}
