//! Numbers of things in sentences. The entry point is [`counted`].

/// A number with its noun in the singular or the plural: "1 change", "2 changes". `noun` is
/// the singular of a noun whose plural ends in "s", with or without words before it.
///
/// ```
/// assert_eq!(terms::counted(1, "change"), "1 change");
/// assert_eq!(terms::counted(0, "more module"), "0 more modules");
/// ```
pub fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
