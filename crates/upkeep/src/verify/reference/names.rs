//! The code names in a paragraph of reStructuredText. The entry point is
//! [`names_in`].

/// A name in the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// Such as `asyncio.TaskGroup`.
    pub text: String,
    pub is_module: bool,
    /// Whether it is marked as not to be linked, because it is removed or undocumented.
    pub is_unlinked: bool,
}

impl Name {
    /// The last part of the name.
    pub(super) fn last(&self) -> &str {
        self.text.rsplit('.').next().unwrap_or(&self.text)
    }
}

/// Roles whose text is a name.
const ROLES: &[&str] = &[
    "attr",
    "class",
    "const",
    "data",
    "enumerator",
    "exc",
    "func",
    "macro",
    "member",
    "meth",
    "mod",
    "opcode",
    "struct",
    "type",
    "var",
];

/// Names that are so frequent that a paragraph that mentions them is not about them.
const COMMON: &[&str] = &[
    "AttributeError",
    "DeprecationWarning",
    "False",
    "None",
    "PendingDeprecationWarning",
    "Py_DEPRECATED",
    "SyntaxWarning",
    "True",
    "TypeError",
    "ValueError",
    "bytes",
    "dict",
    "float",
    "int",
    "list",
    "object",
    "self",
    "str",
    "tuple",
];

/// The names in roles and literals, in order and without common ones.
pub(super) fn names_in(text: &str) -> Vec<Name> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let (before, mark) = rest.split_at(at);
        let is_literal = mark.starts_with("``");
        let fence = if is_literal { "``" } else { "`" };
        let inner = mark.get(fence.len()..).unwrap_or_default();
        let Some((inner, after)) = inner.split_once(fence) else {
            break;
        };
        let role = role_at_end(before);
        if is_literal || role.is_some_and(|role| ROLES.contains(&role)) {
            names.extend(name(inner, role == Some("mod")));
        }
        rest = after;
    }
    names
}

/// The role that a text ends with, without its domain: `func` of `:c:func:`.
fn role_at_end(before: &str) -> Option<&str> {
    let role = before.strip_suffix(':')?;
    let start = role.rfind(':')? + 1;
    role.get(start..)
}

fn name(inner: &str, is_module: bool) -> Option<Name> {
    let target = inner
        .strip_suffix('>')
        .and_then(|inner| inner.split_once('<'));
    let inner = target.map_or(inner, |(_, target)| target);
    let is_unlinked = inner.starts_with('!');
    let text = inner.trim_start_matches(['!', '~', '.']);
    let text = text.split('(').next().unwrap_or_default();
    let text = text.trim_matches(['.', ' ']);
    let known = super::super::names::is_qualified(text) && !COMMON.contains(&text);
    known.then(|| Name {
        text: text.to_owned(),
        is_module,
        is_unlinked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_literals_are_names() {
        let text = "Remove :func:`!os.a()`, :meth:`the b <~x.C.b>`, ``D`` and ``-x``; \
                    see :ref:`here <there>` and :c:func:`PyE`, raise :exc:`TypeError`.";
        let names: Vec<_> = names_in(text).into_iter().map(|name| name.text).collect();
        assert_eq!(names, ["os.a", "x.C.b", "D", "PyE"]);
        let module = names_in(":mod:`!imp`");
        assert!(module[0].is_module && module[0].is_unlinked);
    }
}
