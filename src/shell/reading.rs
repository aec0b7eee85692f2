//! What the search box means, read once for each text. The entry point is
//! [`LastReading::of`].

use catalogue::Catalogue;
use query::language::{self, ParsedQuery};
use std::cell::RefCell;
use std::rc::Rc;

/// The reading of the last text: a key asks for it when the route is made and again
/// when the box is drawn.
#[derive(Default)]
pub(crate) struct LastReading(RefCell<Option<Kept>>);

struct Kept {
    text: String,
    catalogue: Rc<Catalogue>,
    reading: Rc<ParsedQuery>,
}

impl LastReading {
    /// The reading of a text, which another catalogue may read otherwise.
    pub(crate) fn of(&self, text: &str, catalogue: &Rc<Catalogue>) -> Rc<ParsedQuery> {
        let mut kept = self.0.borrow_mut();
        if let Some(kept) = &*kept
            && kept.text == text
            && Rc::ptr_eq(&kept.catalogue, catalogue)
        {
            return kept.reading.clone();
        }
        let reading = Rc::new(language::parse(text, catalogue));
        *kept = Some(Kept {
            text: text.to_owned(),
            catalogue: catalogue.clone(),
            reading: reading.clone(),
        });
        reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;

    #[test]
    fn a_text_is_read_once_for_each_catalogue() {
        let [one, other] = [(); 2].map(|()| Rc::new(Shelf::empty().catalogue()));
        let last = LastReading::default();
        let first = last.of("kind:removed xml", &one);
        assert!(Rc::ptr_eq(&first, &last.of("kind:removed xml", &one)));
        let elsewhere = last.of("kind:removed xml", &other);
        assert!(!Rc::ptr_eq(&first, &elsewhere));
        assert!(!Rc::ptr_eq(&elsewhere, &last.of("kind:removed x", &other)));
    }
}
