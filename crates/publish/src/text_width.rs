//! Estimates the width of text whose font is not known. The entry points are [`width`]
//! and [`wrap`].
//!
//! Each character counts with its width in the widest of the usual sans-serif fonts
//! (Verdana and DejaVu Sans), rounded up, so that text that fits here fits wherever it
//! is shown.

/// The width of a line of text in pixels; `size` is the font size in pixels.
pub(super) fn width(text: &str, size: u32) -> u32 {
    let thousandths: u32 = text.chars().map(advance).sum();
    (thousandths * size).div_ceil(1000)
}

/// The advance width of a character, in thousandths of the font size.
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
        '–' => 640,
        _ => 1080,
    }
}

const ELLIPSIS: char = '…';

/// Wraps text into at most `max_lines` lines of at most `max_width` pixels, at spaces
/// and within words that are longer than a line. An ellipsis replaces what does not fit.
pub(super) fn wrap(text: &str, size: u32, max_width: u32, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text
        .split_whitespace()
        .flat_map(|word| pieces(word, size, max_width))
    {
        let longer = if line.is_empty() {
            word.clone()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, size) <= max_width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    lines.push(line);
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            end_with_ellipsis(last, size, max_width);
        }
    }
    lines
}

/// Splits a word into pieces that each fit on a line.
fn pieces(word: &str, size: u32, max_width: u32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let step = advance(c) * size;
        if used + step > max_width * 1000 {
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

/// Appends an ellipsis, in place of as many characters as necessary.
fn end_with_ellipsis(line: &mut String, size: u32, max_width: u32) {
    line.push(ELLIPSIS);
    while width(line, size) > max_width && line.pop().is_some() {
        line.pop();
        line.truncate(line.trim_end().len());
        line.push(ELLIPSIS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_wide() {
        let long = "word ".repeat(40);
        for text in [
            &long,
            "W".repeat(200).as_str(),
            "a",
            "",
            "naïve 日本語 ".repeat(20).as_str(),
        ] {
            let lines = wrap(text, 13, 100, 3);
            assert!(lines.len() <= 3);
            for line in &lines {
                assert!(width(line, 13) <= 100, "{line}");
            }
        }
    }

    #[test]
    fn letters_have_three_widths_and_more() {
        let widths = ["ill", "fjr", "nnn", "www", "mmm"].map(|text| width(text, 10));
        assert!(widths.is_sorted_by(|a, b| a < b), "{widths:?}");
    }

    #[test]
    fn truncated_text_ends_with_an_ellipsis() {
        assert_eq!(wrap("a b c", 10, 1000, 2), ["a b c"]);
        assert_eq!(wrap("one two", 10, 26, 2), ["one", "two"]);
        let cut = wrap("one two three four", 10, 40, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut.iter().any(|line| line.ends_with(ELLIPSIS)), "{cut:?}");
    }
}
