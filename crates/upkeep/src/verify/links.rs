//! Links within the catalogue lead somewhere. Those between features are
//! resolved while merging. The entry point is [`check`].

use super::problem::{Check, Place, Problem};
use super::subject::Subject;
use super::walk;
use document::for_each_link;

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for stated in subject.stated() {
        let id = stated.slug();
        if stated.feature.related.iter().any(|related| related == id) {
            let message = format!("`{id}` is related to itself; leave that out");
            problems.push(stated.place().problem(Check::Links, message));
        }
    }
    for file in &subject.sources.documents {
        let document = &file.value.document;
        for_each_link(&document.body, &mut |url| {
            let Some(fragment) = url.strip_prefix('#').filter(|url| !url.starts_with('?')) else {
                return;
            };
            let ids = document.outline.iter().map(|section| section.id.as_deref());
            if !ids.flatten().any(|id| id == fragment) {
                let line = walk::line_of(&file.text, url);
                let message = format!("the link `{url}` leads to no heading; correct it");
                problems.push(Place::new(&file.path, line).problem(Check::Links, message));
            }
        });
    }
    problems
}
