//! A line that says whether the site is kept for offline use, and the offer of a new version.
//! The entry point is [`OfflineState`], which is loaded when the browser is idle.

use crate::content::{bytes_in_words, sentence};
use crate::platform::dom;
use crate::platform::offline::{KeepError, Keeper, Kept};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Whether the site is kept; initially unknown.
type Known = Option<Result<Kept, KeepError>>;

/// The line, and the offer of a new version if there is one.
#[component]
pub(crate) fn OfflineState() -> Html {
    let keeper = use_state_eq(|| None::<Keeper>);
    let known = use_state_eq(|| Known::None);
    let is_offered = use_state_eq(|| false);
    {
        let (loaded, known, is_offered) = (keeper.setter(), known.setter(), is_offered.setter());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let Some(keeper) = Keeper::load().await else {
                    return;
                };
                keeper.on_new_version(move || is_offered.set(true));
                loaded.set(Some(keeper.clone()));
                // Do not report a failure to keep the site that the reader did not ask for.
                if let Ok(kept) = keeper.look().await {
                    known.set(Some(Ok(kept)));
                }
            });
        });
    }
    let Some(keeper) = (*keeper).clone() else {
        return Html::default();
    };
    let change = {
        let (keeper, known) = (keeper.clone(), known.setter());
        Callback::from(move |is_kept: bool| {
            let (keeper, known) = (keeper.clone(), known.clone());
            spawn_local(async move { known.set(Some(changed(&keeper, is_kept).await)) });
        })
    };
    html! {
        <>
            if let Some(known) = *known {
                <KeptLine {known} {change} />
            }
            if *is_offered {
                { offer(&keeper, is_offered.setter()) }
            }
        </>
    }
}

/// Keeps the site or removes it.
async fn changed(keeper: &Keeper, is_kept: bool) -> Result<Kept, KeepError> {
    if is_kept {
        keeper.keep().await?;
    } else {
        keeper.remove().await?;
    }
    keeper.look().await
}

/// The properties of [`KeptLine`].
#[derive(Properties, PartialEq)]
pub struct KeptLineProps {
    /// Whether the site is kept, or why that could not be changed.
    pub known: Result<Kept, KeepError>,
    /// Called with whether the site should be kept.
    pub change: Callback<bool>,
}

/// A line that says whether the site is kept, and a button that changes it.
#[component]
pub fn KeptLine(props: &KeptLineProps) -> Html {
    let words = use_node_ref();
    {
        let words = words.clone();
        use_effect_with(props.known, move |known| {
            // The button that had the focus was removed.
            if known.is_err() && dom::is_focus_lost() {
                dom::focus(&words);
            }
        });
    }
    let (text, choice) = match props.known {
        Ok(Kept::Whole(bytes)) => {
            let text = format!("Available offline ({}).", bytes_in_words(bytes));
            (text, Some(("Remove", false)))
        }
        Ok(Kept::Refused) => (
            "Not saved for offline use.".to_owned(),
            Some(("Save", true)),
        ),
        Ok(Kept::Impossible) => return Html::default(),
        Err(error) => (sentence(&error), None),
    };
    let button = choice.map(|(label, is_kept)| {
        let onclick = props.change.reform(move |_: MouseEvent| is_kept);
        html! { <button type="button" {onclick}>{ label }</button> }
    });
    html! { <><span ref={words} role="status" tabindex="-1">{ text }</span>{ " " }{ for button }</> }
}

/// The offer of a new version, at the end of the page.
fn offer(keeper: &Keeper, is_offered: UseStateSetter<bool>) -> Html {
    let reload = {
        let keeper = keeper.clone();
        Callback::from(move |_: MouseEvent| {
            let keeper = keeper.clone();
            spawn_local(async move { keeper.reload().await });
        })
    };
    let later = Callback::from(move |_: MouseEvent| is_offered.set(false));
    let bar = html! {
        <aside class="new-version" aria-label="New version">
            <p role="status">{ "A new version is ready." }</p>
            <button type="button" onclick={reload}>{ "Reload" }</button>
            <button type="button" onclick={later}>{ "Later" }</button>
        </aside>
    };
    dom::body().map_or_else(Html::default, |body| create_portal(bar, body))
}
