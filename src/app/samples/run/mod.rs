//! Runs some code on several versions of CPython at once and shows them side
//! by side. The entry point is [`RunPanel`].

mod column;
mod columns;
mod compare;
mod offline;
mod versions;

use crate::app::platform::dom;
use crate::app::platform::media::{PHONE, use_narrow};
use crate::app::platform::runtime::{self, Event, Run, Runtime, TIME_LIMIT};
use crate::app::session::Session;
use crate::terms::Series;
use column::Column;
use columns::columns;
use offline::Offline;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use versions::{choices, chosen, download};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RunPanelProps {
    pub session: Session,
    pub code: AttrValue,
}

/// What runs, or has run last.
#[derive(Default)]
struct State {
    /// The code of the last run.
    code: AttrValue,
    columns: Vec<Column>,
    runs: Vec<Run>,
}

#[component]
pub fn RunPanel(props: &RunPanelProps) -> Html {
    let RunPanelProps { session, code } = props;
    // The list stands in the page, which is only asked once it is drawn.
    let runtimes = use_state_eq(|| None::<Rc<Vec<Runtime>>>);
    let bench = use_bench();
    let phone = use_narrow(PHONE);
    let tab = use_state_eq(|| 0usize);
    {
        let setter = runtimes.setter();
        use_effect_with((), move |()| setter.set(Some(Rc::new(runtime::runtimes()))));
    }
    let selected = match &*runtimes {
        Some(runtimes) => chosen(runtimes, &session.route.run),
        None => Vec::new(),
    };
    let start = {
        let (bench, code, selected) = (bench.clone(), code.clone(), selected.clone());
        Callback::from(move |()| bench.start(&code, &selected))
    };
    use_submit(&start);
    let Some(runtimes) = (*runtimes).clone() else {
        return Html::default();
    };
    let state = bench.state.borrow();
    let running = state.columns.iter().any(|column| !column.is_over());
    let stop = {
        let bench = bench.clone();
        Callback::from(move |_: MouseEvent| bench.stop())
    };
    let retry = {
        let bench = bench.clone();
        Callback::from(move |series: Series| bench.again(series))
    };
    html! {
        <section class="run" aria-labelledby="run-title">
            <h3 id="run-title">{ "Run it" }</h3>
            if runtimes.is_empty() {
                <p class="state">{ "Running is not part of this copy of the explorer. What the analyzer says of the code is below." }</p>
            } else {
                <div class="run-bar">
                    <button class="primary" onclick={start.reform(|_: MouseEvent| ())} disabled={selected.is_empty()}>
                        { "Run" }
                    </button>
                    <button onclick={stop} disabled={!running}>{ "Stop" }</button>
                    { choices(session, &runtimes, &selected) }
                    <span class="quiet">{ "Ctrl+Enter or ⌘+Enter runs." }</span>
                </div>
                { download(&selected) }
                <p role="status" class="run-verdict">{ for verdict(&state, code) }</p>
                { columns(&state.columns, phone, &tab, &retry) }
                <Offline {runtimes} />
            }
        </section>
    }
}

fn verdict(state: &State, code: &AttrValue) -> Option<String> {
    let verdict = compare::verdict(&state.columns)?;
    Some(if state.code == *code {
        verdict
    } else {
        format!("{verdict} The code has been changed since.")
    })
}

/// Ctrl+Enter or Command+Enter runs from anywhere on the page.
#[hook]
fn use_submit(start: &Callback<()>) {
    let latest = use_mut_ref(|| start.clone());
    latest.borrow_mut().clone_from(start);
    use_effect_with((), move |()| {
        let listener = dom::on_key(move |key| {
            if key.is_submit() && !key.is_used() && !dom::is_dialog_open() {
                key.take();
                let start = latest.borrow().clone();
                start.emit(());
            }
        });
        move || drop(listener)
    });
}

/// Where runs are started and heard.
#[derive(Clone)]
struct Bench {
    state: Rc<RefCell<State>>,
    /// Draws the panel anew.
    redraw: Callback<()>,
    /// Counts the runs, so that what an earlier one still says is not heard.
    count: Rc<Cell<u32>>,
}

#[hook]
fn use_bench() -> Bench {
    let update = use_force_update();
    let state = use_mut_ref(State::default);
    let count = use_memo((), |()| Cell::new(0));
    {
        // Dropping a run ends it.
        let state = state.clone();
        use_effect_with((), move |()| move || state.borrow_mut().runs.clear());
    }
    Bench {
        state,
        redraw: Callback::from(move |()| update.force_update()),
        count,
    }
}

impl Bench {
    /// Runs some code on these runtimes, and nothing else any more.
    fn start(&self, code: &AttrValue, runtimes: &[Runtime]) {
        if runtimes.is_empty() {
            return;
        }
        self.count.set(self.count.get() + 1);
        let fresh = |runtime: &Runtime| Column::new(runtime.series, &runtime.version);
        // The earlier runs are dropped after the borrow: they may still speak.
        let earlier = {
            let mut state = self.state.borrow_mut();
            state.code = code.clone();
            state.columns = runtimes.iter().map(fresh).collect();
            std::mem::take(&mut state.runs)
        };
        drop(earlier);
        for runtime in runtimes {
            self.run(runtime.series);
        }
        self.redraw.emit(());
    }

    /// Runs the code of the last run on one series again.
    fn again(&self, series: Series) {
        if let Some(mut column) = self.column(series) {
            *column = Column::new(series, &column.version);
        }
        self.run(series);
        self.redraw.emit(());
    }

    fn run(&self, series: Series) {
        let code = self.state.borrow().code.clone();
        let (bench, count) = (self.clone(), self.count.get());
        let hear = move |event: Event| {
            if bench.count.get() == count {
                bench.hear(series, event);
            }
        };
        let run = runtime::run(series, &code, TIME_LIMIT, hear);
        self.state.borrow_mut().runs.push(run);
    }

    fn hear(&self, series: Series, event: Event) {
        if let Event::Started { .. } = event {
            versions::remember(series);
        }
        if let Some(mut column) = self.column(series) {
            column.hear(event);
        }
        self.redraw.emit(());
    }

    fn column(&self, series: Series) -> Option<std::cell::RefMut<'_, Column>> {
        let state = self.state.borrow_mut();
        std::cell::RefMut::filter_map(state, |state| {
            state
                .columns
                .iter_mut()
                .find(|column| column.series == series)
        })
        .ok()
    }

    fn stop(&self) {
        // Stopping tells of it at once, which needs the state.
        let runs = std::mem::take(&mut self.state.borrow_mut().runs);
        for run in &runs {
            run.stop();
        }
        self.state.borrow_mut().runs.extend(runs);
    }
}
