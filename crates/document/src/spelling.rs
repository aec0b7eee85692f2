//! Near misses: the entry point is [`nearest`].

/// The candidate that was probably meant by a misspelt word: at most two
/// letters away, letter case aside.
pub(super) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    // Nothing to be told in a word that is longer than every candidate.
    if word.len() > 40 {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), *candidate))
        .filter(|(distance, candidate)| *distance <= 2 && *distance * 2 < candidate.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The Levenshtein distance, in characters.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, from) in left.chars().enumerate() {
        let mut previous = i;
        let mut current = i + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&right) {
            let replaced = previous + usize::from(from != *to);
            previous = *cell;
            current = replaced.min(previous + 1).min(current + 1);
            *cell = current;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_found_and_a_far_one_is_not() {
        let keys = ["title", "publishDate", "kind"];
        assert_eq!(nearest("publishedDate", &keys), Some("publishDate"));
        assert_eq!(nearest("Title", &keys), Some("title"));
        assert_eq!(nearest("kinds", &keys), Some("kind"));
        assert_eq!(nearest("layout", &keys), None);
        assert_eq!(nearest("id", &keys), None);
    }

    #[test]
    fn distances_are_those_of_levenshtein() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
