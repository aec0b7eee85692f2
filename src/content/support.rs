//! What something means for the versions of the reader. The entry point is [`support_line`].

use crate::session::Session;
use api::{Backport, Row, Survey, Versions};
use query::{Availability, MyVersions, Outcome, Record, Support};
use terms::{Kind, Series};
use yew::prelude::*;

/// The versions that have a name.
pub fn record_of_name(row: &Row, survey: &Survey) -> Record {
    let zero = Series::python3(0);
    let oldest = survey.oldest().unwrap_or(zero);
    let newest = survey.newest().unwrap_or(zero);
    Record {
        known: Versions::between(oldest..=newest),
        has: row.known_versions(),
        deprecated: row.deprecated().map(Versions::since).unwrap_or_default(),
    }
}

/// Whether and when something is usable in all versions of the reader, or in all supported
/// ones if the reader has not chosen any. `kind` is that of the feature, or
/// [`Kind::Added`] for a name.
pub fn support_line(
    session: &Session,
    record: Record,
    kind: Kind,
    backports: &[&Backport],
) -> Html {
    let choice = session.route.mine.unwrap_or(MyVersions::Supported);
    let calendars = &session.catalogue.calendars;
    let Some(support) = Support::new(choice, record, calendars, session.today) else {
        return Html::default();
    };
    let outcome = support.outcome();
    let mut statements: Vec<Html> = support
        .statements(kind)
        .into_iter()
        .map(Html::from)
        .collect();
    if outcome != Outcome::Usable {
        statements.extend(backports.iter().map(|one| backport(one)));
    }
    statements.extend(support.when().map(Html::from));
    let mut statements = statements.into_iter();
    let first = statements.next().unwrap_or_default();
    let words = choice.in_words(support.mine);
    let is_new = kind == Kind::Added;
    let availability = Availability::on(record, calendars, session.today).filter(|_| is_new);
    html! {
        <p class={classes!("support", outcome.key())}>
            <span class="mark" aria-hidden="true">{ outcome.sign() }</span>
            if let Some(availability) = availability {
                { " " }<span class={classes!("availability", availability.key())}>{ availability.label() }</span>
            }
            { " In " }{ words }{ ": " }
            <strong>{ first }</strong>{ for statements.map(|one| html! { <>{ "; " }{ one }</> }) }{ "." }
        </p>
    }
}

fn backport(backport: &Backport) -> Html {
    let to = format!("https://pypi.org/project/{}/", backport.package);
    html! {
        <>
            { "backport " }<a href={to} rel="noreferrer"><code>{ backport.package.clone() }</code></a>
            if backport.name != backport.package {
                { " (" }<code>{ backport.name.clone() }</code>{ ")" }
            }
        </>
    }
}
