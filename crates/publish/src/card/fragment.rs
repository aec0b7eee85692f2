//! A card as a fragment of unstyled HTML, to be included in a page. The entry point is
//! [`fragment`].

use super::super::markup::Element;
use super::Card;

/// The card; `link` leads to the feature's page.
pub(super) fn fragment(card: &Card, link: &str) -> Element {
    let heading = Element::new("a").with("href", link).text(&card.title);
    let subtitle = match card.peps_and_status.as_str() {
        "" => card.since.clone(),
        peps_and_status => format!("{} ({peps_and_status}; as of {})", card.since, card.as_of),
    };
    let mut article = Element::new("article")
        .with("lang", "en")
        .child(Element::new("h2").child(heading))
        .child(paragraph(&subtitle));
    if !card.excerpt.is_empty() {
        article = article.child(paragraph(card.excerpt));
    }
    if let Some(instead) = &card.instead {
        article = article.child(paragraph(&format!("Instead: {instead}")));
    }
    let states = card.states();
    let items = states.iter().map(|state| Element::new("li").text(state));
    article = article.child(Element::new("ul").children(items));
    if let Some(url) = card.url {
        let more = Element::new("a").with("href", url).text("Read more");
        article = article.child(Element::new("p").child(more));
    }
    article
}

fn paragraph(text: &str) -> Element {
    Element::new("p").text(text)
}
