//! Ranks the features that match one clause of a query. The entry point is
//! [`Search::rank`].

use super::expand::Expansion;
use super::expression::{Clause, Word};
use super::hints::Hint;
use super::scores::Scores;
use super::{Interpretation, Search};
use crate::engine::Scored;
use crate::set::FeatureSet;
use catalogue::index::Fields;
use terms::{Kind, Series};

/// Added if the query has a series, such as `3.12`, and the feature belongs to it.
const SERIES: f32 = 4.0;
/// Added if the whole clause is a name or an alias.
const WHOLE: f32 = 20.0;
/// Added if a qualified name in the query equals a name of the feature, is a prefix of one,
/// or is a suffix of one.
const NAME: [f32; 3] = [20.0, 6.0, 10.0];
/// Added if the title contains the whole clause.
const TITLE: f32 = 4.0;
/// Factor for a kind that the query has a word for.
const HINTED_KIND: f32 = 1.35;
/// Factor for additions if the query has no word for a kind: they explain the subject.
const ADDED: f32 = 1.06;
/// Factor for deprecations if the query has no word for a kind: most of them have been
/// followed by a removal.
const DEPRECATED: f32 = 0.93;
/// Factor for features with a PEP, which more readers search for.
const PROPOSED: f32 = 1.08;

impl Search {
    /// The features that match a clause, with their scores, in the catalogue's order.
    pub(super) fn rank(
        &self,
        excerpts: &[String],
        clause: &Clause,
        interpretation: &mut Interpretation,
    ) -> Vec<Scored> {
        let mut scores = Scores::new(self.weights.features());
        for (index, word) in clause.words.iter().enumerate() {
            let expansion = self.expand(&clause.words, index, interpretation);
            self.score(word, &expansion, &mut scores);
            scores.finish_word(word.hint == Hint::None);
        }
        let whole = self.score_whole(clause, &mut scores);
        let mut matching = self.matching(clause, &whole, &mut scores, interpretation);
        self.exclude(clause, &mut matching);
        let criteria = Criteria::new(clause);
        let mut ranked = Vec::with_capacity(matching.len());
        for feature in matching.iter() {
            let excerpt = excerpts.get(feature).map_or("", String::as_str);
            let names = || self.names.get(feature);
            let title = self.lexicon.postings.title(feature);
            let has_phrases = clause.phrases.is_empty()
                || names().is_some_and(|names| clause.has_phrases(title, excerpt, names));
            if has_phrases {
                let mut score = scores.total(feature);
                if !clause.names.is_empty() {
                    let qualified = names().map_or(&[][..], |names| &names.qualified);
                    score += criteria.name_score(qualified);
                }
                if criteria
                    .titles
                    .iter()
                    .any(|it| self.lexicon.is_in_title(it, feature))
                {
                    score += TITLE;
                }
                score = self.adjusted(&criteria, feature, score);
                ranked.push((feature as u32, (score * 1000.0) as u32));
            }
        }
        ranked
    }

    /// The matches of a word of the clause, alone and joined with the words before and
    /// after it.
    fn expand(
        &self,
        words: &[Word],
        index: usize,
        interpretation: &mut Interpretation,
    ) -> Expansion {
        let Some(word) = words.get(index) else {
            return Expansion::default();
        };
        let segment = &word.segment;
        let before = index.checked_sub(1).and_then(|index| words.get(index));
        let before = before.filter(|_| word.follows);
        let after = words.get(index + 1).filter(|after| after.follows);
        let mut joined = Vec::new();
        for (first, second) in [
            (before.map(|before| &before.segment), Some(segment)),
            (Some(segment), after.map(|after| &after.segment)),
        ] {
            if let (Some(first), Some(second)) = (first, second) {
                let word = format!("{}{}", first.whole, second.whole);
                let matches = self.lexicon.expand_joined(&word).words;
                if !matches.is_empty() {
                    interpretation.highlights.add(&word);
                }
                joined.extend(matches);
            }
        }
        let mut expansion = if joined.is_empty() {
            self.lexicon.expand(segment)
        } else {
            // The joined words match, so there is no need to guess.
            self.lexicon.expand_without_guessing(segment)
        };
        let highlights = &mut interpretation.highlights;
        if word.hint == Hint::None {
            highlights.add(&segment.whole);
            segment.parts.iter().for_each(|part| highlights.add(part));
            if let Some(stem) = super::expand::stem(&segment.whole) {
                highlights.add(stem);
            }
        }
        if let Some(corrected) = &expansion.corrected {
            for (word, _) in &expansion.words {
                highlights.add(self.lexicon.postings.word(*word));
            }
            let pair = (segment.whole.clone(), corrected.clone());
            if !interpretation.corrected.contains(&pair) {
                interpretation.corrected.push(pair);
            }
        }
        expansion.words.extend(joined);
        expansion
    }

    /// Scores the features that match a word.
    fn score(&self, word: &Word, expansion: &Expansion, scores: &mut Scores) {
        for (index, quality) in &expansion.words {
            for (feature, weight) in self
                .weights
                .features_with_word(&self.lexicon.postings, *index)
            {
                scores.raise(feature, quality * weight);
            }
        }
        self.score_together(&expansion.together, scores);
        let text = word.segment.whole.as_str();
        if let Ok(wanted) = text.parse::<Series>() {
            for (feature, series) in self.series.iter().enumerate() {
                if *series == wanted {
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

    /// Scores the features that contain all of some words, by the sum of the words' weights.
    fn score_together(&self, words: &[usize], scores: &mut Scores) {
        let Some((first, others)) = words.split_first() else {
            return;
        };
        let share = Expansion::TOGETHER / words.len() as f32;
        let postings = &self.lexicon.postings;
        let mut found: Vec<(usize, f32)> =
            self.weights.features_with_word(postings, *first).collect();
        for other in others {
            let mut others = self.weights.features_with_word(postings, *other).peekable();
            // Both are sorted by feature.
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

    /// Scores and returns the features that have the whole clause, written as one word, as
    /// a name.
    fn score_whole(&self, clause: &Clause, scores: &mut Scores) -> FeatureSet {
        let mut whole = FeatureSet::empty(scores.total.len());
        if clause.words.len() < 2 {
            return whole;
        }
        for joined in &clause.joined {
            let Some(word) = self.lexicon.exact(joined) else {
                continue;
            };
            for (feature, fields) in self.lexicon.postings.entries(word) {
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

    /// The features that match all required words or, if there are none, those that match
    /// the most of them, if that is at least half.
    fn matching(
        &self,
        clause: &Clause,
        whole: &FeatureSet,
        scores: &mut Scores,
        interpretation: &mut Interpretation,
    ) -> FeatureSet {
        let mut required = scores.required.iter();
        let Some(first) = required.next() else {
            return self.matching_hints(clause, scores);
        };
        let mut matching = first.clone();
        required.for_each(|set| matching.intersect(set));
        matching.union(whole);
        if matching.is_empty() && clause.phrases.is_empty() {
            let (features, most) = scores.matching_most();
            if most > 0 && usize::from(most) * 2 >= scores.required.len() {
                interpretation.is_partial = true;
                matching = features;
            }
        }
        matching
    }

    /// The matches of a clause without required words: if it has words for kinds, such as
    /// "removed", all features of these kinds, and if it has only exclusions, all features.
    fn matching_hints(&self, clause: &Clause, scores: &mut Scores) -> FeatureSet {
        let kinds: Vec<Kind> = hinted_kinds(clause).collect();
        let mut matching = FeatureSet::empty(self.kinds.len());
        for (feature, kind) in self.kinds.iter().enumerate() {
            let is_kind = kinds.contains(kind);
            let Some(total) = scores.total.get_mut(feature) else {
                break;
            };
            if clause.words.is_empty() || *total > 0.0 || is_kind {
                matching.insert(feature);
            }
            if is_kind {
                *total += 1.0;
            }
        }
        matching
    }

    /// Removes the features that contain an excluded word or its plural.
    fn exclude(&self, clause: &Clause, matching: &mut FeatureSet) {
        for segment in &clause.excluded {
            let words = [segment.whole.clone(), format!("{}s", segment.whole)];
            for word in words.iter().filter_map(|word| self.lexicon.exact(word)) {
                for (feature, _) in self.lexicon.postings.entries(word) {
                    matching.remove(feature);
                }
            }
        }
    }

    /// Adjusts a score by properties of the feature other than its words.
    fn adjusted(&self, criteria: &Criteria, feature: usize, mut score: f32) -> f32 {
        let kind = self.kinds.get(feature);
        if !criteria.kinds.is_empty() {
            if kind.is_some_and(|kind| criteria.kinds.contains(kind)) {
                score *= HINTED_KIND;
            }
        } else if kind == Some(&Kind::Added) {
            score *= ADDED;
        } else if kind == Some(&Kind::Deprecated) {
            score *= DEPRECATED;
        }
        if self.proposed.contains(feature) {
            score *= PROPOSED;
        }
        score
    }
}

/// The criteria of a clause other than single words.
struct Criteria<'a> {
    /// The whole clause written as one word, to be searched for in titles.
    titles: Vec<&'a str>,
    names: &'a [String],
    kinds: Vec<Kind>,
}

impl<'a> Criteria<'a> {
    fn new(clause: &'a Clause) -> Self {
        let mut titles: Vec<&str> = clause.joined.iter().map(String::as_str).collect();
        titles.dedup();
        titles.retain(|joined| joined.len() > 1 && clause.words.len() > 1);
        Self {
            titles,
            names: &clause.names,
            kinds: hinted_kinds(clause).collect(),
        }
    }

    /// The score of the clause's qualified names for a feature with these names.
    fn name_score(&self, names: &[String]) -> f32 {
        let best = |wanted: &String| {
            let scores = names.iter().map(|name| name_score(name, wanted));
            scores.fold(0.0, f32::max)
        };
        self.names.iter().map(best).sum()
    }
}

/// The score of a wanted name, in lower case, for a name of a feature.
fn name_score(name: &str, wanted: &str) -> f32 {
    let name = name.to_ascii_lowercase();
    let [equal, prefix, suffix] = NAME;
    match name.strip_prefix(wanted) {
        Some("") => equal,
        Some(_) => prefix,
        None if name
            .strip_suffix(wanted)
            .is_some_and(|rest| rest.ends_with('.')) =>
        {
            suffix
        }
        None => 0.0,
    }
}

fn hinted_kinds(clause: &Clause) -> impl Iterator<Item = Kind> {
    clause.words.iter().filter_map(|word| match word.hint {
        Hint::Kind(kind) => Some(kind),
        _ => None,
    })
}

/// Whether a number begins with the digits of another one that has at least three.
fn begins_with(mut number: u32, digits: u32) -> bool {
    while number > digits {
        number /= 10;
    }
    digits >= 100 && number == digits
}
