//! Renders the blocks of a document. The entry point is [`Prose`].

use super::badge::verdict_badge;
use super::code::code_block;
use super::repair::repair_part;
use document::{Block, Inline};
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// The properties of [`Prose`].
#[derive(Properties, PartialEq)]
pub struct ProseProps {
    /// The blocks of a text.
    pub blocks: Vec<Block>,
    /// The number to add to the levels of headings, so that they are below the page's own.
    #[prop_or_default]
    pub sink: u8,
    /// The content to add to a heading with an anchor, which is the argument.
    #[prop_or_default]
    pub after_heading: Option<Callback<String, Html>>,
}

/// Blocks of text.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    let (sink, after_heading) = (props.sink, props.after_heading.as_ref());
    around(
        &props.blocks,
        Setting {
            sink,
            after_heading,
        },
    )
}

/// As [`Prose`], for content that is rendered once.
pub fn prose(content: &[Block], sink: u8) -> Html {
    let after_heading = None;
    around(
        content,
        Setting {
            sink,
            after_heading,
        },
    )
}

/// The options for headings.
#[derive(Clone, Copy)]
struct Setting<'a> {
    sink: u8,
    after_heading: Option<&'a Callback<String, Html>>,
}

fn around(content: &[Block], setting: Setting) -> Html {
    html! { <div class="prose">{ blocks(content, setting) }</div> }
}

fn blocks(blocks: &[Block], setting: Setting) -> Html {
    blocks.iter().map(|block| render(block, setting)).collect()
}

fn render(block: &Block, setting: Setting) -> Html {
    match block {
        Block::Heading { level, id, content } => heading(*level, id.as_deref(), content, setting),
        Block::Paragraph(content) => html! { <p>{ inlines(content) }</p> },
        Block::List { start, items } => list(*start, items, setting),
        Block::Claim {
            text,
            verdict,
            evidence,
        } => html! {
            <div class="claim">
                <p>{ inlines(text) }</p>
                <p class="evidence">{ verdict_badge(*verdict) }{ " " }{ inlines(evidence) }</p>
            </div>
        },
        Block::Code { language, text } => code_block(language, text),
        Block::Repair(part) => repair_part(part),
        Block::Quote(inner) => html! { <blockquote>{ blocks(inner, setting) }</blockquote> },
        Block::Table { head, rows } => table(head, rows),
        Block::Rule => html! { <hr /> },
    }
}

fn heading(level: u8, id: Option<&str>, content: &[Inline], setting: Setting) -> Html {
    let level = level.saturating_add(setting.sink).clamp(1, 6);
    let mut tag = VTag::new(format!("h{level}"));
    if let Some(id) = id {
        tag.add_attribute("id", id.to_owned());
    }
    tag.add_child(inlines(content));
    if let (Some(after), Some(id)) = (setting.after_heading, id) {
        tag.add_child(after.emit(id.to_owned()));
    }
    tag.into()
}

fn list(start: Option<u64>, items: &[Vec<Block>], setting: Setting) -> Html {
    let items = items
        .iter()
        .map(|item| match item.as_slice() {
            // In a tight list, items have no `<p>`.
            [Block::Paragraph(content)] => html! { <li>{ inlines(content) }</li> },
            [Block::Paragraph(content), rest @ ..] => html! {
                <li>{ inlines(content) }{ blocks(rest, setting) }</li>
            },
            other => html! { <li>{ blocks(other, setting) }</li> },
        })
        .collect::<Html>();
    match start {
        Some(start) => html! { <ol start={start.to_string()}>{ items }</ol> },
        None => html! { <ul>{ items }</ul> },
    }
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Html {
    let row = |cells: &Vec<Vec<Inline>>| {
        html! { <tr>{ for cells.iter().map(|cell| html! { <td>{ inlines(cell) }</td> }) }</tr> }
    };
    html! {
        <div class="table" tabindex="0" role="group" aria-label="Table">
            <table>
                <thead><tr>
                    { for head.iter().map(|cell| html! { <th scope="col">{ inlines(cell) }</th> }) }
                </tr></thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// A line of text with its markup.
pub fn inlines(content: &[Inline]) -> Html {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { text },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Emphasis(inner) => html! { <em>{ inlines(inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(inner) }</strong> },
        Inline::Strikethrough(inner) => html! { <s>{ inlines(inner) }</s> },
        Inline::Link { url, content } => html! {
            <a href={url.clone()} rel="noreferrer">{ inlines(content) }</a>
        },
        Inline::Break => html! { <br /> },
    }
}

/// A plain sentence with names in backticks, which become `<code>`.
pub fn with_names(text: &str) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(index, part)| match index % 2 {
            0 => html! { part },
            _ => html! { <code>{ part }</code> },
        })
        .collect()
}

/// An error message as a sentence. Messages begin in lower case and end without a full stop
/// because they often follow a colon.
pub fn sentence(message: &impl std::fmt::Display) -> String {
    let message = message.to_string();
    let mut chars = message.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_ascii_uppercase(), chars.as_str()),
        None => message,
    }
}
