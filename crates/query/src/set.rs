//! Sets of features as bits, so that filters are combined and counted a word of
//! them at a time. The entry point is [`FeatureSet`].

/// Features by their places in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FeatureSet {
    words: Vec<u64>,
}

impl FeatureSet {
    /// No feature, with room for so many.
    pub(crate) fn none(features: usize) -> Self {
        Self {
            words: vec![0; features.div_ceil(64)],
        }
    }

    /// Every one of so many features.
    pub(crate) fn all(features: usize) -> Self {
        let mut set = Self {
            words: vec![u64::MAX; features.div_ceil(64)],
        };
        if let (Some(last), rest @ 1..) = (set.words.last_mut(), features % 64) {
            *last = (1 << rest) - 1;
        }
        set
    }

    /// Puts a feature in; one that there is no room for is none.
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

    pub(crate) fn has(&self, feature: usize) -> bool {
        let word = self.words.get(feature / 64);
        word.is_some_and(|word| word >> (feature % 64) & 1 == 1)
    }

    /// Keeps what is in another set as well.
    pub(crate) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Takes out what is in another set.
    pub(crate) fn take(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Adds what is in another set.
    pub(crate) fn add(&mut self, other: &Self) {
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

    /// The features in the catalogue's order.
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
    fn a_set_has_what_was_put_in_and_nothing_beyond_its_room() {
        for features in [0, 1, 63, 64, 65, 200] {
            let all = FeatureSet::all(features);
            assert_eq!(all.iter().collect::<Vec<_>>(), Vec::from_iter(0..features));
            assert_eq!(all.len(), features);
            let mut some = FeatureSet::none(features);
            assert!(some.is_empty());
            (0..features)
                .step_by(7)
                .for_each(|feature| some.insert(feature));
            some.insert(1_000);
            assert_eq!(some.len(), features.div_ceil(7));
            assert!(!some.has(1_000) && (features == 0 || some.has(0)));
            let mut both = all.clone();
            both.keep(&some);
            assert_eq!(both, some);
            both.add(&all);
            assert_eq!(both, all);
            both.take(&some);
            assert_eq!(both.len(), all.len() - some.len());
            some.remove(0);
            assert!(!some.has(0));
        }
    }
}
