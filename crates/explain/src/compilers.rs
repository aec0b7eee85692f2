//! What compilers and linkers say of the C API. The entry points are [`CFailure::of`] and
//! [`Explainer::by_symbol`].

use crate::answer::Certainty;
use crate::by_name::MOST_ALIKE;
use crate::explain::Explainer;
use crate::template::find;
use terms::Kind;

/// What a compiler or linker misses or warns of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CFailure {
    /// The function, macro, type or member.
    pub(crate) name: String,
    /// The structure whose member it is.
    owner: Option<String>,
    /// Whether it is there, and deprecated.
    is_deprecated: bool,
}

/// What the gaps of a wording are.
#[derive(Clone, Copy)]
enum Gaps {
    Missing,
    MissingOnMac,
    Header,
    Deprecated,
    OwnerMember,
    MemberOwner,
}

/// How compilers and linkers word it: GCC, Clang, MSVC, the loaders of Linux and macOS.
const WORDINGS: &[(&str, Gaps)] = &[
    ("'{}' undeclared", Gaps::Missing),
    ("'{}' was not declared in this scope", Gaps::Missing),
    ("implicit declaration of function '{}'", Gaps::Missing),
    ("use of undeclared identifier '{}'", Gaps::Missing),
    ("call to undeclared function '{}'", Gaps::Missing),
    ("unknown type name '{}'", Gaps::Missing),
    ("'{}': undeclared identifier", Gaps::Missing),
    ("'{}': identifier not found", Gaps::Missing),
    ("'{}' undefined; assuming extern", Gaps::Missing),
    ("unresolved external symbol {}", Gaps::Missing),
    ("undefined reference to `{}'", Gaps::Missing),
    ("undefined reference to '{}'", Gaps::Missing),
    ("undefined symbol: {}", Gaps::Missing),
    (
        "symbol not found in flat namespace '{}'",
        Gaps::MissingOnMac,
    ),
    ("Symbol not found: {}", Gaps::MissingOnMac),
    ("fatal error: {}: No such file or directory", Gaps::Header),
    ("fatal error: '{}' file not found", Gaps::Header),
    ("Cannot open include file: '{}'", Gaps::Header),
    ("'{}' is deprecated", Gaps::Deprecated),
    ("'{}': was declared deprecated", Gaps::Deprecated),
    ("'{}' has no member named '{}'", Gaps::OwnerMember),
    ("no member named '{}' in '{}'", Gaps::MemberOwner),
    ("'{}': is not a member of '{}'", Gaps::MemberOwner),
];

impl CFailure {
    /// What a line says, if it is one of a compiler or linker.
    pub(crate) fn of(line: &str) -> Option<Self> {
        let (gaps, texts) = WORDINGS
            .iter()
            .find_map(|(wording, gaps)| Some((*gaps, find(wording, line)?)))?;
        let identifier = |index: usize| identifier(texts.get(index).copied().unwrap_or_default());
        let (name, owner) = match gaps {
            Gaps::Missing | Gaps::Header | Gaps::Deprecated => (identifier(0), None),
            // There every symbol has one more underscore.
            Gaps::MissingOnMac => {
                let symbol = identifier(0);
                (symbol.strip_prefix('_').unwrap_or(symbol), None)
            }
            Gaps::OwnerMember => (identifier(1), Some(identifier(0))),
            Gaps::MemberOwner => (identifier(0), Some(identifier(1))),
        };
        let is_deprecated = matches!(gaps, Gaps::Deprecated);
        // Python words its warnings so, too.
        let is_of_api = !is_deprecated || is_of_api(name);
        (!name.is_empty() && is_of_api).then(|| Self {
            name: name.to_owned(),
            owner: owner.map(str::to_owned),
            is_deprecated,
        })
    }

    /// The kind of change that is looked for first.
    fn kind(&self) -> Kind {
        if self.is_deprecated {
            Kind::Deprecated
        } else {
            Kind::Removed
        }
    }

    /// Whether the words of a compiler in the table of messages are of this name.
    fn is_worded(&self, template: &str) -> bool {
        if self.name.ends_with(".h") {
            return template.starts_with(&format!("{}: ", self.name));
        }
        let is_member = template.contains("has no member named");
        let is_same = template.contains("deprecated") == self.is_deprecated
            && template.contains(&format!("'{}'", self.name));
        match &self.owner {
            None => is_same && !is_member,
            // `ob_digit` tells its structure, `frame` does not.
            Some(owner) => {
                let is_told = self.name.contains('_') || template.contains(owner.as_str());
                is_same && is_member && is_told
            }
        }
    }
}

/// The name in a gap: the last word of `struct _typeobject`, without what linkers put before.
fn identifier(text: &str) -> &str {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let name = last.trim_matches(|letter| !is_name(letter));
    name.strip_prefix("__imp_").unwrap_or(name)
}

/// Whether a name looks like one of the C API.
fn is_of_api(name: &str) -> bool {
    name.starts_with("Py") || name.starts_with("_Py")
}

/// The change that removed private functions by the hundred.
const PRIVATE_FUNCTIONS: &str = "gh-106320";

impl Explainer<'_> {
    /// The changes of what a compiler misses: of the words of another compiler, or those that
    /// name it.
    pub(super) fn by_symbol(&mut self, failure: &CFailure) {
        let name = failure.name.as_str();
        let messages = self.evidence.messages.iter();
        let worded = messages
            .filter(|message| message.class.is_empty() && failure.is_worded(&message.template));
        let slugs = worded.flat_map(|message| &message.changes);
        let mut found: Vec<usize> = slugs
            .filter_map(|slug| self.changes.position(slug))
            .collect();
        found.extend(self.changes.ending(name, failure.kind()));
        for index in found.into_iter().take(MOST_ALIKE) {
            let why = self.why_symbol(index, name);
            self.answer_with(index, Some(name), Certainty::Sure, why);
        }
        if !self.answers.is_empty() {
            return;
        }
        let private = self.changes.position(PRIVATE_FUNCTIONS);
        if let Some(index) = private.filter(|_| name.starts_with("_Py")) {
            let why = format!(
                "`{name}` is a private name of the C API, which any version may remove. This \
                 change removed most of them."
            );
            self.answer_with(index, Some(name), Certainty::Likely, why);
        }
    }

    fn why_symbol(&self, index: usize, name: &str) -> String {
        let Some(feature) = self.changes.feature(index) else {
            return String::new();
        };
        let version = feature.series;
        match feature.kind {
            Kind::Removed => format!("`{name}` left the C API in {version}."),
            Kind::Deprecated => format!("`{name}` of the C API is deprecated since {version}."),
            Kind::Added => format!("`{name}` is in the C API of {version} and later."),
            _ => format!("Python {version} changed `{name}` of the C API."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_compiler_names_what_it_misses() {
        for (line, name, owner) in [
            (
                "a.c:3:5: error: 'PyEval_CallObject' undeclared (first use in this function)",
                "PyEval_CallObject",
                None,
            ),
            (
                "a.c:3:5: error: call to undeclared function '_PyLong_AsInt'; ISO C99 and later",
                "_PyLong_AsInt",
                None,
            ),
            (
                "a.cpp(7): error C3861: 'PyUnicode_GetSize': identifier not found",
                "PyUnicode_GetSize",
                None,
            ),
            (
                "a.obj : error LNK2001: unresolved external symbol __imp_PyCObject_FromVoidPtr",
                "PyCObject_FromVoidPtr",
                None,
            ),
            (
                "dlopen(a.so, 2): symbol not found in flat namespace '_PyString_Type'",
                "PyString_Type",
                None,
            ),
            (
                "ImportError: a.so: undefined symbol: _PyObject_Vectorcall",
                "_PyObject_Vectorcall",
                None,
            ),
            (
                "a.c:198:12: fatal error: 'longintrepr.h' file not found",
                "longintrepr.h",
                None,
            ),
            (
                "a.c(9): error C2039: 'tp_print': is not a member of '_typeobject'",
                "tp_print",
                Some("_typeobject"),
            ),
            (
                "a.c:9:4: error: no member named 'ob_digit' in 'struct _longobject'",
                "ob_digit",
                Some("_longobject"),
            ),
        ] {
            let failure = CFailure::of(line).expect(line);
            assert_eq!(failure.name, name, "{line}");
            assert_eq!(failure.owner.as_deref(), owner, "{line}");
        }
        for line in [
            "DeprecationWarning: 'pipes' is deprecated and slated for removal in Python 3.13",
            "error: command 'gcc' failed with exit code 1",
        ] {
            assert_eq!(CFailure::of(line), None, "{line}");
        }
    }
}
