//! Numbers of bytes in the format of the page.

/// A number of bytes, such as `12.3 MB` or `10.7 GB`.
pub fn bytes_in_words(bytes: f64) -> String {
    if bytes < 1e9 {
        format!("{:.1} MB", bytes / 1e6)
    } else {
        format!("{:.1} GB", bytes / 1e9)
    }
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
}
