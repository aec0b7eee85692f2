//! Suggestions for misspelled slugs. The entry point is [`similar_slug`].

use super::search::distance;
use catalogue::Catalogue;

/// The maximum edit distance of a suggestion.
const MAX_DISTANCE: usize = 2;

/// The feature's slug that is most similar to one that does not exist. Its digits have to
/// be the same, because another number means another PEP or series.
pub fn similar_slug<'a>(catalogue: &'a Catalogue, slug: &str) -> Option<&'a str> {
    let digits = |slug: &'a str| slug.bytes().filter(u8::is_ascii_digit);
    let lower = slug.to_ascii_lowercase();
    let wanted: Vec<u8> = lower.bytes().filter(u8::is_ascii_digit).collect();
    let slugs = catalogue.features.iter().map(|feature| &*feature.slug);
    slugs
        .filter(|slug| digits(slug).eq(wanted.iter().copied()))
        .filter_map(|slug| Some((distance(&lower, slug, MAX_DISTANCE)?, slug)))
        .min()
        .map(|(_, slug)| slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;

    #[test]
    fn letters_may_differ_but_digits_may_not() {
        let markdown = "## One {#pep-758 kind=changed}\n\nText.\n\n\
                        ## Two {#3.14-early kind=added}\n\nText.";
        let catalogue = Shelf::empty().reference("notes", markdown).catalogue();
        for (slug, expected) in [
            ("PEP-758", Some("pep-758")),
            ("pep758", Some("pep-758")),
            ("3.14-erly", Some("3.14-early")),
            ("pep-757", None),
            ("3.13-early", None),
            ("", None),
        ] {
            assert_eq!(similar_slug(&catalogue, slug), expected, "{slug}");
        }
    }
}
