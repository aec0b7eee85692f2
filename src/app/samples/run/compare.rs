//! What differs between the versions that a program was run on. The entry
//! points are [`verdict`] and [`differing`].

use super::column::Column;

/// Most comparisons of lines that are made for two texts; beyond it, whatever
/// follows their common beginning counts as different.
const COMPARISONS: usize = 400_000;

/// In words, whether the versions agree; nothing while a run goes on, or where
/// fewer than two came to an end.
pub fn verdict(columns: &[Column]) -> Option<String> {
    if !columns.iter().all(Column::is_over) {
        return None;
    }
    let ended: Vec<&Column> = columns.iter().filter(|it| it.shown().is_some()).collect();
    let mut alike: Vec<Vec<&Column>> = Vec::new();
    for column in &ended {
        let same = alike.iter_mut().find(|group| {
            let first = group.first().and_then(|first| first.shown());
            first == column.shown()
        });
        match same {
            Some(group) => group.push(column),
            None => alike.push(vec![column]),
        }
    }
    let groups: Vec<String> = alike.iter().map(|group| names(group)).collect();
    match (ended.len(), groups.as_slice()) {
        (0 | 1, _) => None,
        (2, [same]) => Some(format!("Same on both: {same}.")),
        (_, [same]) => Some(format!("Same on all: {same}.")),
        (_, groups) => Some(format!("Differs: {}.", groups.join(", unlike "))),
    }
}

fn names(columns: &[&Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|it| it.version.as_str()).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Of each line of a text, whether one of the other texts lacks it there.
pub fn differing(text: &str, others: &[&str]) -> Vec<bool> {
    let lines: Vec<&str> = text.lines().collect();
    let mut differs = vec![false; lines.len()];
    for other in others {
        let other: Vec<&str> = other.lines().collect();
        for (mark, is_shared) in differs.iter_mut().zip(shared(&lines, &other)) {
            *mark |= !is_shared;
        }
    }
    differs
}

/// Of each line of `a`, whether it belongs to the longest sequence of lines
/// that both have in the same order.
fn shared(a: &[&str], b: &[&str]) -> Vec<bool> {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let mut is_shared = vec![true; start];
    is_shared.resize(a.len(), false);
    let (a, b) = (
        a.get(start..).unwrap_or_default(),
        b.get(start..).unwrap_or_default(),
    );
    if a.len().saturating_mul(b.len()) > COMPARISONS {
        return is_shared;
    }
    // `longest[i * width + j]` is how many lines `a[i..]` and `b[j..]` share.
    let width = b.len() + 1;
    let mut longest = vec![0u32; (a.len() + 1) * width];
    let at = |longest: &[u32], i: usize, j: usize| {
        longest.get(i * width + j).copied().unwrap_or_default()
    };
    for (i, line) in a.iter().enumerate().rev() {
        for (j, other) in b.iter().enumerate().rev() {
            let best = if line == other {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while let (Some(line), Some(other)) = (a.get(i), b.get(j)) {
        if line == other {
            if let Some(mark) = is_shared.get_mut(start + i) {
                *mark = true;
            }
            (i, j) = (i + 1, j + 1);
        } else if at(&longest, i + 1, j) >= at(&longest, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    is_shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::platform::runtime::{Event, Reason, Stream};
    use crate::terms::Series;

    fn ran(minor: u8, output: &str) -> Column {
        let mut column = Column::new(Series::python3(minor), &format!("3.{minor}.1"));
        column.hear(Event::Output {
            stream: Stream::Stdout,
            text: output.to_owned(),
        });
        column.hear(Event::Finished {
            value: None,
            traceback: None,
            raised: None,
            millis: 1.0,
        });
        column
    }

    #[test]
    fn the_verdict_names_who_agrees_with_whom() {
        let same = [ran(13, "1\n"), ran(14, "1\n"), ran(15, "1\n")];
        assert_eq!(
            verdict(&same).as_deref(),
            Some("Same on all: 3.13.1, 3.14.1 and 3.15.1.")
        );
        let differs = [ran(13, "0\n"), ran(14, "1\n"), ran(15, "1\n")];
        assert_eq!(
            verdict(&differs).as_deref(),
            Some("Differs: 3.13.1, unlike 3.14.1 and 3.15.1.")
        );
        assert_eq!(
            verdict(&same[..2]).as_deref(),
            Some("Same on both: 3.13.1 and 3.14.1.")
        );
    }

    #[test]
    fn there_is_no_verdict_on_less_than_two_ends() {
        assert_eq!(verdict(&[]), None);
        assert_eq!(verdict(&[ran(13, "1\n")]), None);
        let running = Column::new(Series::python3(14), "3.14.1");
        assert_eq!(verdict(&[ran(13, "1\n"), running.clone()]), None);
        let mut stopped = running;
        stopped.hear(Event::Stopped(Reason::ByReader));
        assert_eq!(verdict(&[ran(13, "1\n"), stopped]), None);
    }

    #[test]
    fn a_line_that_another_version_lacks_is_marked() {
        assert_eq!(
            differing("a\nb\nc\n", &["a\nc\n", "a\nb\nc\n"]),
            [false, true, false]
        );
        assert_eq!(differing("a\nc\n", &["a\nb\nc\n"]), [false, false]);
        assert_eq!(
            differing("b\na\n", &["a\nb\n"])
                .iter()
                .filter(|it| **it)
                .count(),
            1
        );
        assert_eq!(differing("a\n", &[""]), [true]);
        assert!(differing("", &["a"]).is_empty());
        assert_eq!(differing("a\n", &[]), [false]);
    }

    #[test]
    fn very_long_texts_are_compared_by_their_beginning() {
        let long = "x\n".repeat(700);
        let (one, two) = (format!("a\n{long}"), format!("a\nb\n{long}"));
        let differs = differing(&one, &[&two]);
        assert_eq!(differs.len(), 701);
        assert!(!differs[0] && differs[1] && differs[700]);
    }
}
