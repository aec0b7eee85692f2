//! The differences between the versions that a program was run on. The entry points are
//! [`verdict`] and [`differing`].

use super::column::{Column, Shown};
use std::ops::Range;
use std::rc::Rc;

/// The most comparisons of lines for two texts. Larger texts count as different after their
/// common beginning.
const COMPARISONS: usize = 400_000;

/// A sentence that says whether the versions agree; empty while a program runs, or if fewer
/// than two finished.
pub(super) fn verdict(columns: &[Rc<Column>]) -> String {
    if !columns.iter().all(|column| column.is_over()) {
        return String::new();
    }
    let mut alike: Vec<(Shown, Vec<&str>)> = Vec::new();
    let mut ended = 0;
    for column in columns {
        let Some(shown) = column.shown() else {
            continue;
        };
        ended += 1;
        match alike.iter_mut().find(|(known, _)| *known == shown) {
            Some((_, versions)) => versions.push(&column.version),
            None => alike.push((shown, vec![&column.version])),
        }
    }
    let groups: Vec<String> = alike.iter().map(|(_, versions)| listed(versions)).collect();
    match (&groups[..], ended) {
        ([], _) | (_, 1) => String::new(),
        ([all], _) => format!("Same output: {all}."),
        ([first, others @ ..], _) => {
            format!(
                "Output of {first} differs from {}.",
                others.join(" and from ")
            )
        }
    }
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The lines of a text. A final newline does not begin another line.
pub(super) fn lines(text: &str) -> Vec<&str> {
    if text.is_empty() {
        return Vec::new();
    }
    text.strip_suffix('\n')
        .unwrap_or(text)
        .split('\n')
        .collect()
}

/// For each line of a text, whether one of the other texts does not have it in this place.
pub(super) fn differing(text: &str, others: &[&str]) -> Vec<bool> {
    let mine = lines(text);
    let mut differs = vec![false; mine.len()];
    for other in others {
        let shares = shared(&mine, &lines(other));
        for (differs, is_shared) in differs.iter_mut().zip(shares) {
            *differs |= !is_shared;
        }
    }
    differs
}

/// The words of a line that the most similar line of the other texts does not have: from the
/// first word that differs to the last. All of it if no line has at least half of it.
pub(super) fn differing_words(line: &str, others: &[&str]) -> Range<usize> {
    let candidates = others.iter().flat_map(|text| lines(text));
    let common = candidates.take(MOST_CANDIDATES).map(|other| {
        let start = common_bytes(line.chars(), other.chars());
        let (left, right) = (line.get(start..), other.get(start..));
        let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
        let end = common_bytes(left.chars().rev(), right.chars().rev());
        (start, end)
    });
    let Some((start, end)) = common.max_by_key(|(start, end)| start + end) else {
        return 0..line.len();
    };
    if (start + end) * 2 < line.len() {
        return 0..line.len();
    }
    let end = line.len() - end;
    if start == end {
        return start..end;
    }
    let is_space = |c: char| c.is_ascii_whitespace();
    let before = line.get(..start).and_then(|text| text.rfind(is_space));
    let after = line.get(end..).and_then(|text| text.find(is_space));
    let first = before.map_or(0, |space| space + 1);
    first..after.map_or(line.len(), |space| end + space)
}

/// The most lines of the other texts that a line is compared with.
const MOST_CANDIDATES: usize = 500;

/// The length in bytes of what two texts begin with.
fn common_bytes(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let pairs = one.zip(other).take_while(|(one, other)| one == other);
    pairs.map(|(one, _)| one.len_utf8()).sum()
}

/// For each line of `mine`, whether it belongs to the longest common subsequence.
fn shared(mine: &[&str], theirs: &[&str]) -> Vec<bool> {
    let pairs = mine.iter().zip(theirs);
    let start = pairs.take_while(|(one, other)| one == other).count();
    let mut is_shared = vec![false; mine.len()];
    is_shared[..start].fill(true);
    let (mine, theirs) = (&mine[start..], &theirs[start..]);
    if mine.len() * theirs.len() > COMPARISONS {
        return is_shared;
    }
    let longest = Longest::of(mine, theirs);
    let (mut i, mut j) = (0, 0);
    while i < mine.len() && j < theirs.len() {
        if mine[i] == theirs[j] {
            is_shared[start + i] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest.at(i + 1, j) >= longest.at(i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    is_shared
}

/// The length of the longest common subsequence after a line of each text.
struct Longest {
    counts: Vec<u32>,
    width: usize,
}

impl Longest {
    fn of(mine: &[&str], theirs: &[&str]) -> Self {
        let width = theirs.len() + 1;
        let counts = vec![0; (mine.len() + 1) * width];
        let mut longest = Self { counts, width };
        for i in (0..mine.len()).rev() {
            for j in (0..theirs.len()).rev() {
                longest.counts[i * width + j] = if mine[i] == theirs[j] {
                    longest.at(i + 1, j + 1) + 1
                } else {
                    longest.at(i + 1, j).max(longest.at(i, j + 1))
                };
            }
        }
        longest
    }

    fn at(&self, i: usize, j: usize) -> u32 {
        self.counts
            .get(i * self.width + j)
            .copied()
            .unwrap_or_default()
    }
}
