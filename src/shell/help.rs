//! The help dialog. The entry point is [`HelpDialog`].

use crate::platform::dom;
use query::Field;
use yew::prelude::*;

const KEYS: [(&str, &str); 8] = [
    ("/", "search"),
    ("↓ ↑", "move through the results"),
    ("Enter", "open a result; in the search field, the best one"),
    ("Esc", "close what is open, then clear the search"),
    ("Tab", "move on; while you edit code, indent it"),
    ("← ↑ → ↓", "move within a filter; Space chooses"),
    ("Esc, Tab", "leave the editor"),
    ("?", "this help"),
];

const EXAMPLE: &str = "version:3.12..3.14 kind:removed -asyncio";

#[derive(Properties, PartialEq)]
pub(crate) struct HelpDialogProps {
    /// Called once the dialog is closed.
    pub(crate) onclose: Callback<()>,
}

/// The dialog, which opens as soon as it is rendered.
#[component]
pub(crate) fn HelpDialog(props: &HelpDialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| dom::open_dialog(&dialog));
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| dom::close_dialog(&dialog))
    };
    let onclose = props.onclose.reform(|_: Event| ());
    html! {
        <dialog ref={dialog} class="help" aria-labelledby="help-title" {onclose}>
            <h2 id="help-title" tabindex="-1">{ "Help" }</h2>
            <h3>{ "Keys" }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(key, what)| html! {
                    <div><dt><kbd>{ *key }</kbd></dt><dd>{ *what }</dd></div>
                }) }
            </dl>
            <h3>{ "Search" }</h3>
            <p>
                { "Prefixes, joined words and typos are matched. Quotes keep words together in a \
                   title, a name or the first lines of a text, a minus leaves a word out, OR joins \
                   alternatives. Filters can be written: " }
                <code>{ EXAMPLE }</code>
                { ". The keys are " }
                { for Field::ALL.iter().map(|field| html! { <><code>{ field.key() }</code>{ " " }</> }) }
            </p>
            <h3>{ "Filters" }</h3>
            <p>
                { "“Introduced in” asks which version made a change. “Available in” asks what a \
                   version has: introduced by then and not removed." }
            </p>
            <p>
                { "Different filters must all hold; of several values in one filter any suffices. \
                   Every filter is in the address, so that a link shows the same results." }
            </p>
            <h3>{ "Verdicts" }</h3>
            <p>
                { "What a document claims is checked against the PEP index, the release calendar \
                   and the release notes: confirmed, outdated (true when written), contradicted, \
                   or unverified where none of them says anything." }
            </p>
            <button class="primary" onclick={close}>{ "Close" }</button>
        </dialog>
    }
}
