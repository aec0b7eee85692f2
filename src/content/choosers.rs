//! Buttons that choose files of the reader's. The entry point is [`Choosers`].

use crate::platform::field;
use yew::prelude::*;

/// The properties of [`Choosers`].
#[derive(Properties, PartialEq)]
pub struct ChoosersProps {
    /// The beginning of the ids of the two fields.
    pub id: &'static str,
    /// The endings and types of files that the browser offers.
    pub accept: &'static str,
    /// Whether the browser can choose folders, which is not known natively.
    pub has_folders: bool,
    /// Called with the event of the field that has the files.
    pub onchange: Callback<Event>,
}

/// Buttons that open hidden fields for files and folders.
#[component]
pub fn Choosers(props: &ChoosersProps) -> Html {
    let ChoosersProps {
        id,
        accept,
        has_folders,
        onchange,
    } = props;
    let (files, folder) = (use_node_ref(), use_node_ref());
    let press = |node: &NodeRef| {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| field::click(&node))
    };
    html! {
        <>
            <button type="button" onclick={press(&files)}>{ "Choose files…" }</button>
            <input ref={files} type="file" id={format!("{id}-files")} hidden=true multiple=true
                accept={*accept} onchange={onchange.clone()} />
            if *has_folders {
                <button type="button" onclick={press(&folder)}>{ "Choose a folder…" }</button>
                <input ref={folder} type="file" id={format!("{id}-folder")} hidden=true
                    webkitdirectory=true {onchange} />
            }
        </>
    }
}
