//! The progress of the checklist, and buttons to copy, save and print it.

use super::scene::{Opened, Scene};
use crate::content::{embed_button, sentence};
use crate::platform::{clipboard, file, print};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The progress and the buttons; `status` is the result of the last one that was pressed.
pub(crate) fn tools(
    scene: &Scene,
    status: UseStateHandle<String>,
    opened: UseStateSetter<Opened>,
) -> Html {
    let upgrade = scene.upgrade;
    if upgrade.sections.is_empty() {
        return Html::default();
    }
    let (done, all) = upgrade.progress(scene.done);
    let markdown = upgrade.to_markdown(scene.done, scene.text_of);
    let copy = {
        let (status, markdown) = (status.setter(), markdown.clone());
        Callback::from(move |_: MouseEvent| {
            let (status, markdown) = (status.clone(), markdown.clone());
            spawn_local(async move {
                status.set(match clipboard::copy(&markdown).await {
                    Ok(()) => "Copied.".to_owned(),
                    Err(error) => sentence(&error),
                });
            });
        })
    };
    let save = {
        let status = status.setter();
        let name = format!("python-{}-to-{}.md", upgrade.from, upgrade.to);
        Callback::from(move |_: MouseEvent| {
            status.set(match file::save(&name, file::MARKDOWN, &markdown) {
                Ok(()) => format!("Saved as {name}."),
                Err(error) => sentence(&error),
            });
        })
    };
    let print = Callback::from(move |_: MouseEvent| {
        opened.set(Opened::ALL);
        print::print();
    });
    html! {
        <div class="tools-bar">
            if all > 0 {
                <label class="progress">
                    <span>{ format!("{done} of {all} done") }</span>
                    <progress value={done.to_string()} max={all.to_string()} />
                </label>
            }
            <button onclick={copy}>{ "Copy as Markdown" }</button>
            <button onclick={save}>{ "Download" }</button>
            <button onclick={print}>{ "Print" }</button>
            { embed_button(scene.session.route.with_upgrade(upgrade.from, upgrade.to).to_fragment()) }
            <span role="status" class="quiet">{ (*status).clone() }</span>
        </div>
    }
}
