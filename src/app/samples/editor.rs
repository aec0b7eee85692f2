//! The editor. At first a plain text field, which every browser and screen
//! reader knows, over the same text in colour; it costs nothing. Once a reader
//! edits, the full editor is loaded and takes its place. The entry point is
//! [`Editor`].

use crate::app::content::{highlighted, sentence};
use crate::app::platform::dom;
use crate::app::platform::editor::{self, CodeEditor, EditorError, Mark, Selection, Severity};
use gloo::events::EventListener;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub code: AttrValue,
    pub oninput: Callback<String>,
    /// What is found in the code, to be marked in it.
    #[prop_or_default]
    pub marks: Vec<Mark>,
}

/// How far the full editor has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody has edited yet.
    Plain,
    Loading,
    Failed(EditorError),
    /// It stands in the place of the plain field, which had this selection.
    Full(Selection),
}

/// Above this many bytes the text stays uncoloured, so that typing stays fast.
const COLOURED: usize = 20_000;

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let field = use_node_ref();
    let host = use_node_ref();
    let (stage, begin, composing) = use_stage(&field);
    use_full_editor(props, stage, &host);
    let oninput = {
        let (changed, begin) = (props.oninput.clone(), begin.clone());
        Callback::from(move |event: InputEvent| {
            changed.emit(dom::typed(&event));
            composing.emit(event.is_composing());
            begin.emit(());
        })
    };
    if let Stage::Full(_) = stage {
        return html! {
            <div class="editing">
                <div class="editor full" ref={host} />
                <p class="quiet">{ "Tab indents while you edit; Esc, then Tab, leaves the editor." }</p>
            </div>
        };
    }
    html! {
        <div class="editing">
            { plain_field(props, &field, oninput, &begin) }
            { note(stage, &begin) }
        </div>
    }
}

/// The stage, what begins to load the full editor, and what is told at every
/// change whether a character is being composed, which an exchange of the field
/// would break off.
#[hook]
fn use_stage(field: &NodeRef) -> (Stage, Callback<()>, Callback<bool>) {
    let stage = use_state_eq(|| Stage::Plain);
    let is_composing = use_mut_ref(|| false);
    let listeners = use_mut_ref(|| None::<[EventListener; 2]>);
    let begin = {
        let (stage, is_composing, field) = (stage.clone(), is_composing.clone(), field.clone());
        Callback::from(move |()| {
            if !matches!(*stage, Stage::Plain | Stage::Failed(_)) {
                return;
            }
            stage.set(Stage::Loading);
            let (setter, is_composing, field) =
                (stage.setter(), is_composing.clone(), field.clone());
            let done = move |outcome| match outcome {
                Ok(()) if *is_composing.borrow() => {}
                Ok(()) => setter.set(Stage::Full(editor::selection(&field, ".editing"))),
                Err(error) => setter.set(Stage::Failed(error)),
            };
            if editor::is_loaded() {
                done(Ok(()));
                return;
            }
            match editor::load(done) {
                Ok(started) => *listeners.borrow_mut() = Some(started),
                Err(error) => stage.set(Stage::Failed(error)),
            }
        })
    };
    let composing = {
        let (setter, field, stage) = (stage.setter(), field.clone(), *stage);
        Callback::from(move |composes: bool| {
            *is_composing.borrow_mut() = composes;
            if !composes && stage == Stage::Loading && editor::is_loaded() {
                setter.set(Stage::Full(editor::selection(&field, ".editing")));
            }
        })
    };
    (*stage, begin, composing)
}

/// Keeps the full editor, once there is one, in step with what is given.
#[hook]
fn use_full_editor(props: &EditorProps, stage: Stage, host: &NodeRef) {
    let running = use_mut_ref(|| None::<CodeEditor>);
    let listener = use_mut_ref(|| props.oninput.clone());
    listener.borrow_mut().clone_from(&props.oninput);
    let code = props.code.clone();
    {
        let (running, host, code) = (running.clone(), host.clone(), code.clone());
        use_effect_with(stage, move |stage| {
            if let Stage::Full(selection) = *stage {
                let changed = move |text| {
                    // A borrow must not outlast the call: it may bring new ones.
                    let listener = listener.borrow().clone();
                    listener.emit(text);
                };
                let editor = CodeEditor::begin(&host, &code, selection, changed);
                *running.borrow_mut() = editor;
            }
            move || *running.borrow_mut() = None
        });
    }
    {
        let running = running.clone();
        use_effect_with((code, stage), move |(code, _)| {
            if let Some(editor) = &*running.borrow() {
                editor.replace(code);
            }
        });
    }
    use_effect_with((props.marks.clone(), stage), move |(marks, _)| {
        if let Some(editor) = &*running.borrow() {
            editor.mark(marks);
        }
    });
}

fn plain_field(
    props: &EditorProps,
    field: &NodeRef,
    oninput: Callback<InputEvent>,
    begin: &Callback<()>,
) -> Html {
    let plain = props.code.len() > COLOURED;
    let lines = props.code.split('\n').count();
    // The field grows with its text; the surroundings scroll.
    let rows = lines.clamp(6, 1000);
    let onpointerup = begin.reform(|_: PointerEvent| ());
    html! {
        <div class={classes!("editor", plain.then_some("plain"))}>
            if !plain {
                <div class="lines" aria-hidden="true">{ for (1..=lines).map(|line| number(line, &props.marks)) }</div>
                <pre class="colours" aria-hidden="true"><code>{ highlighted(&props.code) }{ "\n" }</code></pre>
            }
            <label class="visually-hidden" for="code">{ "Python code" }</label>
            <textarea
                id="code"
                ref={field.clone()}
                rows={rows.to_string()}
                wrap="off"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                value={props.code.clone()}
                {oninput}
                {onpointerup}
            />
        </div>
    }
}

fn note(stage: Stage, begin: &Callback<()>) -> Html {
    let Stage::Failed(error) = stage else {
        return Html::default();
    };
    let again = begin.reform(|_: MouseEvent| ());
    html! {
        <p class="quiet" role="status">
            { sentence(&error) }{ " " }<button onclick={again}>{ "Load it again" }</button>
        </p>
    }
}

fn number(line: usize, marks: &[Mark]) -> Html {
    let is_marked = marks.iter().any(|mark| {
        mark.severity == Severity::Error
            && usize::try_from(mark.span.start.line).is_ok_and(|marked| marked == line)
    });
    html! { <span class={classes!(is_marked.then_some("marked"))}>{ line }</span> }
}
