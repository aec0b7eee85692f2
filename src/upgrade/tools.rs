//! How far the checklist has come, and taking it elsewhere: copied, as a file,
//! on paper.

use super::scene::{Opened, Scene};
use crate::content::{embed_button, sentence};
use crate::platform::{clipboard, file, print};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// `told` is what came of the last button that was pressed.
pub(crate) fn tools(
    scene: &Scene,
    told: UseStateHandle<String>,
    opened: UseStateSetter<Opened>,
) -> Html {
    let upgrade = scene.upgrade;
    if upgrade.sections.is_empty() {
        return Html::default();
    }
    let (done, all) = upgrade.progress(scene.done);
    let markdown = upgrade.to_markdown(scene.done, scene.text_of);
    let copy = {
        let (told, markdown) = (told.setter(), markdown.clone());
        Callback::from(move |_: MouseEvent| {
            let (told, markdown) = (told.clone(), markdown.clone());
            spawn_local(async move {
                told.set(match clipboard::copy(&markdown).await {
                    Ok(()) => "Copied.".to_owned(),
                    Err(error) => sentence(&error),
                });
            });
        })
    };
    let save = {
        let told = told.setter();
        let name = format!("python-{}-to-{}.md", upgrade.from, upgrade.to);
        Callback::from(move |_: MouseEvent| {
            told.set(match file::save(&name, &markdown) {
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
            <span role="status" class="quiet">{ (*told).clone() }</span>
        </div>
    }
}
