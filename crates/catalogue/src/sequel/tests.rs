//! Sequels of generated features.

use super::*;
use crate::model::Verdicts;

/// Generated features with their names and references.
#[derive(Default)]
struct Features {
    features: Vec<Feature>,
    names: Vec<Names>,
    texts: BTreeMap<Series, Vec<FeatureText>>,
}

impl Features {
    /// Adds a feature whose slug is its index.
    fn push(&mut self, kind: Kind, minor: u8, names: &[String], related: Vec<String>) {
        let series = Series { major: 3, minor };
        let slug = self.features.len().to_string();
        self.texts.entry(series).or_default().push(FeatureText {
            repair: Default::default(),
            slug: slug.clone(),
            related,
            statements: Vec::new(),
            url: None,
            instead: Vec::new(),
            history: Vec::new(),
        });
        self.names.push(Names {
            qualified: names.to_vec(),
            aliases: Vec::new(),
        });
        self.features.push(Feature {
            slug,
            kind,
            highlight: false,
            series,
            title: Vec::new(),
            area: None,
            module: None,
            removed: None,
            removal: None,
            deprecated: None,
            first_version: None,
            peps: Vec::new(),
            issues: Vec::new(),
            status: None,
            impact: None,
            documents: Vec::new(),
            samples: Vec::new(),
            verdicts: Verdicts::default(),
        });
    }

    /// Features with few names and few links, generated from a seed.
    fn random(seed: u64, count: usize, names: u64) -> Self {
        let mut random = Random(seed);
        let mut made = Self::default();
        for _ in 0..count {
            let kind = Kind::ALL[random.below(4) as usize];
            let minor = random.below(5) as u8;
            let named: Vec<String> = (0..random.below(4))
                .map(|_| format!("n{}", random.below(names)))
                .collect();
            let related = (0..random.below(4))
                .map(|_| random.below(count as u64 + 2).to_string())
                .collect();
            made.push(kind, minor, &named, related);
        }
        made
    }

    fn sequels(&self) -> Vec<(usize, usize)> {
        let found = sequels(&self.features, &self.names, &self.texts);
        found.iter().map(|pair| (pair.before, pair.after)).collect()
    }

    /// The sequels found by comparing every feature with every other.
    fn of_all_pairs(&self) -> Vec<(usize, usize)> {
        let texts = || self.texts.values().flatten();
        let refers = |one: &Feature, other: &Feature| {
            texts().any(|text| text.slug == one.slug && text.related.contains(&other.slug))
        };
        let mut found = Vec::new();
        let named = || self.features.iter().zip(&self.names).enumerate();
        for (before, (start, start_names)) in named() {
            for (after, (end, end_names)) in named() {
                let linked = refers(start, end) || refers(end, start);
                let kinds = (start.kind, end.kind);
                let names = (&start_names.qualified, &end_names.qualified);
                if start.series < end.series && is_sequel(kinds, names.0, names.1, linked) {
                    found.push((before, after));
                }
            }
        }
        found
    }

    /// The number of pairs that are compared.
    fn compared(&self) -> usize {
        let candidates = Candidates::of(&self.features, &self.names, &self.texts);
        let features = self.features.iter().zip(&self.names).enumerate();
        features
            .map(|(place, (feature, names))| {
                let after = candidates.after(place, feature.kind, &names.qualified);
                after.len()
            })
            .sum()
    }
}

/// A linear congruential generator, so that a seed identifies a case.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn candidates_leave_out_no_sequel_and_keep_the_order() {
    let mut found = 0;
    for seed in 0..300 {
        let features = Features::random(seed, 40, 6);
        let sequels = features.sequels();
        assert_eq!(sequels, features.of_all_pairs(), "seed {seed}");
        found += sequels.len();
    }
    assert!(found > 1000, "only {found} sequels tell them apart");
}

#[test]
fn ten_thousand_features_are_not_compared_with_each_other() {
    let features = Features::random(1, 10_000, 10_000);
    let compared = features.compared();
    assert!(compared < 40_000, "{compared} pairs are compared");
}

#[test]
fn a_name_that_all_share_does_not_compare_all() {
    let mut features = Features::default();
    for place in 0..10_000 {
        let (kind, minor) = [(Kind::Deprecated, 1), (Kind::Removed, 2)][place % 2];
        let own = format!("n{}", place / 2);
        features.push(kind, minor, &["shared".to_owned(), own], Vec::new());
    }
    assert_eq!(features.compared(), 5_000);
    assert_eq!(features.sequels().len(), 5_000);
}
