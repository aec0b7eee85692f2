//! The weights of words by the fields in which they occur. The entry point is
//! [`Weights::features_with_word`].

use catalogue::index::{Fields, Postings};

/// The precomputed weights of postings and issues.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    /// By posting.
    postings: Vec<f32>,
    /// The weight of the number of an issue.
    pub issue: f32,
    features: usize,
}

const NAMES: [(Fields, f32); 5] = [
    (Fields::ORIGIN, 10.0),
    (Fields::EXACT, 12.0),
    (Fields::LAST, 6.0),
    (Fields::PART, 3.0),
    (Fields::PEP_TITLE, 1.5),
];
const TITLES: [(Fields, f32); 2] = [(Fields::TITLE, 4.0), (Fields::SUBJECT, 2.5)];
const TEXTS: [(Fields, f32); 1] = [(Fields::TEXT, 1.1)];

/// The parameter `k1` of BM25: weights far beyond it hardly increase the score.
const SATURATION: f32 = 8.0;

impl Weights {
    /// Computes the weights of an index over `features` features.
    pub(super) fn new(features: usize, postings: &Postings) -> Self {
        let (names, titles, texts) = (table(&NAMES), table(&TITLES), table(&TEXTS));
        let norms = |norm: &dyn Fn(usize) -> f32| (0..features).map(norm).collect::<Vec<f32>>();
        let title_norms = norms(&|it| 12.0 / (5.0 + postings.title_length(it) as f32));
        let text_norms = norms(&|it| (30.0 / (15.0 + postings.length(it) as f32)).min(1.5));
        let at = |table: &[f32], index: usize| table.get(index).copied().unwrap_or_default();
        let weight = |(feature, fields): (usize, Fields)| {
            let fields = usize::from(fields.0);
            let weight = at(&names, fields)
                + at(&titles, fields) * at(&title_norms, feature)
                + at(&texts, fields) * at(&text_norms, feature);
            saturated(weight)
        };
        Self {
            postings: postings.iter().map(weight).collect(),
            issue: saturated(at(&names, usize::from(Fields::EXACT.0))),
            features,
        }
    }

    /// The features that contain a word, with the weight of the word, sorted by feature.
    pub(super) fn features_with_word<'a>(
        &'a self,
        postings: &'a Postings,
        word: usize,
    ) -> impl Iterator<Item = (usize, f32)> {
        let weights = self.postings.get(postings.range(word)).unwrap_or_default();
        let features = postings.features_of(word).iter();
        features
            .map(|feature| usize::from(*feature))
            .zip(weights.iter().copied())
    }

    /// The number of features.
    pub(super) fn features(&self) -> usize {
        self.features
    }
}

/// The saturation of BM25's term frequency: 1 for a weight of 1, always less than 9.
fn saturated(weight: f32) -> f32 {
    weight * (SATURATION + 1.0) / (weight + SATURATION)
}

/// The inverse document frequency of BM25 for a word that occurs in `count` of `all`
/// features.
pub(super) fn rarity(count: usize, all: usize) -> f32 {
    let (count, all) = (count as f32, all as f32);
    (1.0 + (all - count + 0.5) / (count + 0.5)).ln()
}

/// The sum of the weights for every set of fields.
fn table(weights: &[(Fields, f32)]) -> Vec<f32> {
    let sum = |fields: u8| {
        let included = weights
            .iter()
            .filter(|(field, _)| Fields(fields).has(*field));
        included.map(|(_, weight)| weight).sum()
    };
    (0..=u8::MAX).map(sum).collect()
}
