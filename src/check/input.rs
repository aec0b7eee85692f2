//! What is checked: a field for code, and buttons that choose files. The entry point is
//! [`Input`].

use super::found::with_found;
use crate::content::{Choosers, sentence};
use crate::platform::checker::{Checker, Progress};
use crate::platform::{dom, field, scripts};
use crate::session::Session;
use ::check::shared;
use gloo::timers::callback::Timeout;
use query::{Code, Route};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long a pause in typing is before the code is checked, in milliseconds.
const PAUSE: u32 = 250;

/// The longest code or result that is written into the address, in bytes.
pub(super) const LONGEST_IN_ADDRESS: usize = 32_000;

/// The longest code that is written into the address as it is, in bytes. Longer code is
/// compressed.
const LONGEST_PLAIN: usize = 300;

/// What pasted code is called in the result.
const NAME: &str = "your code";

#[derive(Properties, PartialEq)]
pub(super) struct InputProps {
    pub(super) session: Session,
    pub(super) checker: Option<Checker>,
    pub(super) progress: Rc<Progress>,
}

thread_local! {
    /// The code that was checked last, and the number of that check.
    static CHECKED: RefCell<(u32, AttrValue)> = RefCell::default();
}

/// The code that the latest check was of; empty if it was of files.
fn checked_code() -> AttrValue {
    let latest = with_found(|found| found.round);
    CHECKED.with_borrow(|(round, code)| {
        if *round == latest {
            code.clone()
        } else {
            AttrValue::default()
        }
    })
}

/// What outlives a rendering.
#[derive(Default)]
struct Kept {
    session: Option<Session>,
    pause: Option<Timeout>,
    /// The code in the address that was last read or written.
    linked: Option<Code>,
}

#[component]
pub(super) fn Input(props: &InputProps) -> Html {
    let InputProps {
        session,
        checker,
        progress,
    } = props;
    let text = use_state_eq(checked_code);
    let unreadable = use_state_eq(|| None::<String>);
    let kept = use_mut_ref(Kept::default);
    kept.borrow_mut().session = Some(session.clone());
    {
        // Code in the address that was not written from here: from a link, or by Back.
        let (text, kept, unreadable) = (text.setter(), kept.clone(), unreadable.setter());
        let cause = (session.route.code.clone(), checker.clone());
        use_effect_with(cause, move |(code, checker)| {
            let Some(checker) = checker.clone() else {
                return;
            };
            if kept.borrow().linked == *code {
                return;
            }
            kept.borrow_mut().linked.clone_from(code);
            unreadable.set(None);
            let Some(code) = code.clone() else { return };
            spawn_local(async move {
                match open(&checker, &code).await {
                    Ok(code) => text.set(code.into()),
                    Err(error) => unreadable.set(Some(error)),
                }
            });
        });
    }
    {
        // Files take the place of code.
        let (text, kept) = (text.clone(), kept.clone());
        use_effect_with(progress.round, move |round| {
            // The code may have been checked again meanwhile.
            let is_of_code = CHECKED.with_borrow(|(checked, _)| checked >= round);
            let is_shown = !text.is_empty() || kept.borrow().linked.is_some();
            if *round > 0 && !is_of_code && is_shown {
                text.set(AttrValue::default());
                write(&kept, None);
            }
        });
    }
    let oninput = {
        let (text, unreadable, checker) = (text.setter(), unreadable.setter(), checker.clone());
        Callback::from(move |event: InputEvent| {
            let code = dom::typed(&event);
            text.set(code.clone().into());
            unreadable.set(None);
            let Some(checker) = checker.clone() else {
                return;
            };
            let later = kept.clone();
            kept.borrow_mut().pause = Some(Timeout::new(PAUSE, move || {
                check(&checker, &code);
                link(later, code);
            }));
        })
    };
    let onchange = {
        let checker = checker.clone();
        Callback::from(move |event: Event| {
            if let Some(checker) = &checker {
                checker.check_chosen(&event);
            }
        })
    };
    html! {
        <div class="check-input">
            <label class="visually-hidden" for="check-code">{ "Python code" }</label>
            <textarea id="check-code" rows="8" spellcheck="false" autocapitalize="off"
                placeholder="import imp\n\nPaste code here, or drop files anywhere on this page."
                value={&*text} {oninput} />
            <div class="own-ways">
                <Choosers id="check" accept=".py,.pyw,.ipynb,.whl,.zip,.tar,.gz,.tgz,.toml"
                    has_folders={checker.is_some() && field::can_choose_folders()} {onchange} />
                <span class="quiet">{ "Programs, notebooks, wheels, ZIP and tar files" }</span>
            </div>
            <div>
                if let Some(error) = &*unreadable {
                    <p class="failure" role="alert">{ error }</p>
                }
            </div>
        </div>
    }
}

/// Checks the code of a link and returns it, or shows the result of a check that the link
/// holds instead. The error is a sentence.
async fn open(checker: &Checker, linked: &Code) -> Result<String, String> {
    let text = scripts::unpack(linked)
        .await
        .map_err(|error| sentence(&error))?;
    if !shared::is_shared(&text) {
        check(checker, &text);
        return Ok(text);
    }
    let sources = shared::read(&text).map_err(|error| sentence(&error))?;
    checker.show(&sources);
    // The round of the check is not that of any code.
    CHECKED.set((checker.progress().round, AttrValue::default()));
    Ok(String::new())
}

/// Checks code.
fn check(checker: &Checker, code: &str) {
    checker.check_text(NAME, code);
    let round = checker.progress().round;
    CHECKED.set((round, code.to_owned().into()));
}

/// Writes code into the address, if it is short enough.
fn link(kept: Rc<RefCell<Kept>>, code: String) {
    spawn_local(async move {
        let code = match code.len() {
            0 => None,
            length if length <= LONGEST_PLAIN => Some(Code::Plain(code)),
            length if length <= LONGEST_IN_ADDRESS => Some(scripts::pack(&code).await),
            _ => None,
        };
        write(&kept, code);
    });
}

fn write(kept: &RefCell<Kept>, code: Option<Code>) {
    let session = {
        let mut kept = kept.borrow_mut();
        kept.linked.clone_from(&code);
        kept.session.clone()
    };
    if let Some(session) = session {
        let route = (*session.route).clone();
        session.refine(Route { code, ..route });
    }
}
