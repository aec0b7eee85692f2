//! Finds the status of a feature in a text. The entry point is [`of_text`].

use terms::Status;

/// The status that a text explicitly states: "Status: Draft", "(Final)", "PEP
/// 734 has been accepted". Elsewhere, the words have other meanings: a final
/// release, a merged list, a closed file.
pub(super) fn of_text(text: &str) -> Option<Status> {
    // Most texts contain none of these, and checking before conversion to lower
    // case is faster.
    let may_be_labelled = text.contains("tatus:");
    let may_be_decided = text.contains("PEP ");
    if !may_be_labelled && !may_be_decided && !text.contains('(') {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    labelled(&lower)
        .or_else(|| bracketed(&lower))
        .or_else(|| decided(&lower))
}

fn labelled(text: &str) -> Option<Status> {
    let (_, rest) = text.split_once("status:")?;
    first_word(rest).parse().ok()
}

fn bracketed(text: &str) -> Option<Status> {
    text.split('(').skip(1).find_map(|rest| {
        let (inner, _) = rest.split_once(')')?;
        inner.split(',').find_map(|word| word.trim().parse().ok())
    })
}

fn decided(text: &str) -> Option<Status> {
    text.split("pep ").skip(1).find_map(|rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        [" has been ", " was ", " is now "]
            .iter()
            .find_map(|verb| rest.strip_prefix(verb))
            .and_then(|rest| first_word(rest).parse().ok())
    })
}

fn first_word(text: &str) -> &str {
    text.trim_start()
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_stated_status_counts() {
        assert_eq!(of_text("Emscripten (PEP 776, draft)"), Some(Status::Draft));
        assert_eq!(of_text("Status: Draft"), Some(Status::Draft));
        assert_eq!(
            of_text("PEP 734: interpreters (Final)"),
            Some(Status::Final)
        );
        assert_eq!(of_text("PEP 779 has been accepted"), Some(Status::Accepted));
        for text in [
            "the final release",
            "typed_ast is merged",
            "closed (for now)",
            "was active",
        ] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }
}
