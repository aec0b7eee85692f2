//! Bit sets of features. The entry point is [`FeatureSet`].

/// A set of features, by their indices in the catalogue, as a bit set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FeatureSet {
    words: Vec<u64>,
}

impl FeatureSet {
    /// An empty set with a capacity of `features`.
    pub(crate) fn empty(features: usize) -> Self {
        Self {
            words: vec![0; features.div_ceil(64)],
        }
    }

    /// The set of all indices below `features`.
    pub(crate) fn all(features: usize) -> Self {
        let mut set = Self {
            words: vec![u64::MAX; features.div_ceil(64)],
        };
        if let (Some(last), rest @ 1..) = (set.words.last_mut(), features % 64) {
            *last = (1 << rest) - 1;
        }
        set
    }

    /// Adds a feature. An index beyond the capacity is ignored.
    pub(crate) fn insert(&mut self, feature: usize) {
        if let Some(word) = self.words.get_mut(feature / 64) {
            *word |= 1 << (feature % 64);
        }
    }

    pub(crate) fn remove(&mut self, feature: usize) {
        if let Some(word) = self.words.get_mut(feature / 64) {
            *word &= !(1 << (feature % 64));
        }
    }

    pub(crate) fn contains(&self, feature: usize) -> bool {
        let word = self.words.get(feature / 64);
        word.is_some_and(|word| word >> (feature % 64) & 1 == 1)
    }

    /// Removes the features that are not in another set.
    pub(crate) fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Removes the features that are in another set.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Adds the features that are in another set.
    pub(crate) fn union(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    pub(crate) fn len(&self) -> usize {
        let counts = self.words.iter().map(|word| word.count_ones() as usize);
        counts.sum()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The features in increasing order, which is that of the catalogue.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(index * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_contains_added_features_up_to_its_capacity() {
        for features in [0, 1, 63, 64, 65, 200] {
            let all = FeatureSet::all(features);
            assert_eq!(all.iter().collect::<Vec<_>>(), Vec::from_iter(0..features));
            assert_eq!(all.len(), features);
            let mut some = FeatureSet::empty(features);
            assert!(some.is_empty());
            (0..features)
                .step_by(7)
                .for_each(|feature| some.insert(feature));
            some.insert(1_000);
            assert_eq!(some.len(), features.div_ceil(7));
            assert!(!some.contains(1_000) && (features == 0 || some.contains(0)));
            let mut both = all.clone();
            both.intersect(&some);
            assert_eq!(both, some);
            both.union(&all);
            assert_eq!(both, all);
            both.subtract(&some);
            assert_eq!(both.len(), all.len() - some.len());
            some.remove(0);
            assert!(!some.contains(0));
        }
    }
}
