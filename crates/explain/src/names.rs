//! The lives of names of the standard library, from the table of names. The entry point is
//! [`Names`].

use api::{Kind, Row, Survey, Table, nearest};
use std::collections::BTreeSet;
use terms::Series;

/// The names of the standard library, in the parts that are loaded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    tables: &'a [&'a Table],
}

/// The last thing that happened to a name, of what can make a program fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// The version has removed it.
    Removed(Series),
    /// The version has added it.
    Added(Series),
    /// The version has deprecated it, and it is still there.
    Deprecated(Series),
}

impl Event {
    /// What the version did.
    pub(crate) fn kind(self) -> terms::Kind {
        match self {
            Self::Removed(_) => terms::Kind::Removed,
            Self::Added(_) => terms::Kind::Added,
            Self::Deprecated(_) => terms::Kind::Deprecated,
        }
    }

    /// The version.
    pub(crate) fn version(self) -> Series {
        match self {
            Self::Removed(version) | Self::Added(version) | Self::Deprecated(version) => version,
        }
    }
}

impl<'a> Names<'a> {
    pub(crate) fn new(tables: &'a [&'a Table]) -> Self {
        Self { tables }
    }

    pub(crate) fn survey(&self) -> Option<&'a Survey> {
        self.tables.first().map(|table| table.survey())
    }

    /// A name with all that the parts know of it.
    pub(crate) fn row(&self, name: &str) -> Option<&'a Row> {
        let rows = self.tables.iter().filter_map(|table| table.row(name));
        rows.map(|(_, row)| row).next()
    }

    fn rows(&self) -> impl Iterator<Item = &'a Row> {
        let modules = self.tables.iter().flat_map(|table| table.modules());
        modules.flat_map(|(_, rows)| rows)
    }

    /// Whether some version has the module or package.
    pub(crate) fn is_module(&self, name: &str) -> bool {
        let row = self.row(name);
        row.is_some_and(|row| row.kind == Kind::Module)
    }

    /// The names whose last parts are these, such as `HTMLParser.unescape`, without those of
    /// the same life twice.
    pub(crate) fn ending(&self, parts: &str) -> Vec<&'a Row> {
        let is_end = |name: &str| {
            name.strip_suffix(parts)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        let mut rows: Vec<&Row> = self.rows().filter(|row| is_end(&row.name)).collect();
        rows.sort_by_key(|row| (row.name.len(), &row.name));
        rows.dedup_by(|a, b| a.name == b.name);
        rows
    }

    /// The member of the class from which another class of its module has it, as
    /// `PosixPath.with_stem` is `PurePath.with_stem`. The table does not say what is derived
    /// from what: names and members do.
    pub(crate) fn definition(&self, row: &'a Row) -> &'a Row {
        let base = self.of_base(row);
        base.map_or(row, |base| self.of_base(base).unwrap_or(base))
    }

    fn of_base(&self, row: &'a Row) -> Option<&'a Row> {
        let (class, member) = row.name.rsplit_once('.')?;
        let (module, class_name) = class.rsplit_once('.')?;
        let members = self.members(class);
        self.ending(member).into_iter().find(|other| {
            let owner = other.name.rsplit_once('.').map(|(owner, _)| owner);
            let base = owner.and_then(|owner| owner.strip_prefix(module)?.strip_prefix('.'));
            base.is_some_and(|base| is_base(base, class_name))
                && other.known_versions() == row.known_versions()
                && owner.is_some_and(|owner| is_nearly_within(&self.members(owner), &members))
        })
    }

    /// The last parts of the names in a class.
    fn members(&self, class: &str) -> BTreeSet<&'a str> {
        let members = self.rows().filter_map(|row| {
            let member = row.name.strip_prefix(class)?.strip_prefix('.')?;
            (!member.contains('.')).then_some(member)
        });
        members.collect()
    }

    /// The shortest name with these last parts, if all others have the same life: those of
    /// derived classes.
    pub(crate) fn only_ending(&self, parts: &str) -> Option<&'a Row> {
        let rows = self.ending(parts);
        let first = rows.first()?;
        let is_same = |row: &&Row| row.known_versions() == first.known_versions();
        let definitions = rows.iter().map(|row| self.definition(row));
        let shortest = definitions.min_by_key(|row| row.name.len());
        shortest.filter(|_| rows.iter().all(is_same))
    }

    /// What happened to a name, if anything did in the surveyed versions.
    pub(crate) fn event(&self, row: &Row) -> Option<Event> {
        let survey = self.survey()?;
        let newest = survey.newest()?;
        let oldest = survey.oldest()?;
        let added = row
            .added(oldest)
            .filter(|added| *added > Series::python3(0));
        row.removed(newest)
            .map(Event::Removed)
            .or_else(|| row.deprecated().map(Event::Deprecated))
            .or_else(|| added.map(Event::Added))
    }

    /// The functions and classes that gained or lost a parameter, with the version that did
    /// it. `function` is the name in the message: a function, a method or a class.
    pub(crate) fn parameter(&self, function: &str, keyword: &str) -> Vec<(&'a Row, Event)> {
        let function = function.trim_end_matches("()");
        let class = function
            .strip_suffix(".__init__")
            .or_else(|| function.strip_suffix(".__new__"));
        let wanted = class.unwrap_or(function);
        let is_any_class = matches!(wanted, "__init__" | "__new__");
        let is_meant = |row: &Row| {
            is_any_class && matches!(row.kind, Kind::Class | Kind::Exception | Kind::Function)
                || row.name == wanted
                || row
                    .name
                    .strip_suffix(wanted)
                    .is_some_and(|before| before.ends_with('.'))
        };
        let rows = self.rows().filter(|row| row.signatures.len() > 1);
        let mut found: Vec<_> = rows
            .filter(|row| is_meant(row))
            .filter_map(|row| Some((row, parameter_event(row, keyword)?)))
            .collect();
        found.sort_by_key(|(row, _)| (row.name.len(), &row.name));
        found
    }

    /// The functions of this last name that have a parameter in every signature.
    pub(crate) fn with_parameter(&self, function: &str, keyword: &str) -> Vec<&'a Row> {
        let mut rows = self.ending(function);
        rows.retain(|row| {
            let mut signatures = row.signatures.iter();
            !row.signatures.is_empty()
                && signatures.all(|signature| has_parameter(&signature.text, keyword))
        });
        rows
    }

    /// The functions and classes that took `given` arguments by position in another version
    /// than the one that takes at most `most`, both with `self`. `function` is the name in the
    /// message.
    pub(crate) fn positional(
        &self,
        function: &str,
        most: usize,
        given: usize,
    ) -> Vec<(&'a Row, Event)> {
        let rows = self.ending(function.strip_suffix(".__init__").unwrap_or(function));
        let found = rows
            .into_iter()
            .filter_map(|row| Some((row, positional_event(row, most, given)?)));
        found.collect()
    }

    /// A name that somebody may have meant.
    pub(crate) fn nearest(&self, name: &str) -> Option<&'a str> {
        nearest(self.tables.iter().copied(), name, 1)
            .first()
            .copied()
    }
}

/// What the names of base classes begin with.
const BEGINNINGS: [&str; 3] = ["Pure", "Base", "Abstract"];

/// Whether a class is the base of another by their names: `Path` is that of `PosixPath`,
/// `PurePath` that of `Path`.
fn is_base(base: &str, class: &str) -> bool {
    let of_base = BEGINNINGS
        .iter()
        .any(|beginning| base.strip_prefix(beginning) == Some(class));
    let rest = class.strip_suffix(base);
    of_base || rest.is_some_and(|rest| !rest.is_empty() && rest != "Async")
}

/// Whether at least seven of eight names are among the others: the table lacks some that are
/// inherited.
fn is_nearly_within(names: &BTreeSet<&str>, others: &BTreeSet<&str>) -> bool {
    names.difference(others).count() * 8 <= names.len()
}

/// When a parameter of a function came or went, if its signatures tell.
fn parameter_event(row: &Row, keyword: &str) -> Option<Event> {
    let has: Vec<(Series, bool)> = row
        .signatures
        .iter()
        .flat_map(|signature| {
            let has = has_parameter(&signature.text, keyword);
            signature.versions.iter().map(move |version| (version, has))
        })
        .collect();
    has.windows(2).find_map(|pair| match pair {
        [(_, false), (version, true)] => Some(Event::Added(*version)),
        [(_, true), (version, false)] => Some(Event::Removed(*version)),
        _ => None,
    })
}

/// When a function began or ceased to take so many arguments by position.
fn positional_event(row: &Row, most: usize, given: usize) -> Option<Event> {
    let is_of_object = matches!(row.kind, Kind::Class | Kind::Exception | Kind::Method);
    let counts: Vec<(Series, usize)> = row
        .signatures
        .iter()
        .flat_map(|signature| {
            let count = most_positional(&signature.text);
            let count = count.saturating_add(usize::from(is_of_object));
            signature
                .versions
                .iter()
                .map(move |version| (version, count))
        })
        .collect();
    let ran = counts.iter().position(|(_, count)| *count == most)?;
    let takes = |(version, count): &(Series, usize)| (*count >= given).then_some(*version);
    let (before, after) = counts.split_at(ran);
    if before.iter().any(|one| takes(one).is_some()) {
        return counts.get(ran).map(|(version, _)| Event::Removed(*version));
    }
    after.iter().find_map(takes).map(Event::Added)
}

/// How many arguments a signature takes by position; any number if it has `*args`.
fn most_positional(signature: &str) -> usize {
    let parameters = signature.trim_matches(['(', ')']).split(',').map(str::trim);
    let mut count = 0;
    for parameter in parameters.filter(|one| !one.is_empty() && *one != "/") {
        match parameter.strip_prefix('*') {
            Some("") => break,
            Some(rest) if rest.starts_with('*') => break,
            Some(_) => return usize::MAX,
            None => count += 1,
        }
    }
    count
}

/// Whether a signature such as `(a, /, *, key=None)` has a parameter of this name.
fn has_parameter(signature: &str, keyword: &str) -> bool {
    let parameters = signature.trim_matches(['(', ')']).split(',');
    parameters
        .map(|one| {
            one.split(['=', ':'])
                .next()
                .unwrap_or(one)
                .trim()
                .trim_matches(['[', ']'])
        })
        .any(|name| name == keyword)
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::{Signature, Versions};

    #[test]
    fn arguments_by_position_are_counted() {
        for (signature, most) in [
            ("()", 0),
            ("(a, b=1)", 2),
            ("(a, /, b, *, c=None)", 2),
            ("(a, **kwargs)", 1),
            ("(a, *args)", usize::MAX),
        ] {
            assert_eq!(most_positional(signature), most, "{signature}");
        }
    }

    #[test]
    fn the_most_that_a_function_takes_tells_which_version_ran() {
        let newest = Series::python3(15);
        let mut row = Row::new("mail.Box", Kind::Class);
        for (versions, text) in [
            ("3.6-3.8", "(host, port, key)"),
            ("3.9-3.11", "(host, port, key, timeout)"),
            ("3.12-", "(host, port, *, timeout)"),
        ] {
            row.signatures.push(Signature {
                versions: Versions::parse(versions, newest).expect(versions),
                text: text.to_owned(),
            });
        }
        for (most, given, event) in [
            (3, 5, Some(Event::Removed(Series::python3(12)))),
            (4, 5, Some(Event::Added(Series::python3(9)))),
            (3, 9, None),
            (7, 9, None),
        ] {
            assert_eq!(positional_event(&row, most, given), event, "{most} {given}");
        }
    }

    #[test]
    fn a_base_class_is_told_by_its_name() {
        for (base, class, is) in [
            ("Path", "PosixPath", true),
            ("PurePath", "Path", true),
            ("Path", "Path", false),
            ("For", "AsyncFor", false),
            ("SourcelessFileLoader", "SourceFileLoader", false),
        ] {
            assert_eq!(is_base(base, class), is, "{base} {class}");
        }
    }
}
