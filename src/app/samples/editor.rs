//! The editor: a plain text field, which every browser and screen reader
//! knows, over the same text in colour.

use crate::app::content::highlighted;
use crate::app::platform::dom;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub code: AttrValue,
    pub oninput: Callback<String>,
    /// Lines to mark, counted from 1.
    #[prop_or_default]
    pub marked: Vec<u32>,
}

/// Above this many bytes the text stays uncoloured, so that typing stays fast.
const COLOURED: usize = 20_000;

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let oninput = {
        let changed = props.oninput.clone();
        Callback::from(move |event: InputEvent| changed.emit(dom::typed(&event)))
    };
    let plain = props.code.len() > COLOURED;
    let lines = props.code.split('\n').count();
    // The field grows with its text; the surroundings scroll.
    let rows = lines.clamp(6, 1000);
    html! {
        <div class={classes!("editor", plain.then_some("plain"))}>
            if !plain {
                <div class="lines" aria-hidden="true">{ for (1..=lines).map(|line| number(line, &props.marked)) }</div>
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
    }
}

fn number(line: usize, marked: &[u32]) -> Html {
    let is_marked = u32::try_from(line).is_ok_and(|line| marked.contains(&line));
    html! { <span class={classes!(is_marked.then_some("marked"))}>{ line }</span> }
}
