//! Many short lists of numbers in one, and which lists a number is in. The entry
//! points are [`Lists::of`] and [`Lists::inverted`].

/// Lists of numbers, one behind the other.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lists {
    numbers: Vec<u16>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl Lists {
    /// Adds to the list at hand.
    pub(crate) fn extend(&mut self, numbers: impl IntoIterator<Item = u16>) {
        self.numbers.extend(numbers);
    }

    /// Ends the list at hand.
    pub(crate) fn close(&mut self) {
        self.ends.push(self.numbers.len() as u32);
    }

    /// One of the lists; nothing beyond the last.
    pub(crate) fn of(&self, list: usize) -> &[u16] {
        let end = |list: usize| self.ends.get(list).copied().unwrap_or_default() as usize;
        let start = list.checked_sub(1).map_or(0, end);
        self.numbers.get(start..end(list)).unwrap_or_default()
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// For each of so many numbers, the lists that it is in.
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
            for number in self.of(list) {
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
    fn inverted_twice_the_lists_are_what_they_were() {
        let mut lists = Lists::default();
        for list in [&[2u16, 0][..], &[], &[1, 2], &[4]] {
            lists.extend(list.iter().copied());
            lists.close();
        }
        let inverted = lists.inverted(5);
        let of: Vec<&[u16]> = (0..6).map(|number| inverted.of(number)).collect();
        assert_eq!(of, [&[0u16][..], &[2], &[0, 2], &[], &[3], &[]]);
        assert_eq!((lists.len(), inverted.len()), (4, 5));
        assert_eq!(inverted.inverted(4).of(0), [0, 2], "in order");
    }
}
