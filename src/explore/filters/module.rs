//! The filter by module of the standard library: the modules with the most results, and a
//! button that shows all. The entry point is [`use_modules`].

use super::choices::choices;
use crate::session::Session;
use query::{Count, Field, indices_by_results};
use std::sync::Arc;
use terms::counted;
use yew::prelude::*;

/// The number of modules that are shown initially.
const FEW: usize = 8;

/// The modules with results, and the packages that contain them. Chosen modules are always
/// shown.
#[hook]
pub fn use_modules(session: &Session, counts: &[Count<Arc<str>>]) -> Html {
    let all = use_state_eq(|| false);
    let chosen = &session.route.query.modules;
    let is_chosen = |module: &Arc<str>| chosen.iter().any(|name| **name == **module);
    let leading = indices_by_results(counts, is_chosen);
    let more = leading.len().saturating_sub(FEW);
    let few = leading.len() - more;
    let (few, others) = leading.split_at_checked(few).unwrap_or_default();
    let modules: Vec<Count<Arc<str>>> = if *all {
        let shown = counts
            .iter()
            .filter(|it| it.results > 0 || is_chosen(&it.value));
        shown.cloned().collect()
    } else {
        let count_at = |index: &usize| counts.get(*index);
        let chosen = others.iter().filter_map(count_at);
        let chosen = chosen.filter(|it| is_chosen(&it.value));
        few.iter()
            .filter_map(count_at)
            .chain(chosen)
            .cloned()
            .collect()
    };
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let label = if *all {
        "Fewer modules".to_owned()
    } else {
        counted(more, "more module")
    };
    html! {
        <div class="modules">
            { choices(session, Field::Module, "Module", &modules, |module| html! { <code>{ module }</code> }) }
            if more > 0 {
                <button type="button" class="clear" aria-expanded={all.to_string()} {onclick}>{ label }</button>
            }
        </div>
    }
}
