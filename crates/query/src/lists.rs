//! Lists of numbers in a single allocation. The entry points are [`Lists::get`] and
//! [`Lists::inverted`].

/// Lists of numbers, concatenated.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lists {
    numbers: Vec<u16>,
    /// The end of each list in `numbers`.
    ends: Vec<u32>,
}

impl Lists {
    /// Appends numbers to the current list.
    pub(crate) fn extend(&mut self, numbers: impl IntoIterator<Item = u16>) {
        self.numbers.extend(numbers);
    }

    /// Ends the current list.
    pub(crate) fn finish_list(&mut self) {
        self.ends.push(self.numbers.len() as u32);
    }

    /// The list with an index; empty if there is none.
    pub(crate) fn get(&self, list: usize) -> &[u16] {
        let end = |list: usize| self.ends.get(list).copied().unwrap_or_default() as usize;
        let start = list.checked_sub(1).map_or(0, end);
        self.numbers.get(start..end(list)).unwrap_or_default()
    }

    /// The number of lists.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// For each number below `numbers`, the indices of the lists that contain it.
    pub(crate) fn inverted(&self, numbers: usize) -> Self {
        let mut ends = vec![0u32; numbers];
        for number in &self.numbers {
            if let Some(count) = ends.get_mut(usize::from(*number)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        let mut next: Vec<u32> = Vec::with_capacity(numbers);
        for end in &mut ends {
            next.push(sum);
            sum += *end;
            *end = sum;
        }
        let mut lists = vec![0u16; self.numbers.len()];
        for list in 0..self.ends.len() {
            for number in self.get(list) {
                if let Some(next) = next.get_mut(usize::from(*number))
                    && let Some(entry) = lists.get_mut(*next as usize)
                {
                    *entry = list as u16;
                    *next += 1;
                }
            }
        }
        Self {
            numbers: lists,
            ends,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverting_twice_restores_the_lists() {
        let mut lists = Lists::default();
        for list in [&[2u16, 0][..], &[], &[1, 2], &[4]] {
            lists.extend(list.iter().copied());
            lists.finish_list();
        }
        let inverted = lists.inverted(5);
        let containing: Vec<&[u16]> = (0..6).map(|number| inverted.get(number)).collect();
        assert_eq!(containing, [&[0u16][..], &[2], &[0, 2], &[], &[3], &[]]);
        assert_eq!((lists.len(), inverted.len()), (4, 5));
        assert_eq!(inverted.inverted(4).get(0), [0, 2], "in order");
    }
}
