//! What was meant by a slug that no feature has. The entry point is
//! [`slug_meant`].

use super::search::distance;
use catalogue::Catalogue;

/// How many letters may be wrong.
const MOST: usize = 2;

/// The slug that was probably meant by one that is none. Another number would be
/// another PEP or series altogether, however near it is.
pub fn slug_meant<'a>(catalogue: &'a Catalogue, slug: &str) -> Option<&'a str> {
    let digits = |slug: &'a str| slug.bytes().filter(u8::is_ascii_digit);
    let lower = slug.to_ascii_lowercase();
    let wanted: Vec<u8> = lower.bytes().filter(u8::is_ascii_digit).collect();
    let slugs = catalogue.features.iter().map(|feature| &*feature.slug);
    slugs
        .filter(|slug| digits(slug).eq(wanted.iter().copied()))
        .filter_map(|slug| Some((distance(&lower, slug, MOST)?, slug)))
        .min()
        .map(|(_, slug)| slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;

    #[test]
    fn a_slip_is_forgiven_in_letters_and_not_in_numbers() {
        let markdown = "## One {#pep-758 kind=changed}\n\nText.\n\n\
                        ## Two {#3.14-early kind=added}\n\nText.";
        let catalogue = Shelf::empty().reference("notes", markdown).catalogue();
        for (slug, meant) in [
            ("PEP-758", Some("pep-758")),
            ("pep758", Some("pep-758")),
            ("3.14-erly", Some("3.14-early")),
            ("pep-757", None),
            ("3.13-early", None),
            ("", None),
        ] {
            assert_eq!(slug_meant(&catalogue, slug), meant, "{slug}");
        }
    }
}
