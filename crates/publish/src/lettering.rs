//! How wide text is when nobody knows in which font it will be set. The entry
//! points are [`width`] and [`lines`].
//!
//! Every character counts as wide as in the widest of the usual sans-serif
//! fonts (Verdana and DejaVu Sans), rounded up, so that text which fits here
//! fits wherever it is shown.

/// The width of a line of text in pixels, for a font of so many pixels.
pub(super) fn width(text: &str, size: u32) -> u32 {
    let thousandths: u32 = text.chars().map(advance).sum();
    (thousandths * size).div_ceil(1000)
}

/// How far a character moves the pen, in thousandths of the font's size.
const fn advance(c: char) -> u32 {
    match c {
        'i' | 'l' | '\'' | ' ' | '.' | ',' => 360,
        'f' | 'j' | 'r' | 't' | 'I' | 'J' => 460,
        '(' | ')' | '[' | ']' | '/' | '\\' | '-' | ':' | ';' | '!' | '|' | '"' => 460,
        'm' | 'M' | 'W' | '%' | '@' => 1080,
        'w' | '+' | '=' | '<' | '>' | '~' | '#' | '^' | '&' => 840,
        'A'..='Z' => 790,
        '\0'..='\u{7f}' => 640,
        '\u{80}'..='\u{24f}' => 800,
        // Half of the size of the font is what it has below others.
        '–' => 640,
        _ => 1080,
    }
}

const ELLIPSIS: char = '…';

/// Text in at most `most` lines of at most `room` pixels, broken at spaces and,
/// where a word is longer than a line, within it. What has no place is left out
/// and an ellipsis stands for it.
pub(super) fn lines(text: &str, size: u32, room: u32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text
        .split_whitespace()
        .flat_map(|word| pieces(word, size, room))
    {
        let longer = if line.is_empty() {
            word.clone()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, size) <= room {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    lines.push(line);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            end_early(last, size, room);
        }
    }
    lines
}

/// A word in pieces that fit on a line each.
fn pieces(word: &str, size: u32, room: u32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let step = advance(c) * size;
        if used + step > room * 1000 {
            pieces.push(String::new());
            used = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
        used += step;
    }
    pieces
}

/// Ends a line with an ellipsis, for which it gives up what is in the way.
fn end_early(line: &mut String, size: u32, room: u32) {
    line.push(ELLIPSIS);
    while width(line, size) > room && line.pop().is_some() {
        line.pop();
        line.truncate(line.trim_end().len());
        line.push(ELLIPSIS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_its_room() {
        let long = "word ".repeat(40);
        for text in [
            &long,
            "W".repeat(200).as_str(),
            "a",
            "",
            "naïve 日本語 ".repeat(20).as_str(),
        ] {
            let lines = lines(text, 13, 100, 3);
            assert!(lines.len() <= 3);
            for line in &lines {
                assert!(width(line, 13) <= 100, "{line}");
            }
        }
    }

    #[test]
    fn what_is_left_out_is_told() {
        assert_eq!(lines("a b c", 10, 1000, 2), ["a b c"]);
        assert_eq!(lines("one two", 10, 26, 2), ["one", "two"]);
        let cut = lines("one two three four", 10, 40, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut.iter().any(|line| line.ends_with(ELLIPSIS)), "{cut:?}");
    }
}
