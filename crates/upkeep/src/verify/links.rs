//! Checks that links within a document lead to a heading. Links between features are resolved
//! by the merge. The entry point is [`check`].

use super::place::Place;
use super::subject::Subject;
use document::{Attribute, Code, Diagnostic, nearest};

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for stated in subject.stated() {
        let id = stated.slug();
        if stated.feature.related.iter().any(|related| related == id) {
            let message = format!("`{id}` is related to itself");
            let place = stated.at_word(Attribute::Related, id);
            found.push(place.report(Code::Related, message, "leave that out"));
        }
    }
    for file in &subject.sources.documents {
        let document = &file.value.document;
        let ids = || {
            document
                .outline
                .iter()
                .filter_map(|section| section.id.as_deref())
        };
        for link in &document.local_links {
            let fragment = link.url.trim_start_matches('#');
            if fragment.starts_with('?') || ids().any(|id| id == fragment) {
                continue;
            }
            let message = format!("the link `{}` does not lead to a heading", link.url);
            let help = match nearest(fragment, ids()) {
                Some(meant) => format!("did you mean `#{meant}`?"),
                None => "correct it".to_owned(),
            };
            found.push(Place::new(&file.path, link.position).report(Code::Link, message, help));
        }
    }
    found
}
