//! Keeps the edited code in sync with the address. The entry point is [`use_linked_code`].

use crate::content::sentence;
use crate::platform::scripts;
use crate::session::Session;
use catalogue::Sample;
use gloo::timers::callback::Timeout;
use query::{Code, Route};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long packing the code for the address is debounced, in milliseconds. Writing the
/// address is debounced as well.
const SETTLED: u32 = 200;

/// The size of the largest code that is written into the address, in bytes.
pub(crate) const LINKABLE: usize = 32_000;

/// The state shared by the address and the editor.
#[derive(Default)]
struct Shared {
    /// The code that was last written into or read from the address.
    written: Option<Code>,
    /// The current session, which may change while the code is packed.
    session: Option<Session>,
    settling: Option<Timeout>,
}

/// The code, and a callback that changes it. `said` gets the error message if the code in the
/// address cannot be read.
#[hook]
pub fn use_linked_code(
    session: &Session,
    sample: &Rc<Sample>,
    said: UseStateSetter<Option<String>>,
) -> (UseStateHandle<AttrValue>, Callback<String>) {
    let linked = session.route.code.clone();
    let code = use_state_eq(|| match &linked {
        Some(Code::Plain(text)) => AttrValue::from(text.clone()),
        _ => AttrValue::from(sample.code.clone()),
    });
    let shared = use_mut_ref(Shared::default);
    shared.borrow_mut().session = Some(session.clone());
    {
        // Back and Forward change the code. Code in the address that was written from here
        // is ignored: it is not new, and missing if the code is too long for the address.
        let (code, original, said) = (code.setter(), sample.code.clone(), said.clone());
        let shared = shared.clone();
        use_effect_with(linked, move |linked| {
            let wanted = Rc::new(Cell::new(true));
            if shared.borrow().written != *linked {
                shared.borrow_mut().written.clone_from(linked);
                match linked {
                    None => code.set(original.into()),
                    Some(linked) => read(linked.clone(), code, said, wanted.clone()),
                }
            }
            move || wanted.set(false)
        });
    }
    {
        // Do not write the last edit once the reader has left the sample.
        let shared = shared.clone();
        use_effect_with((), move |()| {
            move || *shared.borrow_mut() = Shared::default()
        });
    }
    let change = {
        let (code, sample) = (code.setter(), sample.clone());
        Callback::from(move |text: String| {
            code.set(text.clone().into());
            said.set(None);
            let (writing, sample) = (shared.clone(), sample.clone());
            let settled = Timeout::new(SETTLED, move || write(writing, sample, text));
            shared.borrow_mut().settling = Some(settled);
        })
    };
    (code, change)
}

fn read(
    linked: Code,
    code: UseStateSetter<AttrValue>,
    said: UseStateSetter<Option<String>>,
    wanted: Rc<Cell<bool>>,
) {
    spawn_local(async move {
        let text = scripts::unpack(&linked).await;
        if !wanted.get() {
            return;
        }
        match text {
            Ok(text) => code.set(text.into()),
            Err(error) => said.set(Some(sentence(&error))),
        }
    });
}

/// Writes the code into the address, unless the reader has left the sample meanwhile.
fn write(shared: Rc<RefCell<Shared>>, sample: Rc<Sample>, text: String) {
    spawn_local(async move {
        let code = link_code(&sample, &text).await;
        let session = {
            let mut shared = shared.borrow_mut();
            shared.written.clone_from(&code);
            shared.session.clone()
        };
        if let Some(session) = session {
            session.refine(route(&session, &sample, code));
        }
    });
}

/// The code for a link; `None` if it is the sample's own code or too long.
async fn link_code(sample: &Sample, text: &str) -> Option<Code> {
    if text == sample.code || text.len() > LINKABLE {
        return None;
    }
    Some(scripts::pack(text).await)
}

fn route(session: &Session, sample: &Sample, code: Option<Code>) -> Route {
    Route {
        code,
        ..session.route.with_sample(&sample.slug)
    }
}

/// The route of some code, for a link.
pub(crate) async fn linked_route(session: &Session, sample: &Sample, text: &str) -> Route {
    let code = link_code(sample, text).await;
    route(session, sample, code)
}
