//! Notices about ignored parts of a link, which can be dismissed.

use crate::content::sentence;
use query::Notice;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct NoticesProps {
    pub notices: Rc<Vec<Notice>>,
}

#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let dismissed = use_state_eq(|| None::<Rc<Vec<Notice>>>);
    let is_dismissed = dismissed.as_ref() == Some(&props.notices);
    if props.notices.is_empty() || is_dismissed {
        return Html::default();
    }
    let dismiss = {
        let (dismissed, notices) = (dismissed.clone(), props.notices.clone());
        Callback::from(move |_: MouseEvent| dismissed.set(Some(notices.clone())))
    };
    html! {
        <div class="notices" role="status">
            <ul>{ for props.notices.iter().map(|notice| html! { <li>{ sentence(notice) }</li> }) }</ul>
            <button onclick={dismiss}>{ "Dismiss" }</button>
        </div>
    }
}
