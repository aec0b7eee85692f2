//! Numbers of bytes in the format of the page.

/// A number of bytes, such as `12.3 MB` or `10.7 GB`.
pub fn bytes_in_words(bytes: f64) -> String {
    if bytes < 1e9 {
        format!("{:.1} MB", bytes / 1e6)
    } else {
        format!("{:.1} GB", bytes / 1e9)
    }
}

/// The bytes that the site uses and those that are left, as a sentence.
pub fn space_in_words((used, left): (f64, f64)) -> String {
    format!(
        "This site takes {}; the browser has room for {} more.",
        bytes_in_words(used),
        bytes_in_words(left)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_the_unit_that_suits_them() {
        assert_eq!(bytes_in_words(12_345_678.0), "12.3 MB");
        assert_eq!(bytes_in_words(99_000.0), "0.1 MB");
        assert_eq!(bytes_in_words(10_700_000_000.0), "10.7 GB");
    }

    #[test]
    fn space_is_told_as_what_is_used_and_what_is_left() {
        assert_eq!(
            space_in_words((1.2e6, 2e9)),
            "This site takes 1.2 MB; the browser has room for 2.0 GB more."
        );
    }
}
