//! The filter by PEP.

use crate::content::sentence;
use crate::part::{known, use_part};
use crate::platform::dom;
use crate::session::Session;
use catalogue::{bundle, pep};
use query::Count;
use terms::PepNumber;
use yew::prelude::*;

/// A text field for the number of a PEP, with suggestions of those with results.
#[hook]
pub fn use_pep_field(session: &Session, counts: &[Count<PepNumber>]) -> Html {
    let peps = use_part(session, bundle::peps());
    let problem = use_state_eq(|| None::<String>);
    let onchange = {
        let (session, problem) = (session.clone(), problem.clone());
        Callback::from(move |event: Event| {
            let text = dom::entered(&event);
            match text.parse::<PepNumber>() {
                Ok(pep) => {
                    problem.set(None);
                    session.change(|query| {
                        let mut query = query.clone();
                        if !query.peps.contains(&pep) {
                            query.peps.push(pep);
                        }
                        query
                    });
                    // The PEP is shown as a chip, so clear the field for another number.
                    dom::empty(&event);
                }
                Err(_) if text.trim().is_empty() => problem.set(None),
                Err(error) => problem.set(Some(sentence(&error))),
            }
        })
    };
    let options = counts.iter().filter(|count| count.results > 0).map(|count| {
        let entry = known(&peps).and_then(|peps| pep(peps, count.value));
        let title = entry.map(|pep| pep.title.replace('`', ""));
        html! { <option value={count.value.0.to_string()}>{ title.unwrap_or_default() }</option> }
    });
    html! {
        <fieldset class="group">
            <legend><label for="pep">{ "PEP" }</label></legend>
            <input id="pep" list="peps" inputmode="numeric" autocomplete="off" placeholder="number, such as 758"
                aria-describedby="pep-problem" {onchange} />
            <datalist id="peps">{ for options }</datalist>
            <p id="pep-problem" class="problem" role="alert">{ for (*problem).clone() }</p>
        </fieldset>
    }
}
