//! Answers where neither a name nor a message decides: by the syntax of the code, by names
//! that are mentioned, and by words.

use crate::answer::Certainty;
use crate::by_name::MOST_ALIKE;
use crate::constructs::constructs;
use crate::explain::Explainer;
use crate::mentions::mentions;
use crate::names::Event;
use crate::paste::{Report, Speaker};
use crate::rank::rank;

/// The most answers that rest on words only.
const MOST_BY_WORDS: usize = 3;

/// The most reports of a paste whose words are looked for.
pub(super) const MOST_RANKED: usize = 5;

impl Explainer<'_> {
    /// The syntax in the lines of code that older versions reject.
    pub(super) fn by_constructs(&mut self, report: &Report) {
        let code = format!("{}\n{}", report.code, report.message);
        for slug in constructs(&code).take(MOST_ALIKE) {
            let Some(index) = self.changes.position(slug) else {
                continue;
            };
            let why = "Older versions reject the syntax of this code.".to_owned();
            self.answer_with(index, None, Certainty::Likely, why);
        }
    }

    /// Names of the standard library in a message that came, went or are deprecated.
    pub(super) fn by_names(&mut self, report: &Report) {
        let is_warning = report.class.ends_with("Warning");
        for name in mentions(&report.message) {
            let Some(row) = self.names.row(name) else {
                continue;
            };
            let deprecated = row.deprecated().map(Event::Deprecated);
            let event = deprecated
                .filter(|_| is_warning)
                .or_else(|| self.names.event(row));
            if let Some(event) = event {
                self.answer(row, event, Certainty::Likely);
            }
        }
    }

    /// The changes that share names and words with a message.
    pub(super) fn by_rank(&mut self, report: &Report) {
        let text = match report.message.as_str() {
            "" => &report.code,
            message => message,
        };
        let names = self.names;
        let is_common = |name: &str| {
            let row = names.row(name);
            !name.contains('.') && row.is_some_and(|row| names.event(row).is_none())
        };
        let ranked = rank(text, self.changes, self.versions, self.search, &is_common);
        // The words of an error are anybody's; those of a question were chosen.
        let is_question = report.speaker == Speaker::Person;
        let speaks =
            is_question || report.class.contains("Syntax") || report.class.ends_with("Warning");
        let ranked = ranked.into_iter().filter(|one| speaks || one.is_named);
        for one in ranked.take(MOST_BY_WORDS) {
            let (certainty, why) = if one.is_named {
                (Certainty::Likely, "It concerns a name in the text.")
            } else {
                (Certainty::Possible, "Its words are those of the text.")
            };
            self.answer_with(one.index, None, certainty, why.to_owned());
        }
    }
}
