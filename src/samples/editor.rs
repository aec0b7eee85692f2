//! The editor. Initially it is a plain text field, which every browser and screen reader
//! supports and which is cheap, over the same text with syntax highlighting. The element
//! around it, which `assets/try` defines, replaces it by the full editor once a reader edits.
//! The entry point is [`Editor`].

use super::diagnostics::{Mark, Severity};
use crate::content::highlighted;
use crate::platform::dom;
use yew::prelude::*;

/// The properties of [`Editor`].
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The code in the field.
    pub code: AttrValue,
    /// Called with the code after each edit.
    pub oninput: Callback<String>,
    /// The findings to mark in the code.
    #[prop_or_default]
    pub marks: Vec<Mark>,
}

/// The most bytes of text that are highlighted, so that typing stays fast.
const COLOURED: usize = 20_000;

/// A field for code, which the full editor replaces once a reader edits.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let oninput = {
        let changed = props.oninput.clone();
        Callback::from(move |event: InputEvent| changed.emit(dom::typed(&event)))
    };
    let plain = props.code.len() > COLOURED;
    let lines = props.code.split('\n').count();
    // The field grows with its text; the element around it scrolls.
    let rows = lines.clamp(6, 1000);
    let marks: String = props.marks.iter().map(Mark::to_line).collect();
    html! {
        <>
            <code-editor code={props.code.clone()} {marks}>
                <div class={classes!("editor", plain.then_some("plain"))}>
                    if !plain {
                        <div class="lines" aria-hidden="true">{ for (1..=lines).map(|line| number(line, &props.marks)) }</div>
                        <pre class="colours" aria-hidden="true"><code>{ highlighted(&props.code) }{ "\n" }</code></pre>
                    }
                    <label class="visually-hidden" for="code">{ "Python code" }</label>
                    <textarea
                        id="code"
                        rows={rows.to_string()}
                        wrap="off"
                        spellcheck="false"
                        autocapitalize="off"
                        autocomplete="off"
                        value={props.code.clone()}
                        {oninput}
                    />
                </div>
            </code-editor>
            <p class="quiet editor-hint">{ "Tab indents while you edit; Esc, then Tab, leaves the editor." }</p>
        </>
    }
}

fn number(line: usize, marks: &[Mark]) -> Html {
    let is_marked = marks.iter().any(|mark| {
        mark.severity == Severity::Error
            && usize::try_from(mark.span.start.line).is_ok_and(|marked| marked == line)
    });
    html! { <span class={classes!(is_marked.then_some("marked"))}>{ line }</span> }
}
