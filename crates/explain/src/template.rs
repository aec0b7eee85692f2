//! Texts with gaps, such as `module '{}' has no attribute '{}'`. The entry point is [`find`].

/// What a gap looks like in a template.
const GAP: &str = "{}";

/// The longest text, in bytes, that a gap stands for.
const LONGEST: usize = 300;

/// The texts in the gaps of a template that occurs in a text, in their order; `None` if it
/// does not occur. A gap before the first words of a template begins at the last space or
/// the beginning of the text, one after the last words ends with the text.
pub(crate) fn find<'t>(template: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let pieces: Vec<&str> = template.split(GAP).collect();
    let (first, rest) = pieces.split_first()?;
    let Some((second, others)) = rest.split_first() else {
        return text.contains(first).then(Vec::new);
    };
    let mut from = 0;
    loop {
        let (gap, end) = first_gap(text, from, first, second)?;
        if let Some(mut gaps) = other_gaps(text, end, others) {
            gaps.insert(0, gap);
            return Some(gaps);
        }
        from = next_boundary(text, end)?;
    }
}

/// The shortest text between two pieces, of which the second begins at `from` or later,
/// with the end of the second.
fn first_gap<'t>(
    text: &'t str,
    from: usize,
    first: &str,
    second: &str,
) -> Option<(&'t str, usize)> {
    if second.is_empty() {
        let start = text.get(from..)?.find(first)? + from + first.len();
        let gap = text.get(start..)?;
        return (gap.len() <= LONGEST).then_some((gap, text.len()));
    }
    let mut from = from;
    loop {
        let until = text.get(from..)?.find(second)? + from;
        // A longer gap is none, so nothing further back is looked at.
        let back = text.floor_char_boundary(until.saturating_sub(LONGEST + first.len()));
        let before = text.get(back..until)?;
        let start = if first.is_empty() {
            Some(before.rfind(' ').map_or(back, |space| back + space + 1))
        } else {
            before.rfind(first).map(|at| back + at + first.len())
        };
        if let Some(gap) = start.and_then(|start| text.get(start..until))
            && gap.len() <= LONGEST
            && !gap.is_empty()
        {
            return Some((gap, until + second.len()));
        }
        from = next_boundary(text, until)?;
    }
}

/// The gaps before each of the pieces, the first of which begins at `from` or later.
fn other_gaps<'t>(text: &'t str, from: usize, pieces: &[&str]) -> Option<Vec<&'t str>> {
    let mut gaps = Vec::with_capacity(pieces.len() + 1);
    let mut from = from;
    for (index, piece) in pieces.iter().enumerate() {
        let rest = text.get(from..)?;
        let is_last = index + 1 == pieces.len();
        let length = match (piece.is_empty(), is_last) {
            (true, true) => rest.len(),
            (true, false) => 0,
            (false, _) => rest.find(piece)?,
        };
        if length > LONGEST {
            return None;
        }
        gaps.push(rest.get(..length)?);
        from += length + piece.len();
    }
    Some(gaps)
}

/// The first position after `at` where a character begins.
fn next_boundary(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    rest.chars().next().map(|first| at + first.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_as_short_as_they_can_be() {
        for (template, text, gaps) in [
            (
                "module '{}' has no attribute '{}'",
                "module 'a' has no attribute 'b'. Did you mean: 'c'?",
                Some(&["a", "b"][..]),
            ),
            (
                "'{}' object has no attribute '{}'",
                "what is 'x'? 'Loop' object has no attribute 'y'",
                Some(&["Loop", "y"]),
            ),
            (
                "No module named {}",
                "No module named distutils.core",
                Some(&["distutils.core"]),
            ),
            (
                "{}() takes no arguments",
                "E  Spam.f() takes no arguments",
                Some(&["Spam.f"]),
            ),
            ("expected ':'", "SyntaxError: expected ':'", Some(&[])),
            ("expected ':'", "expected something else", None),
            ("'{}' is not '{}'", "'' is not 'b'", None),
            ("a {} b", "a a c b", Some(&["c"])),
            ("ü{}ö", "üäöüö", Some(&["ä"])),
        ] {
            assert_eq!(
                find(template, text).as_deref(),
                gaps,
                "{template} in {text}"
            );
        }
    }

    #[test]
    fn a_gap_is_never_a_whole_page() {
        let long = format!("module '{}' has no attribute 'b'", "x".repeat(100_000));
        assert_eq!(find("module '{}' has no attribute '{}'", &long), None);
        let many = "module '".repeat(100_000);
        assert_eq!(find("module '{}' has no attribute '{}'", &many), None);
    }
}
