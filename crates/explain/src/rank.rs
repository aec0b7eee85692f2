//! Changes ranked by the words and names of a text in which no message is recognized: a
//! question, or an error that only its words can explain. The entry point is [`rank`].

use crate::changes::Changes;
use crate::mentions::mentions;
use std::collections::HashMap;
use terms::{Kind, PepNumber, Series};

/// Words that every question has.
const STOP_WORDS: &str = "a about after all also am an and any anyone are as at available be \
    because been before behaves behaviour break breaks but by can cannot could did different \
    differently do does done error errors fail failed fails find for from get gets getting give \
    gives got had has have help how i if in instead into is isn it its itself like longer make \
    me more moment my need new newest no not now of off old older on one only or other our out \
    py python run running same see should since so some still support supported syntax test than \
    that the their them then there these they this to try trying up upgrade upgraded upgrading \
    use used using version versions want was way we what when where which while why will with \
    without work worked working works would you your";

/// The most words of a text that are looked for.
const MOST_WORDS: usize = 24;

/// A longer word is none, in bytes.
const LONGEST_WORD: usize = 60;

/// How much the rank of a change among those with a word counts: the first one has
/// `1 / RANKS`.
const RANKS: f64 = 8.0;

/// How much it counts that a change tells of the life of a name in the text.
const LIFE: f64 = 0.8;

/// A change with its score.
pub(crate) struct Ranked {
    pub(crate) index: usize,
    /// Whether the text names what the change concerns.
    pub(crate) is_named: bool,
    pub(crate) score: f64,
}

/// What is known of a text before its words are looked for.
pub(crate) struct Hints<'a> {
    /// The versions that it names, which count for their changes.
    pub(crate) versions: &'a [Series],
    /// The changes that tell of the lives of names in it.
    pub(crate) lives: &'a [usize],
    /// Whether a name is common, as `int` is, so that it does not tell what a text is about.
    pub(crate) is_common: &'a dyn Fn(&str) -> bool,
}

/// The changes that a text is about, the best first. `search` ranks the changes that have a
/// word.
pub(crate) fn rank(
    text: &str,
    changes: Changes<'_>,
    hints: &Hints<'_>,
    search: &dyn Fn(&str) -> Vec<usize>,
) -> Vec<Ranked> {
    let mut scores: HashMap<usize, Ranked> = HashMap::new();
    let mut add = |index: usize, score: f64, is_named: bool| {
        let entry = scores.entry(index).or_insert(Ranked {
            index,
            is_named: false,
            score: 0.0,
        });
        entry.score += score;
        entry.is_named |= is_named;
    };
    for pep in peps(text) {
        let of_pep = changes.of_pep(pep);
        of_pep.for_each(|index| add(index, 2.0, true));
    }
    hints.lives.iter().for_each(|index| add(*index, LIFE, true));
    let names = mentions(text);
    for name in names.iter().filter(|name| !(hints.is_common)(name)) {
        let mut named = changes.ending(name, Kind::Changed);
        named.extend(changes.with_alias(name));
        // A name that many changes concern says little of each.
        let weight = 1.0 / (1.0 + named.len() as f64 / 2.0);
        named.iter().for_each(|index| add(*index, weight, true));
    }
    let words = words(text, &names);
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    let pairs: Vec<String> = pairs.collect();
    for word in words.iter().chain(&pairs) {
        let found = search(word);
        // A rare word says more than a common one.
        let weight = 1.0 / (2.0 + found.len() as f64).log2();
        for (rank, index) in found.into_iter().enumerate() {
            add(index, weight * RANKS / (RANKS + rank as f64), false);
        }
    }
    let kinds = kinds(text);
    let mut ranked: Vec<Ranked> = scores.into_values().collect();
    for one in &mut ranked {
        let Some(feature) = changes.feature(one.index) else {
            continue;
        };
        if hints.versions.contains(&feature.series) {
            one.score *= 1.6;
        }
        if kinds.contains(&feature.kind) {
            one.score *= 1.2;
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
    ranked
}

/// The PEPs that a text names, as `PEP 686` or `pep-686`.
fn peps(text: &str) -> Vec<PepNumber> {
    let lower = text.to_lowercase();
    let found = lower.match_indices("pep").filter_map(|(at, word)| {
        let rest = lower.get(at + word.len()..)?.strip_prefix([' ', '-'])?;
        let end = rest.find(|letter: char| !letter.is_ascii_digit());
        rest.get(..end.unwrap_or(rest.len()))?.parse().ok()
    });
    found.map(PepNumber).collect()
}

/// The words of a text that say what it is about, each once.
fn words(text: &str, names: &[&str]) -> Vec<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || "_.".contains(letter);
    let short = names.iter().filter(|name| name.len() <= LONGEST_WORD);
    let mut words: Vec<String> = short.map(|name| (*name).to_owned()).collect();
    for word in text.split(|letter: char| !is_word(letter)) {
        let word = word.trim_matches('.').to_lowercase();
        let is_number = word.chars().all(|c| c.is_ascii_digit() || c == '.');
        let is_stop = STOP_WORDS.split_whitespace().any(|stop| stop == word);
        if (2..=LONGEST_WORD).contains(&word.len())
            && !is_number
            && !is_stop
            && !words.contains(&word)
        {
            words.push(word);
        }
    }
    words.truncate(MOST_WORDS);
    words
}

/// The kinds of change that a text speaks of.
pub(crate) fn kinds(text: &str) -> Vec<Kind> {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let mut kinds = Vec::new();
    if has(&[
        "removed",
        "no longer",
        "anymore",
        "any more",
        "gone",
        "has no attribute",
        "replace",
    ]) {
        kinds.push(Kind::Removed);
    }
    if has(&["deprecat", "warning"]) {
        kinds.push(Kind::Deprecated);
    }
    if has(&[
        "introduced",
        "added",
        "which version",
        "which python",
        "new in",
        "supported",
        "available",
        "only in",
    ]) {
        kinds.push(Kind::Added);
    }
    kinds
}
