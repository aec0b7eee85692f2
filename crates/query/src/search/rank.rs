//! Ranks the features that one clause of a query finds. The entry point is
//! [`Search::rank`].

use super::expand::Expansion;
use super::expression::{Clause, Word};
use super::hints::Hint;
use super::scores::Scores;
use super::{Search, Wording};
use crate::engine::Scored;
use crate::set::FeatureSet;
use catalogue::index::Fields;
use terms::{Kind, Series};

/// What a feature of the series counts for a query's `3.12`.
const SERIES: f32 = 4.0;
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
/// A warning of what was to come, which mostly has come since.
const DEPRECATED: f32 = 0.93;
/// What took a PEP is what more readers mean.
const PROPOSED: f32 = 1.08;

impl Search {
    /// The features that a clause finds, in the catalogue's order, each with
    /// its score.
    pub(super) fn rank(
        &self,
        leads: &[String],
        clause: &Clause,
        wording: &mut Wording,
    ) -> Vec<Scored> {
        let mut scores = Scores::new(self.weights.features());
        for (index, word) in clause.words.iter().enumerate() {
            let found = self.expand(&clause.words, index, wording);
            self.score(word, &found, &mut scores);
            scores.close(word.hint == Hint::None);
        }
        let whole = self.score_whole(clause, &mut scores);
        let mut wanted = self.wanted(clause, &whole, &mut scores, wording);
        self.exclude(clause, &mut wanted);
        let asks = Asks::of(clause);
        let mut ranked = Vec::with_capacity(wanted.len());
        for feature in wanted.iter() {
            let lead = leads.get(feature).map_or("", String::as_str);
            let names = || self.names.get(feature);
            let title = self.lexicon.postings.title(feature);
            let has_phrases = clause.phrases.is_empty()
                || names().is_some_and(|names| clause.has_phrases(title, lead, names));
            if has_phrases {
                let mut score = scores.total(feature);
                if !clause.names.is_empty() {
                    let qualified = names().map_or(&[][..], |names| &names.qualified);
                    score += asks.named(qualified);
                }
                if asks
                    .titles
                    .iter()
                    .any(|it| self.lexicon.is_in_title(it, feature))
                {
                    score += TITLED;
                }
                score = self.adjusted(&asks, feature, score);
                ranked.push((feature as u32, (score * 1000.0) as u32));
            }
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
            for (feature, weight) in self.weights.of(&self.lexicon.postings, *index) {
                scores.raise(feature, quality * weight);
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
                    scores.raise(*feature, self.weights.issue);
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
        let mut found: Vec<(usize, f32)> = self.weights.of(postings, *first).collect();
        for other in others {
            let mut others = self.weights.of(postings, *other).peekable();
            // Both are in the order of the features.
            found.retain_mut(|(feature, sum)| {
                while others.next_if(|(other, _)| other < feature).is_some() {}
                let same = others.next_if(|(other, _)| other == feature);
                *sum += same.map_or(0.0, |(_, weight)| weight);
                same.is_some()
            });
        }
        for (feature, sum) in found {
            scores.raise(feature, sum * share);
        }
    }

    /// Features of which the whole clause, written as one word, is a name.
    fn score_whole(&self, clause: &Clause, scores: &mut Scores) -> FeatureSet {
        let mut whole = FeatureSet::none(scores.total.len());
        if clause.words.len() < 2 {
            return whole;
        }
        for joined in &clause.joined {
            let Some(word) = self.lexicon.exact(joined) else {
                continue;
            };
            for (feature, fields) in self.lexicon.postings.of(word) {
                if fields.has(Fields::EXACT)
                    && let Some(total) = scores.total.get_mut(feature)
                {
                    *total += WHOLE;
                    whole.insert(feature);
                }
            }
        }
        whole
    }

    /// The features that have all firm words; where there is none, those that
    /// have most of them, and at least half.
    fn wanted(
        &self,
        clause: &Clause,
        whole: &FeatureSet,
        scores: &mut Scores,
        wording: &mut Wording,
    ) -> FeatureSet {
        let mut firm = scores.firm.iter();
        let Some(first) = firm.next() else {
            return self.of_hints(clause, scores);
        };
        let mut wanted = first.clone();
        firm.for_each(|having| wanted.keep(having));
        wanted.add(whole);
        if wanted.is_empty() && clause.phrases.is_empty() {
            let (having, most) = scores.having_most();
            if most > 0 && usize::from(most) * 2 >= scores.firm.len() {
                wording.is_partial = true;
                wanted = having;
            }
        }
        wanted
    }

    /// A query of kinds alone, such as "removed", asks for all of them, and one
    /// of exclusions alone for all the others.
    fn of_hints(&self, clause: &Clause, scores: &mut Scores) -> FeatureSet {
        let kinds: Vec<Kind> = kinds_of(clause).collect();
        let mut wanted = FeatureSet::none(self.kinds.len());
        for (feature, kind) in self.kinds.iter().enumerate() {
            let is_kind = kinds.contains(kind);
            let Some(total) = scores.total.get_mut(feature) else {
                break;
            };
            if clause.words.is_empty() || *total > 0.0 || is_kind {
                wanted.insert(feature);
            }
            if is_kind {
                *total += 1.0;
            }
        }
        wanted
    }

    /// Strikes out what has an excluded word, or its plural.
    fn exclude(&self, clause: &Clause, wanted: &mut FeatureSet) {
        for segment in &clause.excluded {
            let words = [segment.whole.clone(), format!("{}s", segment.whole)];
            for word in words.iter().filter_map(|word| self.lexicon.exact(word)) {
                for (feature, _) in self.lexicon.postings.of(word) {
                    wanted.remove(feature);
                }
            }
        }
    }

    /// A score with what the feature is, whatever its words.
    fn adjusted(&self, asks: &Asks, feature: usize, mut score: f32) -> f32 {
        let kind = self.kinds.get(feature);
        if !asks.kinds.is_empty() {
            if kind.is_some_and(|kind| asks.kinds.contains(kind)) {
                score *= OF_KIND;
            }
        } else if kind == Some(&Kind::Added) {
            score *= ADDED;
        } else if kind == Some(&Kind::Deprecated) {
            score *= DEPRECATED;
        }
        if self.proposed.has(feature) {
            score *= PROPOSED;
        }
        score
    }
}

/// What a clause asks of a feature beyond single words.
struct Asks<'a> {
    /// The whole clause as a title may have it, written as one word.
    titles: Vec<&'a str>,
    names: &'a [String],
    kinds: Vec<Kind>,
}

impl<'a> Asks<'a> {
    fn of(clause: &'a Clause) -> Self {
        let mut titles: Vec<&str> = clause.joined.iter().map(String::as_str).collect();
        titles.dedup();
        titles.retain(|joined| joined.len() > 1 && clause.words.len() > 1);
        Self {
            titles,
            names: &clause.names,
            kinds: kinds_of(clause).collect(),
        }
    }

    /// What the qualified names of the clause count among those of a feature.
    fn named(&self, names: &[String]) -> f32 {
        let best = |wanted: &String| {
            let counts = names.iter().map(|name| named(name, wanted));
            counts.fold(0.0, f32::max)
        };
        self.names.iter().map(best).sum()
    }
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
