//! Keeps the analysis of code up to date. The entry point is [`use_analysis`].

use crate::platform::analyzer::{Analyzer, AnalyzerError};
use python::Analysis;
use std::rc::Rc;
use yew::prelude::*;

/// The state of the analysis.
#[derive(Clone, PartialEq)]
pub(crate) enum Progress {
    /// The worker is loading or working on its first answer.
    Waiting,
    Ready(Rc<Analysis>),
    Failed(AnalyzerError),
}

/// The analysis of a source, which a worker does, and a callback that tries again.
#[hook]
pub fn use_analysis(source: &str) -> (Progress, Callback<MouseEvent>) {
    let progress = use_state_eq(|| Progress::Waiting);
    let attempt = use_state(|| 0u32);
    let analyzer = use_mut_ref(|| None::<Analyzer>);
    {
        let (progress, analyzer) = (progress.setter(), analyzer.clone());
        use_effect_with(*attempt, move |_| {
            let answer = {
                let progress = progress.clone();
                move |answer: Result<Analysis, AnalyzerError>| {
                    progress.set(match answer {
                        Ok(analysis) => Progress::Ready(Rc::new(analysis)),
                        Err(error) => Progress::Failed(error),
                    });
                }
            };
            match Analyzer::start(answer) {
                Ok(started) => *analyzer.borrow_mut() = Some(started),
                Err(error) => progress.set(Progress::Failed(error)),
            }
            move || *analyzer.borrow_mut() = None
        });
    }
    {
        let analyzer = analyzer.clone();
        let asked = (AttrValue::from(source.to_owned()), *attempt);
        use_effect_with(asked, move |(source, _)| {
            if let Some(analyzer) = &*analyzer.borrow() {
                analyzer.analyze(source);
            }
        });
    }
    let retry = {
        let progress = progress.setter();
        Callback::from(move |_: MouseEvent| {
            progress.set(Progress::Waiting);
            attempt.set(*attempt + 1);
        })
    };
    ((*progress).clone(), retry)
}
