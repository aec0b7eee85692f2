//! The change of the catalogue that tells of something. The entry point is [`Changes`].

use catalogue::{Catalogue, Feature, NameList};
use document::Inline;
use std::cmp::Reverse;
use terms::{Kind, PepNumber, Series};

/// The changes with the names that they concern.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Changes<'a> {
    catalogue: &'a Catalogue,
    names: &'a NameList,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// A qualified name.
    pub(crate) name: &'a str,
    /// What happened to it.
    pub(crate) kind: Kind,
    /// The version in which it happened, if that is known.
    pub(crate) version: Option<Series>,
}

impl<'a> Changes<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue, names: &'a NameList) -> Self {
        Self { catalogue, names }
    }

    pub(crate) fn feature(&self, index: usize) -> Option<&'a Feature> {
        self.catalogue.features.get(index)
    }

    /// The first name that a change concerns.
    pub(crate) fn name(&self, index: usize) -> Option<&'a str> {
        let names = self.names.get(index)?;
        names.qualified.first().map(String::as_str)
    }

    /// The name of a change that a message has, in whole or its last part; else its first.
    pub(crate) fn name_in(&self, index: usize, message: &str) -> Option<&'a str> {
        let names = &self.names.get(index)?.qualified;
        let last = |name: &'a str| name.rsplit('.').next().unwrap_or(name);
        let whole = names.iter().find(|name| has_whole(message, name));
        let part = || names.iter().find(|name| has_word(message, last(name)));
        let first = || names.first();
        whole.or_else(part).or_else(first).map(String::as_str)
    }

    pub(crate) fn position(&self, slug: &str) -> Option<usize> {
        self.catalogue.position(slug)
    }

    /// The changes of a PEP.
    pub(crate) fn of_pep(&self, pep: PepNumber) -> impl Iterator<Item = usize> + use<'a> {
        let features = self.catalogue.features.iter().enumerate();
        let of_pep = features.filter(move |(_, feature)| feature.peps.contains(&pep));
        of_pep.map(|(index, _)| index)
    }

    /// The changes that name one of these, as indices, in the catalogue's order.
    fn named(&self, is_meant: impl Fn(&str) -> bool) -> Vec<usize> {
        let names = self.names.iter().enumerate();
        let named = names.filter(|(_, names)| names.qualified.iter().any(|name| is_meant(name)));
        named.map(|(index, _)| index).collect()
    }

    /// The change that tells of what happened to a name: it names it, or its module or
    /// class, and is of the same kind and version. A change of another kind or version has
    /// to name it itself.
    pub(crate) fn telling_of(&self, wanted: Wanted) -> Option<usize> {
        let mut candidates = self.named(|name| is_same_or_within(wanted.name, name));
        candidates.extend(self.titled(wanted));
        let scored = candidates.into_iter().filter_map(|index| {
            let score = self.score(index, wanted)?;
            Some((score, index))
        });
        scored
            .max_by_key(|(score, index)| {
                // What concerns few names says more of each.
                let names = self
                    .names
                    .get(*index)
                    .map_or(0, |names| names.qualified.len());
                (*score, Reverse(names), Reverse(*index))
            })
            .map(|(_, index)| index)
    }

    /// The changes of the wanted version whose title has the name.
    fn titled(&self, wanted: Wanted) -> impl Iterator<Item = usize> {
        let features = self.catalogue.features.iter().enumerate();
        let of_version =
            features.filter(move |(_, feature)| Some(feature.series) == wanted.version);
        of_version
            .filter(move |(_, feature)| has_name(&feature.title, wanted.name))
            .map(|(index, _)| index)
    }

    fn score(&self, index: usize, wanted: Wanted) -> Option<u8> {
        let feature = self.feature(index)?;
        let names = &self.names.get(index)?.qualified;
        let is_named = names.iter().any(|name| name == wanted.name)
            || wanted.name.contains('.') && has_name(&feature.title, wanted.name);
        let is_kind = feature.kind == wanted.kind;
        let is_version = wanted
            .version
            .is_none_or(|version| version == feature.series);
        let score = u8::from(is_named) * 4 + u8::from(is_kind) * 2 + u8::from(is_version) * 2;
        let is_told = is_kind && (is_version || is_named) || is_named && is_version;
        is_told.then_some(score)
    }

    /// The changes that name exactly this, the oldest first.
    pub(crate) fn naming(&self, name: &str) -> Vec<usize> {
        let mut found = self.named(|other| other == name);
        found.sort_by_key(|index| self.feature(*index).map(|feature| feature.series));
        found
    }

    /// The changes that people look for by a word.
    pub(crate) fn with_alias(&self, word: &str) -> impl Iterator<Item = usize> {
        let names = self.names.iter().enumerate();
        let found = names.filter(move |(_, names)| names.aliases.iter().any(|one| one == word));
        found.map(|(index, _)| index)
    }

    /// The changes whose names end in these parts, such as `FileFinder.find_module`, those
    /// of a kind first.
    pub(crate) fn ending(&self, parts: &str, kind: Kind) -> Vec<usize> {
        let mut found = self.named(|name| {
            name.strip_suffix(parts)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        });
        found.sort_by_key(|index| {
            let is_kind = self.feature(*index).map(|feature| feature.kind == kind);
            !is_kind.unwrap_or_default()
        });
        found
    }

    /// The changes that name a function and have a parameter's name in their title or
    /// among their other names.
    pub(crate) fn of_parameter(&self, function: &str, keyword: &str) -> Vec<usize> {
        let last = function.rsplit('.').next().unwrap_or(function);
        let is_any = matches!(last, "__init__" | "__new__");
        let named = self.named(|name| is_any || name.rsplit('.').next() == Some(last));
        let has_keyword = |index: &usize| {
            let aliases = self.names.get(*index).map(|names| &names.aliases);
            self.title(*index)
                .is_some_and(|title| has_word(&title, keyword))
                || aliases.is_some_and(|names| names.iter().any(|name| name == keyword))
        };
        named.into_iter().filter(has_keyword).collect()
    }

    /// The changes whose title says that a parameter of this name came or went.
    pub(crate) fn of_any_parameter(&self, keyword: &str) -> Vec<usize> {
        let words = format!("{keyword} parameter");
        let all = 0..self.catalogue.features.len();
        all.filter(|index| {
            let title = self.title(*index);
            title.is_some_and(|title| title.starts_with(&words))
        })
        .collect()
    }

    /// Whether a change adds something, and not a capability of what was there, which its
    /// title tells.
    pub(crate) fn is_addition(&self, index: usize, by_title: bool) -> bool {
        let is_added = self.feature(index).map(|feature| feature.kind) == Some(Kind::Added);
        let title = self.title(index).filter(|_| by_title).unwrap_or_default();
        is_added && !CAPABILITIES.iter().any(|word| has_word(&title, word))
    }

    fn title(&self, index: usize) -> Option<String> {
        let feature = self.feature(index)?;
        Some(document::plain_text(&feature.title))
    }
}

/// Words of titles that are not about a new name.
const CAPABILITIES: [&str; 9] = [
    "accept",
    "accepts",
    "are",
    "can",
    "implements",
    "is",
    "parameter",
    "support",
    "supports",
];

/// Whether a title has a qualified name that is not a part of a longer one.
fn has_name(title: &[Inline], name: &str) -> bool {
    has_whole(&document::plain_text(title), name)
}

/// Whether a text has a qualified name that is not a part of a longer one.
fn has_whole(text: &str, name: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let mut words = text.split(|letter| !is_name(letter));
    words.any(|word| word.trim_matches('.') == name)
}

/// Whether a text has a word that is not a part of a longer one.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    let mut words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    words.any(|one| one == word)
}

/// Whether a qualified name is another one, or is in it.
fn is_same_or_within(name: &str, other: &str) -> bool {
    name.strip_prefix(other)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
