//! The runs of a panel. The entry points are [`Runs::start`] and [`Runs::stop`].

use super::column::Column;
use crate::platform::frame::Frame;
use crate::platform::runs::{Host, Reason, Run, RunEvent, Runtime};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;
use yew::functional::UseForceUpdateHandle;

/// How long a run may take, in milliseconds.
const LIMIT: u32 = 10_000;

thread_local! {
    /// The versions whose runtimes have started; they run until the page is closed.
    static STARTED: RefCell<BTreeSet<Series>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether the runtime of a version has started on this page.
pub(super) fn has_started(series: Series) -> bool {
    STARTED.with_borrow(|started| started.contains(&series))
}

/// The runs of a panel.
#[derive(Default)]
pub(super) struct Runs {
    runs: Vec<OneRun>,
    /// The code of the last run.
    ran: Option<AttrValue>,
    redraw: Option<UseForceUpdateHandle>,
    /// The pending redraw, which covers all events until the next frame.
    frame: Option<Frame>,
    is_to_be_drawn: bool,
}

/// A run on one version.
struct OneRun {
    /// Distinguishes it from earlier runs on the same version.
    id: u32,
    column: Rc<Column>,
    program: Program,
}

/// A program, which is only wanted until the host is loaded.
enum Program {
    Wanted,
    Running(Run),
    Ended,
}

impl Program {
    const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Ended)
    }
}

type Shared = Rc<RefCell<Runs>>;

impl Runs {
    /// Sets the handle that rerenders the panel.
    pub(super) fn redraw_with(&mut self, redraw: UseForceUpdateHandle) {
        self.redraw = Some(redraw);
    }

    pub(super) fn columns(&self) -> Vec<Rc<Column>> {
        self.runs.iter().map(|run| run.column.clone()).collect()
    }

    pub(super) const fn ran(&self) -> Option<&AttrValue> {
        self.ran.as_ref()
    }

    /// Runs code on some versions, and ends all earlier runs.
    pub(super) fn start(shared: &Shared, code: &AttrValue, runtimes: &[Runtime]) {
        let ids: Vec<u32> = {
            let mut runs = shared.borrow_mut();
            runs.end();
            runs.ran = Some(code.clone());
            let columns = runtimes.iter().map(Column::new);
            runs.runs = columns.map(OneRun::new).collect();
            runs.runs.iter().map(|run| run.id).collect()
        };
        for id in ids {
            Self::perform(shared, id);
        }
    }

    /// Runs the code of the last run on one version again.
    pub(super) fn again(shared: &Shared, series: Series) {
        let id = {
            let mut runs = shared.borrow_mut();
            let mut all = runs.runs.iter_mut();
            let Some(run) = all.find(|run| run.column.series == series) else {
                return;
            };
            *run = OneRun::new(run.column.again());
            run.id
        };
        Self::perform(shared, id);
        Self::draw_later(shared);
    }

    /// Stops the runs and reports that.
    pub(super) fn stop(shared: &Shared) {
        let ended: Vec<(u32, Program)> = {
            let mut runs = shared.borrow_mut();
            let going = runs.runs.iter_mut().filter(|run| !run.column.is_over());
            going.map(|run| (run.id, run.program.take())).collect()
        };
        // The host reports it synchronously, so nothing may be borrowed here.
        for (id, program) in ended {
            match program {
                Program::Running(program) => program.stop(false),
                Program::Wanted => Self::apply(shared, id, RunEvent::Stopped(Reason::Reader)),
                Program::Ended => {}
            }
        }
    }

    /// Stops the runs without reporting it.
    pub(super) fn end(&mut self) {
        self.frame = None;
        self.is_to_be_drawn = false;
        for run in &mut self.runs {
            let is_over = run.column.is_over();
            if let Program::Running(program) = run.program.take()
                && !is_over
            {
                program.stop(true);
            }
        }
    }

    fn perform(shared: &Shared, id: u32) {
        let shared = shared.clone();
        spawn_local(async move {
            let host = Host::load().await;
            let Some((series, code)) = shared.borrow().wanted(id) else {
                return;
            };
            match host {
                Ok(host) => {
                    let receiver = shared.clone();
                    let on_event = move |event| Self::apply(&receiver, id, event);
                    let program = host.run(series, &code, LIMIT, on_event);
                    if let Some(run) = shared.borrow_mut().run_mut(id) {
                        run.program = Program::Running(program);
                    }
                }
                Err(failed) => Self::apply(&shared, id, RunEvent::Failed(failed)),
            }
        });
    }

    /// The version and the code of a run that is still wanted.
    fn wanted(&self, id: u32) -> Option<(Series, AttrValue)> {
        let run = self.runs.iter().find(|run| run.id == id)?;
        let is_wanted = matches!(run.program, Program::Wanted);
        let code = self.ran.clone()?;
        is_wanted.then_some((run.column.series, code))
    }

    fn run_mut(&mut self, id: u32) -> Option<&mut OneRun> {
        self.runs.iter_mut().find(|run| run.id == id)
    }

    /// Updates a run with an event; ignores runs that no longer exist.
    fn apply(shared: &Shared, id: u32, event: RunEvent) {
        let started = matches!(event, RunEvent::Started(_));
        {
            let mut runs = shared.borrow_mut();
            let Some(run) = runs.run_mut(id) else {
                return;
            };
            Rc::make_mut(&mut run.column).apply(event);
            if started {
                let series = run.column.series;
                STARTED.with_borrow_mut(|all| all.insert(series));
            }
        }
        Self::draw_later(shared);
    }

    fn draw_later(shared: &Shared) {
        let mut runs = shared.borrow_mut();
        if std::mem::replace(&mut runs.is_to_be_drawn, true) {
            return;
        }
        let drawn = shared.clone();
        runs.frame = Some(Frame::next(move || {
            let redraw = {
                let mut runs = drawn.borrow_mut();
                runs.is_to_be_drawn = false;
                runs.redraw.clone()
            };
            if let Some(redraw) = redraw {
                redraw.force_update();
            }
        }));
    }
}

impl OneRun {
    fn new(column: Column) -> Self {
        Self {
            id: next_id(),
            column: Rc::new(column),
            program: Program::Wanted,
        }
    }
}

fn next_id() -> u32 {
    use std::cell::Cell;
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    LAST.set(LAST.get().wrapping_add(1));
    LAST.get()
}
