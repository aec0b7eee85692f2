//! The changes between two series. The entry point is [`upgrade`].

use super::{Answer, Scene, group};
use crate::content::inlines;
use catalogue::Feature;
use query::{Section, Step, Upgrade};
use terms::Series;
use yew::prelude::*;

/// The steps of an upgrade by concern, up to the limit. The request's filters apply to them
/// as well.
pub(super) fn upgrade(scene: &Scene, from: Series, to: Series) -> Answer {
    let upgrade = Upgrade::between(scene.catalogue, from, to);
    let query = &scene.request.route.query;
    let asked = (!query.is_empty()).then(|| scene.engine.run(scene.catalogue, query));
    let asked: Option<Vec<&Feature>> = asked.map(|results| {
        let places = results.groups.iter().flat_map(|group| &group.features);
        let features = places.filter_map(|place| scene.catalogue.features.get(*place));
        features.collect()
    });
    let is_asked = |step: &&Step| {
        let is_it = |feature: &&Feature| feature.slug == step.feature.slug;
        asked.as_ref().is_none_or(|asked| asked.iter().any(is_it))
    };
    let steps = |section: &Section<'_>| section.steps().filter(is_asked).count();
    let total = upgrade.sections.iter().map(steps).sum();
    let shown = scene.room_for(total);
    let mut room = shown;
    let sections = upgrade.sections.iter().filter_map(|section| {
        let count = steps(section);
        let taken = room.min(count);
        room -= taken;
        let rows = section.steps().filter(is_asked).take(taken);
        let rows = rows.map(|step| row(scene, step)).collect();
        (taken > 0).then(|| group(section.concern.label().to_owned(), count, rows))
    });
    let sections: Html = sections.collect();
    let route = scene.request.route.with_upgrade(from, to);
    let html = html! {
        <>
            <p class="move" part="heading">{ format!("From Python {from} to {to}") }</p>
            if total == 0 {
                <p class="empty" part="empty">{ "Nothing changes." }</p>
            }
            { sections }
            { scene.footer(&route.to_fragment(), total - shown) }
        </>
    };
    Answer { html, total, shown }
}

fn row(scene: &Scene, step: &Step) -> Html {
    let title = inlines(&step.feature.title);
    if scene.request.is_compact {
        return scene.one_line(step.feature, title);
    }
    let story = html! { <span class="lead" part="lead">{ step.summary() }</span> };
    scene.row(step.feature, title, Html::default(), story)
}
