//! The run panel of a sample, and the scripts that edit code. The entry points are
//! [`use_scripts`] and [`runs`].

use super::expectations::recorded;
use crate::content::sentence;
use crate::lazy::{LazyPiece, Piece};
use crate::platform::scripts::{self, MissingScripts};
use crate::runs::RunPanelProps;
use crate::session::Session;
use catalogue::{Calendar, Sample};
use query::Route;
use std::rc::Rc;
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The error if the scripts in `assets/try` could not be loaded, and a callback that tries
/// again.
pub(crate) type Scripts = (Option<MissingScripts>, Callback<MouseEvent>);

/// Loads the scripts that edit code, which the browser does once.
#[hook]
pub fn use_scripts() -> Scripts {
    let missing = use_state_eq(|| None::<MissingScripts>);
    let attempt = use_state_eq(|| 0u32);
    {
        let setter = missing.setter();
        use_effect_with(*attempt, move |attempt| {
            let attempt = *attempt;
            spawn_local(async move { setter.set(scripts::load(attempt).await.err()) });
        });
    }
    let again = Callback::from(move |_: MouseEvent| attempt.set(*attempt + 1));
    (*missing, again)
}

/// The message that the scripts could not be loaded, if so. The code can then be edited only
/// in the plain field.
pub(crate) fn missing((missing, again): &Scripts) -> Html {
    let Some(error) = missing else {
        return Html::default();
    };
    html! {
        <div class="failure" role="alert">
            <p>{ sentence(error) }</p>
            <button onclick={again.clone()}>{ "Try again" }</button>
        </div>
    }
}

/// The run panel or, for the unchanged code of a sample that no browser can run, its recorded
/// output.
pub(crate) fn runs(session: &Session, sample: &Rc<Sample>, code: &AttrValue) -> Html {
    match &sample.recording {
        Some(recording) if code.as_str() == sample.code => recorded(sample, recording),
        _ => html! {
            <PanelPlace session={session.clone()} sample={sample.clone()} code={code.clone()} />
        },
    }
}

#[derive(Properties, PartialEq)]
struct PanelPlaceProps {
    session: Session,
    sample: Rc<Sample>,
    code: AttrValue,
}

/// The element that contains the run panel. It is empty in the prerendered page.
#[component]
fn PanelPlace(props: &PanelPlaceProps) -> Html {
    let is_live = use_state_eq(|| false);
    {
        let is_live = is_live.setter();
        use_effect_with((), move |()| is_live.set(true));
    }
    let choose = use_callback(
        props.session.clone(),
        |run: Vec<Series>, session: &Session| {
            let route = (*session.route).clone();
            session.refine(Route { run, ..route });
        },
    );
    let PanelPlaceProps {
        session, sample, ..
    } = props;
    let catalogue = &session.catalogue;
    let newest = |calendar: &Calendar| Some(calendar.newest_on(session.today)?.number);
    let panel = || RunPanelProps {
        code: props.code.clone(),
        run: session.route.run.clone(),
        sample: sample.clone(),
        at: catalogue
            .feature(&sample.feature)
            .map(|feature| feature.series),
        newest: catalogue.calendars.iter().filter_map(newest).collect(),
        choose: choose.clone(),
    };
    html! {
        <run-panel>
            if *is_live {
                <LazyPiece piece={Piece::Runs(panel())} />
            }
        </run-panel>
    }
}
