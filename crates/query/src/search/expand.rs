//! Which words of the index a word of a query stands for. The entry point is
//! [`Lexicon::expand`].

use super::spelling::Spelling;
use catalogue::index::{Postings, Segment};

/// The words of the index, ready to be looked up.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lexicon {
    pub postings: Postings,
    spelling: Spelling,
}

/// What a word of a query stands for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Expansion {
    /// Words of the index, each with how well it fits, 1 where it is the same.
    pub words: Vec<(usize, f32)>,
    /// Words that have to stand in a feature together.
    pub together: Vec<usize>,
    /// How the word is written in the catalogue, where it had to be corrected.
    pub corrected: Option<String>,
}

const BEGINNING: f32 = 0.4;
/// The most that a beginning gains by being almost the whole word.
const NEARLY_WHOLE: f32 = 0.45;
const OTHER_ENDING: f32 = 0.6;
const MIDDLE: f32 = 0.35;
const PARTS: f32 = 0.7;
const CORRECTED: [f32; 3] = [1.0, 0.5, 0.35];

/// The most corrections of one word, the most frequent first.
const MOST_CORRECTIONS: usize = 4;

/// The endings that words differ by.
const ENDINGS: [&str; 7] = ["ations", "ation", "ing", "ed", "es", "s", "e"];

impl Lexicon {
    pub(super) fn new(postings: Postings) -> Self {
        Self {
            spelling: Spelling::new(&postings),
            postings,
        }
    }

    /// The place of a word that is the same, if there is one.
    pub(super) fn exact(&self, word: &str) -> Option<usize> {
        let place = self.postings.place(word);
        (!word.is_empty() && self.postings.word(place) == word).then_some(place)
    }

    /// Whether some words, written as one, stand in the title of a feature.
    pub(super) fn is_in_title(&self, joined: &str, feature: usize) -> bool {
        let can = self.spelling.can_be_in_title(joined, feature);
        can && self.postings.title(feature).contains(joined)
    }

    /// What a word stands for: itself, what it begins, what differs by an
    /// ending; and where there is none of that, what has it inside, what its
    /// parts are, what is written almost like it.
    pub(super) fn expand(&self, segment: &Segment) -> Expansion {
        let mut found = self.expand_plainly(segment);
        let word = segment.whole.as_str();
        // The parts of a word that is written as several stand for it, too.
        if segment.parts.len() > 1 {
            let parts = segment.parts.iter().map(|part| self.exact(part));
            found.together = parts.collect::<Option<_>>().unwrap_or_default();
        }
        if found.is_empty() {
            self.add_middles(word, &mut found);
        }
        if found.is_empty() {
            found.together = self.split(word).unwrap_or_default();
        }
        if found.is_empty() {
            self.correct(word, &mut found);
        }
        found
    }

    /// The same without guessing: itself, what it begins, other endings.
    pub(super) fn expand_plainly(&self, segment: &Segment) -> Expansion {
        let mut found = Expansion::default();
        let word = segment.whole.as_str();
        self.add_beginnings(word, word.len() + 32, &mut found);
        self.add_other_endings(word, &mut found);
        found
    }

    /// What two neighbours written as one stand for.
    pub(super) fn expand_joined(&self, word: &str) -> Expansion {
        let mut found = Expansion::default();
        if word.len() >= 4 {
            self.add_beginnings(word, word.len() + 6, &mut found);
        }
        found
    }

    fn add_beginnings(&self, beginning: &str, longest: usize, found: &mut Expansion) {
        for index in self.postings.beginning_with(beginning) {
            let length = self.postings.word(index).len();
            let quality = if length == beginning.len() {
                1.0
            } else if length <= longest {
                BEGINNING + NEARLY_WHOLE * beginning.len() as f32 / length as f32
            } else {
                continue;
            };
            found.words.push((index, quality));
        }
    }

    fn add_other_endings(&self, word: &str, found: &mut Expansion) {
        let Some(stem) = stem(word) else { return };
        for index in self.postings.beginning_with(stem) {
            let other = self.postings.word(index);
            let ending = other.get(stem.len()..).unwrap_or_default();
            let inflected = ending.is_empty() || ENDINGS.contains(&ending);
            if inflected && !other.starts_with(word) {
                found.words.push((index, OTHER_ENDING));
            }
        }
    }

    fn add_middles(&self, word: &str, found: &mut Expansion) {
        if word.len() >= 4 {
            let words = self.spelling.containing(&self.postings, word);
            found.words.extend(words.map(|index| (index, MIDDLE)));
        }
    }

    /// The two words that a word is made of.
    fn split(&self, word: &str) -> Option<Vec<usize>> {
        (3..word.len().saturating_sub(2)).find_map(|place| {
            let (first, second) = word.split_at_checked(place)?;
            Some(vec![self.exact(first)?, self.exact(second)?])
        })
    }

    fn correct(&self, word: &str, found: &mut Expansion) {
        let (mut nearest, distance) = self.spelling.nearest(&self.postings, word);
        let quality = CORRECTED.get(distance).copied().unwrap_or_default();
        for _ in 0..MOST_CORRECTIONS {
            let places = 0..nearest.len();
            let count = |place: &usize| nearest.get(*place).map(|word| self.postings.count(*word));
            let Some(place) = places.rev().max_by_key(count) else {
                break;
            };
            found.words.push((nearest.swap_remove(place), quality));
        }
        if let Some((first, _)) = found.words.first() {
            found.corrected = Some(self.postings.word(*first).to_owned());
        }
    }
}

impl Expansion {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.together.is_empty()
    }

    /// How well words that stand together fit.
    pub(super) const TOGETHER: f32 = PARTS;
}

/// A word without its ending, where what is left still says something.
pub(super) fn stem(word: &str) -> Option<&str> {
    let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let stems = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    stems.into_iter().find(|stem| letters && stem.len() >= 4)
}
