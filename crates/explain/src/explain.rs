//! Answers to reports. The entry point is [`explain`].

use crate::answer::{Answer, Certainty, Explanation, Side};
use crate::changes::{Changes, Wanted};
use crate::constructs::constructs;
use crate::failure::Failure;
use crate::mentions::mentions;
use crate::messages::Messages;
use crate::names::{Event, Names};
use crate::paste::{Paste, Report};
use crate::rank::rank;
use api::{Row, Survey, Table};
use catalogue::{Catalogue, NameList};
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

/// The most answers that rest on words only.
const MOST_BY_WORDS: usize = 3;

/// The most reports of a paste whose words are looked for.
const MOST_RANKED: usize = 5;

/// The most answers for names that only end alike.
const MOST_ALIKE: usize = 3;

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
            answers: Vec::new(),
            remarks: Vec::new(),
        };
        explainer.explain(report);
        explanation.add(explainer.answers, explainer.remarks);
    }
    // The sort is stable: what was reported first comes first among equals.
    explanation.answers.sort_by_key(|answer| answer.certainty);
    explanation
}

impl Explanation {
    /// Adds what is not there yet.
    fn add(&mut self, answers: Vec<Answer>, remarks: Vec<String>) {
        for answer in answers {
            let is_same = |other: &Answer| match answer.feature {
                Some(feature) => other.feature == Some(feature),
                None => other.name == answer.name,
            };
            if !self.answers.iter().any(is_same) {
                self.answers.push(answer);
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
struct Explainer<'a> {
    evidence: Evidence<'a>,
    names: Names<'a>,
    changes: Changes<'a>,
    search: &'a dyn Fn(&str) -> Vec<usize>,
    version: Option<Series>,
    versions: &'a [Series],
    report: usize,
    answers: Vec<Answer>,
    remarks: Vec<String>,
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
        if !is_of_name {
            self.by_message(report);
        }
        match failure {
            Failure::Module(module) => self.module(&module),
            Failure::Import {
                module: Some(module),
                name,
            }
            | Failure::ModuleAttribute { module, name } => self.module_attribute(&module, &name),
            Failure::Import { module: None, name } => self.alike(&name, Certainty::Likely),
            Failure::Attribute { owner, name } => self.attribute(&owner, &name),
            Failure::Keyword { function, keyword } => self.keyword(&function, &keyword, report),
            Failure::Name(name) => self.undefined(&name),
            Failure::Other => {}
        }
        if is_of_name && self.answers.is_empty() && is_of_library {
            let remarks = std::mem::take(&mut self.remarks);
            self.by_message(report);
            if self.answers.is_empty() {
                self.remarks = remarks;
            }
        }
        let speaks_of_syntax = report.message.to_lowercase().contains("syntax");
        if self.answers.is_empty() && (report.class == "SyntaxError" || speaks_of_syntax) {
            self.by_constructs(report);
        }
        if self.answers.is_empty() && self.remarks.is_empty() {
            self.by_names(report);
        }
        if self.answers.is_empty() && self.remarks.is_empty() && self.report < MOST_RANKED {
            self.by_rank(report);
        }
    }

    /// The changes whose message it is, or a remark that every version words it so.
    fn by_message(&mut self, report: &Report) {
        let is_warning = report.class.ends_with("Warning");
        let found = self.evidence.messages.find(report);
        for message in &found {
            let changes = self.changes;
            let slugs = message.changes.iter();
            let mut told: Vec<usize> = slugs.filter_map(|slug| changes.position(slug)).collect();
            // An error comes from what a version did, a warning from what it announced.
            told.sort_by_key(|index| {
                let kind = changes.feature(*index).map(|feature| feature.kind);
                (kind == Some(Kind::Deprecated)) != is_warning && kind != Some(Kind::Changed)
            });
            for index in told {
                let why = format!("Python {} gives this message.", message.versions.ranges());
                self.answer_with(index, changes.name(index), Certainty::Sure, why);
            }
        }
        if let Some(ordinary) = found.first().filter(|_| self.answers.is_empty()) {
            self.remarks.push(format!(
                "Python {} gives this message alike: it is a matter of the code, not of the version.",
                ordinary.versions.ranges()
            ));
        }
    }

    fn module(&mut self, module: &str) {
        let known = ancestors(module).find(|name| self.names.is_module(name));
        if let Some(row) = known.and_then(|name| self.names.row(name)) {
            return self.missing(row);
        }
        let root = module.split('.').next().unwrap_or(module);
        let named = self.changes.ending(root, Kind::Removed);
        if named.is_empty() {
            self.remarks.push(format!(
                "`{root}` is not in the standard library of any version of Python: install the \
                 package that has it, or check the spelling."
            ));
        }
        for index in named.into_iter().take(MOST_ALIKE) {
            let why = format!("This change names `{root}`, which is not in the standard library.");
            self.answer_with(index, None, Certainty::Likely, why);
        }
    }

    fn module_attribute(&mut self, module: &str, attribute: &str) {
        let name = format!("{module}.{attribute}");
        if let Some(row) = self.names.row(&name) {
            return self.missing(row);
        }
        let named = self.changes.ending(&name, Kind::Removed);
        for index in named.iter().copied().take(MOST_ALIKE) {
            let why = format!("This change names `{name}`.");
            self.answer_with(index, Some(&name), Certainty::Likely, why);
        }
        if !named.is_empty() {
            return;
        }
        // The class may be named without its module.
        if !self.names.is_module(module) && !self.names.ending(&name).is_empty() {
            return self.attribute(module, attribute);
        }
        self.unknown_attribute(module, attribute, &name);
    }

    /// Says that no version has a name.
    fn unknown_attribute(&mut self, module: &str, attribute: &str, name: &str) {
        if ancestors(module).all(|one| !self.names.is_module(one)) {
            self.remarks.push(format!(
                "`{module}` is not in the standard library: `{attribute}` depends on the version \
                 of its package, not on that of Python."
            ));
            return;
        }
        let nearest = self.names.nearest(name).filter(|near| *near != name);
        let meant = nearest.map_or_else(String::new, |near| format!(" Did you mean `{near}`?"));
        self.remarks
            .push(format!("No version of Python has `{name}`.{meant}"));
    }

    fn attribute(&mut self, owner: &str, attribute: &str) {
        if owner == "NoneType" {
            self.remarks.push(format!(
                "The value is `None`, which has no `{attribute}`: it is a matter of the code, not of \
                 the version."
            ));
            return;
        }
        let class = owner.rsplit('.').next().unwrap_or(owner);
        let rows = self.names.ending(&format!("{class}.{attribute}"));
        let eventful: Vec<&Row> = rows
            .iter()
            .copied()
            .filter(|row| self.missing_event(row).is_some())
            .collect();
        if let Some(row) = eventful.first() {
            return self.missing(row);
        }
        let named = self
            .changes
            .ending(&format!("{class}.{attribute}"), Kind::Removed);
        for index in named.iter().copied().take(MOST_ALIKE) {
            let why = format!("This change names `{class}.{attribute}`.");
            self.answer_with(index, None, Certainty::Likely, why);
        }
        if rows.is_empty() && named.is_empty() {
            self.alike(attribute, Certainty::Possible);
        } else if let Some(row) = rows.first().filter(|_| named.is_empty()) {
            self.remarks
                .push(format!("Every version has `{}`.", row.name));
        }
    }

    /// Names that end in this one and came or went: a class of somebody's own may be
    /// derived from a class that has them.
    fn alike(&mut self, name: &str, certainty: Certainty) {
        let rows = self.names.ending(name);
        let mut rows: Vec<(Event, &Row)> = rows
            .into_iter()
            .filter_map(|row| Some((self.missing_event(row)?, row)))
            .collect();
        rows.sort_by_key(|(event, _)| !matches!(event, Event::Removed(_)));
        for (event, row) in rows.into_iter().take(MOST_ALIKE) {
            self.answer(row, event, certainty);
        }
        let named = self.changes.ending(name, Kind::Removed);
        for index in named.into_iter().take(MOST_ALIKE) {
            let why = format!("This change names `{name}`.");
            self.answer_with(index, None, certainty, why);
        }
    }

    fn keyword(&mut self, function: &str, keyword: &str, report: &Report) {
        let class = function.rsplit_once('.').map(|(class, _)| class);
        if let Some(class) = class.filter(|class| self.names.ending(class).is_empty()) {
            self.remarks.push(format!(
                "`{class}` is not in the standard library: its parameters depend on the version \
                 of its package, not on that of Python."
            ));
            return;
        }
        let mut found = self.names.parameter(function, keyword);
        // `__init__` does not say of which class: the code may.
        found.sort_by_key(|(row, _)| !is_called(&row.name, &report.code));
        let certainty = match (found.len(), function) {
            (_, "__init__" | "__new__") | (2.., _) => Certainty::Likely,
            _ => Certainty::Sure,
        };
        for (row, event) in found.into_iter().take(MOST_ALIKE) {
            let version = event.version();
            let why = match event {
                Event::Removed(_) => {
                    format!(
                        "`{}` has no parameter `{keyword}` since {version}.",
                        row.name
                    )
                }
                _ => format!(
                    "The parameter `{keyword}` of `{}` is in {version} and later; what ran is \
                     older.",
                    row.name
                ),
            };
            let telling = self.changes.of_parameter(&row.name, keyword);
            let same = telling.iter().copied().find(|index| {
                let feature = self.changes.feature(*index);
                feature.is_some_and(|feature| feature.series == version)
            });
            self.push(Answer {
                feature: same.or(telling.first().copied()),
                name: Some(row.name.clone()),
                version: Some(version),
                kind: Some(Kind::Changed),
                certainty,
                side: side(event),
                why,
                report: self.report,
            });
        }
        for index in self.changes.of_parameter(function, keyword) {
            let why = format!("This change names the function and its parameter `{keyword}`.");
            self.answer_with(index, None, Certainty::Likely, why);
        }
    }

    fn undefined(&mut self, name: &str) {
        let row = self.names.row(name);
        match row {
            Some(row) if row.kind == api::Kind::Module => self.remarks.push(format!(
                "`{name}` is a module: the code lacks `import {name}`."
            )),
            Some(row) => self.missing(row),
            None => {
                let named = self.changes.ending(name, Kind::Removed);
                for index in named.into_iter().take(MOST_ALIKE) {
                    let why = format!("This change names `{name}`.");
                    self.answer_with(index, None, Certainty::Possible, why);
                }
                if self.answers.is_empty() {
                    self.remarks.push(format!(
                        "No version of Python has a built-in name `{name}`: check the spelling \
                         and the imports."
                    ));
                }
            }
        }
    }

    /// What made a name be missing in the version that ran, or in any if it is not known.
    fn missing_event(&self, row: &Row) -> Option<Event> {
        let event = self.names.event(row)?;
        let survey = self.names.survey()?;
        let added = row.added(survey.oldest()?).map(Event::Added);
        match (event, self.version) {
            (_, Some(version)) if row.known_versions().contains(version) => None,
            (Event::Removed(removed), Some(version)) if version < removed => added,
            (Event::Deprecated(_), _) => added.filter(|event| event.version() > Series::python3(6)),
            (event, _) => Some(event),
        }
    }

    /// Answers for a name of the standard library that is said to be missing.
    fn missing(&mut self, row: &Row) {
        let added = Wanted {
            name: &row.name,
            kind: Kind::Added,
            version: None,
        };
        match self.missing_event(row) {
            Some(event) => self.answer(row, event, Certainty::Sure),
            // It is in every version of the table; an older one may lack it.
            None if let Some(index) = self.changes.telling_of(added)
                && self.is_older_than_the_table(index) =>
            {
                let why = format!(
                    "`{}` is newer than the first version of Python 3.",
                    row.name
                );
                self.answer_with(index, Some(&row.name), Certainty::Likely, why);
            }
            None if self.answers.is_empty() => self.remarks.push(format!(
                "Every version has `{}`: another file of that name may be imported in its place, \
                 or two modules import each other.",
                row.name
            )),
            None => {}
        }
    }

    /// Whether a change is so old that every surveyed version has it.
    fn is_older_than_the_table(&self, index: usize) -> bool {
        let oldest = self.names.survey().and_then(Survey::oldest);
        let series = self.changes.feature(index).map(|feature| feature.series);
        series
            .zip(oldest)
            .is_some_and(|(series, oldest)| series <= oldest)
    }

    fn answer(&mut self, row: &Row, event: Event, certainty: Certainty) {
        let version = event.version();
        let kind = match event {
            Event::Removed(_) => Kind::Removed,
            Event::Added(_) => Kind::Added,
            Event::Deprecated(_) => Kind::Deprecated,
        };
        let feature = self.changes.telling_of(Wanted {
            name: &row.name,
            kind,
            version: Some(version),
        });
        self.push(Answer {
            feature,
            name: Some(row.name.clone()),
            version: Some(version),
            kind: Some(kind),
            certainty,
            side: side(event),
            why: why(&row.name, event),
            report: self.report,
        });
    }

    /// The syntax in the lines of code that older versions reject.
    fn by_constructs(&mut self, report: &Report) {
        let code = format!("{}\n{}", report.code, report.message);
        for slug in constructs(&code).take(MOST_ALIKE) {
            let Some(index) = self.changes.position(slug) else {
                continue;
            };
            let why = "Older versions reject the syntax of this code.".to_owned();
            self.answer_with(index, None, Certainty::Likely, why);
        }
    }

    /// Names of the standard library in a message that came, went or are deprecated.
    fn by_names(&mut self, report: &Report) {
        let is_warning = report.class.ends_with("Warning");
        for name in mentions(&report.message) {
            let Some(row) = self.names.row(name) else {
                continue;
            };
            let deprecated = row.deprecated().map(Event::Deprecated);
            let event = deprecated
                .filter(|_| is_warning)
                .or_else(|| self.names.event(row));
            if let Some(event) = event {
                self.answer(row, event, Certainty::Likely);
            }
        }
    }

    /// The changes that share names and words with a message.
    fn by_rank(&mut self, report: &Report) {
        let text = match report.message.as_str() {
            "" => &report.code,
            message => message,
        };
        let names = self.names;
        let is_common = |name: &str| {
            let row = names.row(name);
            !name.contains('.') && row.is_some_and(|row| names.event(row).is_none())
        };
        let ranked = rank(text, self.changes, self.versions, self.search, &is_common);
        // The words of an error are anybody's; those of a question were chosen.
        let is_question = report.class.is_empty();
        let speaks =
            is_question || report.class.contains("Syntax") || report.class.ends_with("Warning");
        let ranked = ranked.into_iter().filter(|one| speaks || one.is_named);
        for one in ranked.take(MOST_BY_WORDS) {
            let (certainty, why) = if one.is_named {
                (Certainty::Likely, "It concerns a name in the text.")
            } else {
                (Certainty::Possible, "Its words are those of the text.")
            };
            self.answer_with(one.index, None, certainty, why.to_owned());
        }
    }

    /// Answers with a change of the catalogue.
    fn answer_with(&mut self, index: usize, name: Option<&str>, certainty: Certainty, why: String) {
        let Some(feature) = self.changes.feature(index) else {
            return;
        };
        let side = match feature.kind {
            Kind::Added => Side::OlderPython,
            Kind::Removed | Kind::Deprecated => Side::OlderCode,
            _ => Side::Unknown,
        };
        self.push(Answer {
            feature: Some(index),
            name: name.map(str::to_owned),
            version: Some(feature.series),
            kind: Some(feature.kind),
            certainty,
            side,
            why,
            report: self.report,
        });
    }

    /// Adds an answer unless its change or name is there.
    fn push(&mut self, answer: Answer) {
        let is_same = |other: &Answer| match answer.feature {
            Some(feature) => other.feature == Some(feature),
            None => other.name == answer.name,
        };
        if !self.answers.iter().any(is_same) {
            self.answers.push(answer);
        }
    }
}

/// Whether some code calls a function, by its last name.
fn is_called(name: &str, code: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    code.match_indices(last).any(|(at, _)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + last.len()..).unwrap_or_default();
        after.starts_with('(')
            && before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
    })
}

/// A module, its package, the package of that, and so on.
fn ancestors(module: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(module), |name| {
        name.rsplit_once('.').map(|(parent, _)| parent)
    })
}

fn side(event: Event) -> Side {
    match event {
        Event::Added(_) => Side::OlderPython,
        Event::Removed(_) | Event::Deprecated(_) => Side::OlderCode,
    }
}

fn why(name: &str, event: Event) -> String {
    match event {
        Event::Removed(version) => {
            let last = Series::python3(version.minor.saturating_sub(1));
            format!("`{name}` was removed in {version}; {last} is the last version that has it.")
        }
        Event::Added(version) => {
            format!("`{name}` is in {version} and later; what ran is older.")
        }
        Event::Deprecated(version) => format!("`{name}` is deprecated since {version}."),
    }
}
