//! Ranks the features that one clause of a query finds. The entry point is
//! [`Search::rank`].

use super::expand::Expansion;
use super::expression::{Clause, Word};
use super::hints::Hint;
use super::weight::rarity;
use super::{Search, Wording};
use crate::catalogue::index::Fields;
use crate::catalogue::{Catalogue, Feature};
use crate::terms::{Kind, Series};

/// What the words of a clause have found so far.
struct Scores {
    /// By feature, the score of the words so far.
    total: Vec<f32>,
    /// By feature, which firm words it has.
    has: Vec<u32>,
    /// By feature, the best of the word at hand.
    best: Vec<f32>,
    /// The features that the word at hand stands in.
    touched: Vec<usize>,
}

/// What a feature of the series counts for a query's `3.12`.
const SERIES: f32 = 4.0;
/// A soft word counts for so much of a firm one.
const SOFT: f32 = 0.2;
/// The whole clause is an alias or a name.
const WHOLE: f32 = 20.0;
/// A qualified name stands in the feature as it was written; begins one; ends one.
const NAMED: [f32; 3] = [20.0, 6.0, 10.0];
/// The whole clause stands in the title as it was written.
const TITLED: f32 = 4.0;
/// The feature is of the kind that was asked for.
const OF_KIND: f32 = 1.35;
/// The entry that tells where a thing came from, where no kind was asked for.
const ADDED: f32 = 1.06;
/// What took a PEP is what more readers mean.
const PROPOSED: f32 = 1.08;

impl Scores {
    fn new(features: usize) -> Self {
        Self {
            total: vec![0.0; features],
            has: vec![0; features],
            best: vec![0.0; features],
            touched: Vec::new(),
        }
    }

    fn raise(&mut self, feature: usize, score: f32) {
        if let Some(best) = self.best.get_mut(feature) {
            if *best == 0.0 {
                self.touched.push(feature);
            }
            *best = best.max(score);
        }
    }

    /// Adds the word at hand to the totals.
    fn close(&mut self, bit: u32, factor: f32) {
        let rarity = rarity(self.touched.len(), self.total.len());
        for feature in self.touched.drain(..) {
            let (Some(total), Some(has), Some(best)) = (
                self.total.get_mut(feature),
                self.has.get_mut(feature),
                self.best.get_mut(feature),
            ) else {
                continue;
            };
            *total += *best * rarity * factor;
            *has |= bit;
            *best = 0.0;
        }
    }
}

impl Search {
    /// The features that a clause finds, in the catalogue's order, each with
    /// its score.
    pub(super) fn rank(
        &self,
        catalogue: &Catalogue,
        clause: &Clause,
        wording: &mut Wording,
    ) -> Vec<(usize, u32)> {
        let mut scores = Scores::new(self.weights.features());
        let mut firm = 0;
        for (index, word) in clause.words.iter().enumerate() {
            let is_firm = word.hint == Hint::None;
            let found = self.expand(&clause.words, index, wording);
            self.score(word, &found, &mut scores);
            let bit = if is_firm { 1 << index } else { 0 };
            if is_firm {
                firm |= bit;
            }
            scores.close(bit, if is_firm { 1.0 } else { SOFT });
        }
        self.score_whole(clause, firm, &mut scores);
        let wanted = self.wanted(clause, firm, &mut scores, wording);
        self.exclude(clause, &mut scores);
        let mut ranked = Vec::new();
        for feature in wanted {
            let Some(entry) = catalogue.features.get(feature) else {
                continue;
            };
            let total = scores.total.get(feature).copied().unwrap_or_default();
            let title = self.titles.get(feature).map_or("", String::as_str);
            if total == EXCLUDED || !clause.has_phrases(title, entry) {
                continue;
            }
            let score = adjusted(clause, entry, title, total);
            ranked.push((feature, (score * 1000.0) as u32));
        }
        ranked
    }

    /// What a word of the clause stands for, by itself and together with its
    /// neighbours.
    fn expand(&self, words: &[Word], index: usize, wording: &mut Wording) -> Expansion {
        let Some(word) = words.get(index) else {
            return Expansion::default();
        };
        let own = &word.segment;
        let before = index.checked_sub(1).and_then(|index| words.get(index));
        let before = before.filter(|_| word.follows);
        let after = words.get(index + 1).filter(|after| after.follows);
        let mut joined = Vec::new();
        for (first, second) in [
            (before.map(|before| &before.segment), Some(own)),
            (Some(own), after.map(|after| &after.segment)),
        ] {
            if let (Some(first), Some(second)) = (first, second) {
                let word = format!("{}{}", first.whole, second.whole);
                let known = self.lexicon.expand_joined(&word).words;
                if !known.is_empty() {
                    wording.marks.add(&word);
                }
                joined.extend(known);
            }
        }
        let mut found = if joined.is_empty() {
            self.lexicon.expand(own)
        } else {
            // Only what needs no guessing: the neighbours are known as one.
            self.lexicon.expand_plainly(own)
        };
        if word.hint == Hint::None {
            wording.marks.add(&own.whole);
            own.parts.iter().for_each(|part| wording.marks.add(part));
            if let Some(stem) = super::expand::stem(&own.whole) {
                wording.marks.add(stem);
            }
        }
        if let Some(corrected) = &found.corrected {
            for (word, _) in &found.words {
                wording.marks.add(self.lexicon.postings.word(*word));
            }
            let pair = (own.whole.clone(), corrected.clone());
            if !wording.corrected.contains(&pair) {
                wording.corrected.push(pair);
            }
        }
        found.words.extend(joined);
        found
    }

    fn score(&self, word: &Word, found: &Expansion, scores: &mut Scores) {
        for (index, quality) in &found.words {
            for (feature, fields) in self.lexicon.postings.of(*index) {
                scores.raise(feature, quality * self.weights.of(feature, fields));
            }
        }
        self.score_together(&found.together, scores);
        let text = word.segment.whole.as_str();
        if let Ok(series) = text.parse::<Series>() {
            for (feature, own) in self.series.iter().enumerate() {
                if *own == series {
                    scores.raise(feature, SERIES);
                }
            }
        }
        if let Ok(number) = text.parse::<u32>() {
            for (issue, feature) in &self.issues {
                if begins_with(*issue, number) {
                    scores.raise(*feature, self.weights.of(*feature, Fields::EXACT));
                }
            }
        }
    }

    /// The features that have all of some words, by the sum of what each counts.
    fn score_together(&self, words: &[usize], scores: &mut Scores) {
        let Some((first, others)) = words.split_first() else {
            return;
        };
        let share = Expansion::TOGETHER / words.len() as f32;
        let postings = &self.lexicon.postings;
        let mut found: Vec<(usize, f32)> = postings
            .of(*first)
            .map(|(feature, fields)| (feature, self.weights.of(feature, fields)))
            .collect();
        for other in others {
            let mut others = postings.of(*other).peekable();
            // Both are in the order of the features.
            found.retain_mut(|(feature, sum)| {
                while others.next_if(|(other, _)| other < feature).is_some() {}
                let same = others.next_if(|(other, _)| other == feature);
                *sum += same.map_or(0.0, |(_, fields)| self.weights.of(*feature, fields));
                same.is_some()
            });
        }
        for (feature, sum) in found {
            scores.raise(feature, sum * share);
        }
    }

    /// Features of which the whole clause, written as one word, is a name.
    fn score_whole(&self, clause: &Clause, firm: u32, scores: &mut Scores) {
        if clause.words.len() < 2 {
            return;
        }
        for joined in &clause.joined {
            let Some(word) = self.lexicon.exact(joined) else {
                continue;
            };
            for (feature, fields) in self.lexicon.postings.of(word) {
                if fields.has(Fields::EXACT) {
                    if let Some(total) = scores.total.get_mut(feature) {
                        *total += WHOLE;
                    }
                    if let Some(has) = scores.has.get_mut(feature) {
                        *has |= firm;
                    }
                }
            }
        }
    }

    /// The features that have all firm words; where there is none, those that
    /// have at least half of them.
    fn wanted(
        &self,
        clause: &Clause,
        firm: u32,
        scores: &mut Scores,
        wording: &mut Wording,
    ) -> Vec<usize> {
        if firm == 0 {
            return self.of_hints(clause, scores);
        }
        let having = |least: u32| {
            let features = scores.has.iter().enumerate();
            let fitting = features.filter(move |(_, has)| (*has & firm).count_ones() >= least);
            fitting.map(|(feature, _)| feature).collect::<Vec<_>>()
        };
        let all = firm.count_ones();
        let mut wanted = having(all);
        let most = scores
            .has
            .iter()
            .map(|has| (*has & firm).count_ones())
            .max();
        let most = most.unwrap_or_default();
        if wanted.is_empty() && clause.phrases.is_empty() && most * 2 >= all && most > 0 {
            wording.is_partial = true;
            wanted = having(most);
        }
        wanted
    }

    /// A query of kinds alone, such as "removed", asks for all of them, and one
    /// of exclusions alone for all the others.
    fn of_hints(&self, clause: &Clause, scores: &mut Scores) -> Vec<usize> {
        let kinds: Vec<Kind> = kinds_of(clause).collect();
        let features = self.kinds.iter().enumerate();
        let wanted = features.filter(|(feature, kind)| {
            let found = scores.total.get(*feature).is_some_and(|total| *total > 0.0);
            clause.words.is_empty() || found || kinds.contains(kind)
        });
        let wanted: Vec<usize> = wanted.map(|(feature, _)| feature).collect();
        for (feature, total) in scores.total.iter_mut().enumerate() {
            if self
                .kinds
                .get(feature)
                .is_some_and(|kind| kinds.contains(kind))
            {
                *total += 1.0;
            }
        }
        wanted
    }

    /// Strikes out what has an excluded word, or its plural.
    fn exclude(&self, clause: &Clause, scores: &mut Scores) {
        for segment in &clause.excluded {
            let words = [segment.whole.clone(), format!("{}s", segment.whole)];
            for word in words.iter().filter_map(|word| self.lexicon.exact(word)) {
                for (feature, _) in self.lexicon.postings.of(word) {
                    if let Some(total) = scores.total.get_mut(feature) {
                        *total = EXCLUDED;
                    }
                }
            }
        }
    }
}

/// The score of a feature that must not be among the results.
const EXCLUDED: f32 = -1.0;

/// A score with what cannot be told from single words. The title is written as
/// one word.
fn adjusted(clause: &Clause, feature: &Feature, title: &str, mut score: f32) -> f32 {
    for wanted in &clause.names {
        let best = feature.names.iter().map(|name| named(name, wanted));
        score += best.fold(0.0, f32::max);
    }
    let stands_in_title = |joined: &String| joined.len() > 1 && title.contains(joined);
    if clause.words.len() > 1 && clause.joined.iter().any(stands_in_title) {
        score += TITLED;
    }
    let mut kinds = kinds_of(clause).peekable();
    if kinds.peek().is_some() {
        if kinds.any(|kind| kind == feature.kind) {
            score *= OF_KIND;
        }
    } else if feature.kind == Kind::Added {
        score *= ADDED;
    }
    if !feature.peps.is_empty() {
        score *= PROPOSED;
    }
    score
}

/// How much of a qualified name, in lower case, a feature's name is.
fn named(name: &str, wanted: &str) -> f32 {
    let name = name.to_ascii_lowercase();
    let [same, begins, ends] = NAMED;
    match name.strip_prefix(wanted) {
        Some("") => same,
        Some(_) => begins,
        None if name
            .strip_suffix(wanted)
            .is_some_and(|rest| rest.ends_with('.')) =>
        {
            ends
        }
        None => 0.0,
    }
}

fn kinds_of(clause: &Clause) -> impl Iterator<Item = Kind> {
    clause.words.iter().filter_map(|word| match word.hint {
        Hint::Kind(kind) => Some(kind),
        _ => None,
    })
}

/// Whether a number begins with the digits of another, of at least three.
fn begins_with(mut number: u32, digits: u32) -> bool {
    while number > digits {
        number /= 10;
    }
    digits >= 100 && number == digits
}
