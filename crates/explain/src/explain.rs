//! Answers to reports. The entry point is [`explain`].

use crate::answer::{Answer, Certainty, Explanation, Side};
use crate::by_words::MOST_RANKED;
use crate::changes::Changes;
use crate::compilers::CFailure;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::names::Names;
use crate::paste::{Paste, Report, Speaker};
use api::Table;
use catalogue::{Catalogue, Feature, NameList};
use terms::{Kind, Series};

/// What answers rest on.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The changes.
    pub catalogue: &'a Catalogue,
    /// Their names.
    pub names: &'a NameList,
    /// The names of the standard library, in any number of parts.
    pub tables: &'a [&'a Table],
    /// How each version words its errors and warnings.
    pub messages: &'a Messages,
}

/// Explains a paste. `search` ranks the changes by words, as indices into the catalogue's
/// features; it is asked where neither a message nor a name tells.
pub fn explain(
    paste: &Paste,
    evidence: Evidence<'_>,
    search: &dyn Fn(&str) -> Vec<usize>,
) -> Explanation {
    let mut explanation = Explanation::default();
    for (index, report) in paste.reports.iter().enumerate() {
        let mut explainer = Explainer {
            evidence,
            names: Names::new(evidence.tables),
            changes: Changes::new(evidence.catalogue, evidence.names),
            search,
            version: paste.version,
            versions: &paste.versions,
            report: index,
            is_question: report.speaker == Speaker::Person,
            answers: Vec::new(),
            remarks: Vec::new(),
        };
        explainer.explain(report);
        explainer.correct(report);
        explanation.add(explainer.answers, explainer.remarks);
    }
    // What stopped the program comes before what it was warned of. The sort is stable: what
    // was reported first comes first among equals.
    explanation.answers.sort_by_key(|answer| {
        let report = paste.reports.get(answer.report);
        let is_warning = report.is_some_and(|report| report.class.ends_with("Warning"));
        (answer.certainty, is_warning)
    });
    explanation
}

impl Explanation {
    /// Adds what is not there yet, and the lines of what is.
    fn add(&mut self, answers: Vec<Answer>, remarks: Vec<String>) {
        for answer in answers {
            let mut others = self.answers.iter_mut();
            match others.find(|other| answer.is_about_the_same(other)) {
                None => self.answers.push(answer),
                // Words that only agree explain no further line.
                Some(other) if answer.certainty != Certainty::Possible => {
                    other.lines.extend(&answer.lines);
                    other.lines.sort_unstable();
                    other.lines.dedup();
                }
                Some(_) => {}
            }
        }
        for remark in remarks {
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
        }
    }
}

/// Explains one report.
pub(super) struct Explainer<'a> {
    pub(super) evidence: Evidence<'a>,
    pub(super) names: Names<'a>,
    pub(super) changes: Changes<'a>,
    pub(super) search: &'a dyn Fn(&str) -> Vec<usize>,
    pub(super) version: Option<Series>,
    pub(super) versions: &'a [Series],
    pub(super) report: usize,
    /// Whether somebody asks, so that nothing needs to have run.
    pub(super) is_question: bool,
    pub(super) answers: Vec<Answer>,
    pub(super) remarks: Vec<String>,
}

impl Explainer<'_> {
    fn explain(&mut self, report: &Report) {
        let failure = Failure::of(report);
        // A name decides what its own message cannot: the same words may be of a third party.
        let is_of_name = matches!(
            failure,
            Failure::Module(_) | Failure::Import { .. } | Failure::ModuleAttribute { .. }
        );
        let is_of_library = failure.module().is_some_and(|module| {
            let root = module.split('.').next().unwrap_or(module);
            self.names.is_module(root)
        });
        let mut ordinary = None;
        if !is_of_name {
            ordinary = self.by_message(report);
        }
        if let Some(failure) = CFailure::of(&report.message) {
            return self.by_symbol(&failure);
        }
        if report.speaker == Speaker::Compiler {
            return;
        }
        match failure {
            Failure::Module(module) => self.module(&module, report),
            Failure::Import {
                module: Some(module),
                name,
            }
            | Failure::ModuleAttribute { module, name } => self.module_attribute(&module, &name),
            Failure::Import { module: None, name } => self.alike(&name, Certainty::Likely),
            Failure::Attribute { owner, name } => self.attribute(&owner, &name),
            Failure::Keyword { function, keyword } => self.keyword(&function, &keyword, report),
            Failure::Positional {
                function,
                most,
                given,
            } => self.positional(&function, most, given),
            Failure::Name(name) => self.undefined(&name),
            Failure::Other => {}
        }
        let mut answers = self.answers.iter();
        if is_of_name && is_of_library && !answers.any(|one| one.certainty == Certainty::Sure) {
            let remarks = std::mem::take(&mut self.remarks);
            self.by_message(report);
            if self.answers.is_empty() {
                self.remarks = remarks;
            }
        }
        let speaks_of_syntax = report.message.to_lowercase().contains("syntax");
        if self.answers.is_empty() && (report.class == "SyntaxError" || speaks_of_syntax) {
            self.by_constructs(report);
        } else if report.class == "SyntaxError" {
            self.by_old_construct(report);
        }
        if self.answers.is_empty() && self.is_question {
            self.by_quoted_syntax(report);
        }
        if let Some(remark) = ordinary.filter(|_| self.answers.is_empty()) {
            self.remarks.push(remark);
        }
        if self.answers.is_empty() && self.remarks.is_empty() && !self.is_question {
            self.by_names(report);
        }
        if self.answers.is_empty() && self.remarks.is_empty() && self.report < MOST_RANKED {
            self.by_rank(report);
        }
    }

    /// Answers with a change of the catalogue.
    pub(super) fn answer_with(
        &mut self,
        index: usize,
        name: Option<&str>,
        certainty: Certainty,
        why: String,
    ) {
        let Some(feature) = self.changes.feature(index) else {
            return;
        };
        let side = match feature.kind {
            Kind::Added => Side::OlderPython,
            Kind::Removed | Kind::Deprecated => Side::OlderCode,
            _ => Side::Unknown,
        };
        self.push(Answer {
            name: name.map(str::to_owned),
            certainty,
            ..self.of_feature(index, feature, side, why)
        });
    }

    /// An answer with a change. A side that the version which ran contradicts is not known.
    pub(super) fn of_feature(
        &self,
        index: usize,
        feature: &Feature,
        side: Side,
        why: String,
    ) -> Answer {
        let side = match (side, self.version) {
            (Side::OlderPython, Some(ran)) if ran >= feature.series => Side::Unknown,
            (Side::OlderCode, Some(ran)) if ran < feature.series => Side::Unknown,
            _ => side,
        };
        Answer {
            feature: Some(index),
            version: Some(feature.series),
            kind: Some(feature.kind),
            ..Answer::new(Certainty::Sure, side, why)
        }
    }

    /// Adds an answer unless its change or name is there.
    pub(super) fn push(&mut self, answer: Answer) {
        if !self
            .answers
            .iter()
            .any(|other| answer.is_about_the_same(other))
        {
            self.answers.push(answer);
        }
    }
}
