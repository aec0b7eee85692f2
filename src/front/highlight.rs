//! One release highlight: its name, a sentence, its code and a link to run it. The entry
//! point is [`highlight`].

use super::link;
use crate::content::{code_block, inlines};
use crate::session::Session;
use catalogue::{Feature, FeatureText};
use document::{Block, Inline};
use yew::prelude::*;

/// A highlight. Until its text is loaded, it is its name. In a narrow window its code is
/// folded.
pub(super) fn highlight(
    session: &Session,
    feature: &Feature,
    text: Option<&FeatureText>,
    narrow: bool,
) -> Html {
    let summary = text.and_then(|text| text.statements.first());
    let summary = summary.map_or(&[][..], |statement| &statement.summary);
    let sentence = summary.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(first_sentence(content)),
        _ => None,
    });
    let code = summary.iter().find_map(|block| match block {
        Block::Code { language, text } => Some(code_block(language, text)),
        _ => None,
    });
    let run = feature.samples.first().map(|sample| {
        let name = html! { <>{ "▷ Run" }<span class="visually-hidden">{ " " }{ inlines(&feature.title) }</span></> };
        html! { <span class="to-run">{ link(session, &session.route.with_sample(sample), name) }</span> }
    });
    let route = session.route.with_feature(&feature.slug);
    html! {
        <li key={feature.slug.clone()}>
            <h2>{ link(session, &route, inlines(&feature.title)) }</h2>
            <p>{ for sentence.map(|sentence| inlines(&sentence)) }</p>
            if let Some(code) = code {
                <details open={!narrow}>
                    <summary>{ "Code" }</summary>
                    { code }
                </details>
            }
            { run }
        </li>
    }
}

/// The first sentence of a paragraph.
fn first_sentence(paragraph: &[Inline]) -> Vec<Inline> {
    let mut sentence = Vec::new();
    for inline in paragraph {
        if let Inline::Text(text) = inline
            && let Some(end) = end_of_sentence(text)
        {
            let text = text.get(..end).unwrap_or_default();
            sentence.push(Inline::Text(text.to_owned()));
            break;
        }
        sentence.push(inline.clone());
    }
    sentence
}

/// The position after the first full stop that is followed by white space.
fn end_of_sentence(text: &str) -> Option<usize> {
    let mut stops = text.match_indices('.').map(|(stop, _)| stop + 1);
    stops.find(|end| {
        text.get(*end..)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn a_sentence_ends_at_a_full_stop_before_white_space() {
        let name = Inline::Code("a.b".to_owned());
        for (paragraph, expected) in [
            (vec![text("One. Two.")], vec![text("One.")]),
            (
                vec![text("Since 3.15 it is\nfast.\nMore.")],
                vec![text("Since 3.15 it is\nfast.")],
            ),
            (
                vec![
                    name.clone(),
                    text(" is new. So is "),
                    name.clone(),
                    text("."),
                ],
                vec![name.clone(), text(" is new.")],
            ),
            (
                vec![text("Only "), name.clone(), text(".")],
                vec![text("Only "), name, text(".")],
            ),
        ] {
            assert_eq!(first_sentence(&paragraph), expected);
        }
    }
}
