//! Suggestions for misspelt words: [`nearest`] and [`suggestion`].

/// The candidate that was probably meant by a misspelt word: at most two edits
/// away, ignoring case; swapping two letters is one edit. `None` if several are
/// equally near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // No candidate is that long.
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    // Changing a digit easily gives another valid number.
    let has_number = word.contains(|c: char| c.is_ascii_digit());
    let letters_per_edit = if has_number { 4 } else { 2 };
    let mut best: Option<(usize, &str)> = None;
    let mut is_only = true;
    for candidate in candidates {
        // The difference in length is a lower bound of the distance.
        if candidate.len().abs_diff(word.len()) > 2 * MAX_EDITS {
            continue;
        }
        let distance = strsim::osa_distance(&word, &candidate.to_lowercase());
        if distance > MAX_EDITS || distance * letters_per_edit >= candidate.len() {
            continue;
        }
        match best {
            Some((least, known)) if distance >= least => {
                is_only &= distance > least || candidate == known;
            }
            _ => {
                best = Some((distance, candidate));
                is_only = true;
            }
        }
    }
    best.filter(|_| is_only).map(|(_, candidate)| candidate)
}

/// The help for a word that is not one of the candidates: the one that was
/// probably meant, else all of them.
pub fn suggestion(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("use {}", any_of(candidates)),
    }
}

/// The longest word that is compared, in bytes.
const LONGEST: usize = 80;

/// The most edits between a misspelt word and a candidate.
const MAX_EDITS: usize = 2;

fn any_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        all => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_found_and_a_far_one_is_not() {
        let keys = ["title", "publishDate", "kind", "area"];
        for (word, meant) in [
            ("publishedDate", Some("publishDate")),
            ("Title", Some("title")),
            ("kinds", Some("kind")),
            ("aera", Some("area")),
            ("layout", None),
            ("id", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, keys), meant, "{word}");
        }
    }

    #[test]
    fn two_equal_misses_are_none() {
        assert_eq!(nearest("gh-119", ["gh-111", "gh-112"]), None);
        assert_eq!(nearest("gh-119", ["gh-111"]), Some("gh-111"));
        assert_eq!(nearest("removd", ["removed", "removal"]), Some("removed"));
    }

    #[test]
    fn numbers_are_near_where_a_digit_is_wrong_or_two_are_swapped() {
        let slugs = ["gh-1", "pep-758", "3.14-asyncio-ps"];
        for (word, meant) in [
            ("pep-785", Some("pep-758")),
            ("pep-58", Some("pep-758")),
            ("3.14-asyncoi-pss", Some("3.14-asyncio-ps")),
            ("pep-650", None),
            ("gh-2", None),
        ] {
            assert_eq!(nearest(word, slugs), meant, "{word}");
        }
    }

    #[test]
    fn where_nothing_is_near_all_are_listed() {
        let words = ["none", "check", "breaking"];
        assert_eq!(
            suggestion("nothing", &words),
            "use `none`, `check` or `breaking`"
        );
        assert_eq!(suggestion("chekc", &words), "did you mean `check`?");
        assert_eq!(suggestion("x", &["one"]), "use `one`");
    }
}
