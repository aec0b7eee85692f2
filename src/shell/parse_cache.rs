//! Caches the last parsed text of the search box. The entry point is
//! [`ParseCache::get_or_parse`].

use catalogue::Catalogue;
use query::language::{self, ParsedQuery};
use std::cell::RefCell;
use std::rc::Rc;

/// The last parsed text. A key press needs it twice: for the new route, and when the box is
/// rendered.
#[derive(Default)]
pub(crate) struct ParseCache(RefCell<Option<Entry>>);

struct Entry {
    text: String,
    catalogue: Rc<Catalogue>,
    parsed: Rc<ParsedQuery>,
}

impl ParseCache {
    /// The parsed text, which depends on the catalogue.
    pub(crate) fn get_or_parse(&self, text: &str, catalogue: &Rc<Catalogue>) -> Rc<ParsedQuery> {
        let mut last = self.0.borrow_mut();
        if let Some(last) = &*last
            && last.text == text
            && Rc::ptr_eq(&last.catalogue, catalogue)
        {
            return last.parsed.clone();
        }
        let parsed = Rc::new(language::parse(text, catalogue));
        *last = Some(Entry {
            text: text.to_owned(),
            catalogue: catalogue.clone(),
            parsed: parsed.clone(),
        });
        parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;

    #[test]
    fn a_text_is_parsed_once_for_each_catalogue() {
        let [one, other] = [(); 2].map(|()| Rc::new(Shelf::empty().catalogue()));
        let cache = ParseCache::default();
        let parse = |text, catalogue| cache.get_or_parse(text, catalogue);
        let first = parse("kind:removed xml", &one);
        assert!(Rc::ptr_eq(&first, &parse("kind:removed xml", &one)));
        let elsewhere = parse("kind:removed xml", &other);
        assert!(!Rc::ptr_eq(&first, &elsewhere));
        assert!(!Rc::ptr_eq(&elsewhere, &parse("kind:removed x", &other)));
    }
}
