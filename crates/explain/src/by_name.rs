//! Answers by the names that a report says are missing: from their lives in the table of
//! names, and from the changes that name them.

use crate::answer::{Answer, Certainty, Side};
use crate::changes::Wanted;
use crate::explain::Explainer;
use crate::names::Event;
use crate::paste::Report;
use api::{Row, Survey};
use terms::{Area, Kind, Series};

/// The most answers for names that only end alike.
pub(super) const MOST_ALIKE: usize = 3;

impl Explainer<'_> {
    pub(super) fn module(&mut self, module: &str, report: &Report) {
        let known = ancestors(module).find(|name| self.names.is_module(name));
        if let Some(row) = known.and_then(|name| self.names.row(name)) {
            // Python 3.6 and later say `ModuleNotFoundError`.
            if report.class == "ImportError" {
                self.module_of_python_3(&row.name);
            }
            return self.missing(row);
        }
        let root = module.split('.').next().unwrap_or(module);
        if self.of_python_2(root) {
            return;
        }
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

    /// Answers for a name that a change names and no version of Python 3 has. Returns whether
    /// there is one.
    fn of_python_2(&mut self, name: &str) -> bool {
        let mut naming = self.changes.naming(name);
        naming.sort_by_key(|index| {
            let feature = self.changes.feature(*index);
            let is_library = feature.and_then(|one| one.area) == Some(Area::Library);
            (
                !is_library,
                feature.map(|one| one.kind) != Some(Kind::Removed),
            )
        });
        for index in naming.iter().copied().take(MOST_ALIKE) {
            let Some(feature) = self.changes.feature(index) else {
                continue;
            };
            let why = format!("This change names `{name}`, which no version has had since.");
            self.push(Answer {
                name: Some(name.to_owned()),
                ..self.of_feature(index, feature, Side::OlderCode, why)
            });
        }
        !naming.is_empty()
    }

    /// A module that has had its name since 3.0.
    fn module_of_python_3(&mut self, name: &str) {
        let first = Series::python3(0);
        let naming = self.changes.naming(name);
        let Some(index) = self.of_version(&naming, first) else {
            return;
        };
        let Some(feature) = self.changes.feature(index) else {
            return;
        };
        let why = format!("`{name}` has this name in {first} and later: what ran is Python 2.");
        self.push(Answer {
            name: Some(name.to_owned()),
            certainty: Certainty::Likely,
            ..self.of_feature(index, feature, Side::OlderPython, why)
        });
    }

    pub(super) fn module_attribute(&mut self, module: &str, attribute: &str) {
        let name = format!("{module}.{attribute}");
        if let Some(row) = self.names.row(&name) {
            if row.kind == api::Kind::Module && self.missing_event(row).is_none() {
                self.remarks.push(format!(
                    "`{name}` is a module of its own: write `import {name}`, or look for another \
                     file that is named `{module}`."
                ));
                return;
            }
            return self.missing(row);
        }
        if self.of_python_2(&name) {
            return;
        }
        let named = self.changes.ending(&name, Kind::Removed);
        self.named(&name, &named, Certainty::Likely);
        if !named.is_empty() {
            return;
        }
        // A class may be named without its module, a module is not.
        if !self.names.is_module(module) && !self.names.ending(&name).is_empty() {
            self.alike(&name, Certainty::Possible);
        }
        if self.names.is_module(module) && self.names.is_module(attribute) {
            return self.imported_by_chance(module, attribute);
        }
        self.unknown_attribute(module, attribute, &name);
    }

    /// Says that a module had another one as an attribute because it imported it.
    fn imported_by_chance(&mut self, module: &str, other: &str) {
        let Some(row) = self.names.row(other) else {
            return;
        };
        if let Some(event) = self.missing_event(row) {
            self.answer(row, event, Certainty::Likely);
        }
        self.remarks.push(format!(
            "`{other}` is a module of its own. `{module}` had it as an attribute as long as it \
             imported it: write `import {other}`."
        ));
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

    pub(super) fn attribute(&mut self, owner: &str, attribute: &str) {
        if owner == "NoneType" {
            self.remarks.push(format!(
                "The value is `None`, which has no `{attribute}`: it is a matter of the code, not of \
                 the version."
            ));
            return;
        }
        let class = self.class(owner);
        let rows = self.names.ending(&format!("{class}.{attribute}"));
        let rows: Vec<&Row> = rows
            .into_iter()
            .map(|row| self.names.definition(row))
            .collect();
        let eventful: Vec<&Row> = rows
            .iter()
            .copied()
            .filter(|row| self.missing_event(row).is_some())
            .collect();
        if let Some(row) = eventful.first() {
            return self.missing(row);
        }
        let name = format!("{class}.{attribute}");
        let named = self.changes.ending(&name, Kind::Removed);
        self.named(&name, &named, Certainty::Likely);
        if rows.is_empty() && named.is_empty() {
            self.alike(attribute, Certainty::Possible);
        } else if let Some(row) = rows.first().filter(|_| named.is_empty()) {
            self.everywhere(row);
        }
    }

    /// A class as an error names it, without its module unless the table has it there.
    fn class<'o>(&self, owner: &'o str) -> &'o str {
        // The modules of classes in C: `_io`, `_thread`.
        let owner = owner.trim_start_matches('_');
        match owner.rsplit_once('.') {
            Some(_) if self.names.row(owner).is_some() => owner,
            Some((_, class)) => class,
            None => owner,
        }
    }

    /// Names that end in this one and came or went: a class of somebody's own may be
    /// derived from a class that has them.
    pub(super) fn alike(&mut self, name: &str, certainty: Certainty) {
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
        self.named(name, &named, certainty);
    }

    pub(super) fn undefined(&mut self, name: &str) {
        let row = self.names.row(name);
        match row {
            Some(row) if row.kind == api::Kind::Module => self.remarks.push(format!(
                "`{name}` is a module: the code lacks `import {name}`."
            )),
            Some(row) => self.missing(row),
            None => {
                let named = self.changes.ending(name, Kind::Removed);
                self.named(name, &named, Certainty::Possible);
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
        match self.missing_event(row) {
            Some(event) => self.answer(row, event, Certainty::Sure),
            None => self.everywhere(row),
        }
    }

    /// Answers for a name that every version of the table has: an older one may lack it.
    fn everywhere(&mut self, row: &Row) {
        if let Some(index) = self.older_than_the_table(&row.name) {
            let why = format!(
                "`{}` is newer than the first version of Python 3.",
                row.name
            );
            if let Some(feature) = self.changes.feature(index) {
                self.push(Answer {
                    name: Some(row.name.clone()),
                    certainty: Certainty::Likely,
                    ..self.of_feature(index, feature, Side::OlderPython, why)
                });
            }
        }
        if !self.answers.is_empty() {
            return;
        }
        let advice = match row.kind {
            api::Kind::Method | api::Kind::Attribute => ".",
            _ => {
                ": another file of that name may be imported in its place, or two modules import \
                 each other."
            }
        };
        self.remarks
            .push(format!("Every version has `{}`{advice}", row.name));
    }

    /// The change that added a name, if it is so old that every surveyed version has it.
    pub(super) fn older_than_the_table(&self, name: &str) -> Option<usize> {
        let oldest = self.names.survey().and_then(Survey::oldest)?;
        let kind = self.names.row(name)?.kind;
        let root = name.split('.').next().unwrap_or(name);
        let last = name.rsplit('.').next().unwrap_or(name);
        let wanted = Wanted {
            name,
            kind: Kind::Added,
            version: None,
        };
        // What a module has may also come from another one of its package.
        let alike = self.changes.ending(last, Kind::Added).into_iter();
        let alike = alike.filter(|index| {
            let first = self.changes.name(*index).unwrap_or_default();
            first.split('.').next() == Some(root)
        });
        let naming = self.changes.naming(name).into_iter();
        let mut candidates = naming
            .chain(self.changes.telling_of(wanted))
            .chain(alike)
            .filter(|index| {
                let feature = self.changes.feature(*index);
                feature.is_some_and(|feature| feature.series <= oldest)
            });
        candidates.find(|index| match kind {
            api::Kind::Module => self.changes.is_addition(*index, false),
            // A hierarchy of exceptions is changed where one is added.
            api::Kind::Exception => true,
            _ => self.changes.is_addition(*index, true),
        })
    }

    /// The change that tells of what happened to a name.
    pub(super) fn told(&self, row: &Row, event: Event) -> Option<usize> {
        self.changes.telling_of(Wanted {
            name: &row.name,
            kind: event.kind(),
            version: Some(event.version()),
        })
    }

    pub(super) fn answer(&mut self, row: &Row, event: Event, certainty: Certainty) {
        let version = event.version();
        let kind = event.kind();
        let feature = self.told(row, event);
        self.push(Answer {
            feature,
            name: Some(row.name.clone()),
            version: Some(version),
            kind: Some(kind),
            ..Answer::new(certainty, side(event), self.why(&row.name, event))
        });
    }

    fn why(&self, name: &str, event: Event) -> String {
        match event {
            Event::Removed(version) => {
                let last = Series::python3(version.minor.saturating_sub(1));
                format!(
                    "`{name}` was removed in {version}; {last} is the last version that has it."
                )
            }
            Event::Added(version) if self.is_question => {
                format!("`{name}` is in {version} and later.")
            }
            Event::Added(version) => {
                format!("`{name}` is in {version} and later; what ran is older.")
            }
            Event::Deprecated(version) => format!("`{name}` is deprecated since {version}."),
        }
    }

    /// Answers with some of the changes that name something.
    fn named(&mut self, name: &str, changes: &[usize], certainty: Certainty) {
        for index in changes.iter().copied().take(MOST_ALIKE) {
            let why = format!("This change names `{name}`.");
            self.answer_with(index, None, certainty, why);
        }
    }
}

/// A module, its package, the package of that, and so on.
fn ancestors(module: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(module), |name| {
        name.rsplit_once('.').map(|(parent, _)| parent)
    })
}

pub(super) fn side(event: Event) -> Side {
    match event {
        Event::Added(_) => Side::OlderPython,
        Event::Removed(_) | Event::Deprecated(_) => Side::OlderCode,
    }
}
