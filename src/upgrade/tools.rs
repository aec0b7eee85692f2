//! The progress of the checklist, and buttons to copy, save and print it.

use super::scene::Scene;
use crate::content::{embed_button, sentence};
use crate::platform::{address, clipboard, file, print};
use query::Route;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The progress and the buttons; `status` is the result of the last one that was pressed.
pub(crate) fn tools(scene: &Scene, status: UseStateHandle<String>) -> Html {
    let upgrade = scene.upgrade;
    if upgrade.sections.is_empty() {
        return Html::default();
    }
    let (done, all) = upgrade.progress(scene.done);
    let markdown = upgrade.to_markdown(scene.done, scene.text_of);
    let copy = |text: Rc<dyn Fn() -> String>| {
        let status = status.setter();
        Callback::from(move |_: MouseEvent| {
            let (status, text) = (status.clone(), text());
            spawn_local(async move {
                status.set(match clipboard::copy(&text).await {
                    Ok(()) => "Copied.".to_owned(),
                    Err(error) => sentence(&error),
                });
            });
        })
    };
    let link = {
        let between = scene.session.route.with_upgrade(upgrade.from, upgrade.to);
        let done = Some(scene.done.to_vec());
        let ticked = Route { done, ..between };
        copy(Rc::new(move || address::link_to(&ticked)))
    };
    let save = {
        let status = status.setter();
        let (name, markdown) = (
            format!("python-{}-to-{}.md", upgrade.from, upgrade.to),
            markdown.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            status.set(match file::save(&name, file::MARKDOWN, &markdown) {
                Ok(()) => format!("Saved as {name}."),
                Err(error) => sentence(&error),
            });
        })
    };
    let print = Callback::from(|_: MouseEvent| print::print());
    html! {
        <div class="tools-bar">
            if all > 0 {
                <label class="progress">
                    <span>{ format!("{done} of {all} done") }</span>
                    <progress value={done.to_string()} max={all.to_string()} />
                </label>
            }
            <button onclick={copy(Rc::new(move || markdown.clone()))}>{ "Copy as Markdown" }</button>
            <button onclick={save}>{ "Download" }</button>
            if all > 0 {
                <button onclick={link}>{ "Copy link with ticks" }</button>
            }
            <button onclick={print} title="Prints the open sections">{ "Print" }</button>
            { embed_button(scene.session.route.with_upgrade(upgrade.from, upgrade.to).to_fragment()) }
            <span role="status" class="quiet">{ (*status).clone() }</span>
        </div>
    }
}
