//! Signatures as the table has them, and whether they take the arguments of a call. The
//! entry point is [`Signature::parse`].

use python::Call;

/// The parameters of a function.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Signature<'a> {
    parameters: Vec<Parameter<'a>>,
    takes_more_positional: bool,
    takes_any_keyword: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Parameter<'a> {
    name: &'a str,
    passing: Passing,
    has_default: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Passing {
    Positional,
    Any,
    Keyword,
}

impl<'a> Signature<'a> {
    /// Parses `(a, b=1, /, *args, c, **kwargs)`. Returns `None` for anything else, such as
    /// the optional parts in brackets that older docstrings have.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let inner = text.strip_prefix('(')?.strip_suffix(')')?;
        let mut signature = Self::default();
        let mut passing = Passing::Any;
        for part in split(inner)? {
            let part = part.trim();
            if part.is_empty() {
                continue;
            }
            if part == "/" {
                for parameter in &mut signature.parameters {
                    parameter.passing = Passing::Positional;
                }
            } else if part == "*" {
                passing = Passing::Keyword;
            } else if let Some(name) = part.strip_prefix("**") {
                signature.takes_any_keyword = is_identifier(name).then_some(true)?;
            } else if let Some(name) = part.strip_prefix('*') {
                signature.takes_more_positional = is_identifier(name).then_some(true)?;
                passing = Passing::Keyword;
            } else {
                let (name, has_default) = match part.split_once('=') {
                    Some((name, _)) => (name.trim(), true),
                    None => (part, false),
                };
                is_identifier(name).then_some(())?;
                signature.parameters.push(Parameter {
                    name,
                    passing,
                    has_default,
                });
            }
        }
        Some(signature)
    }

    /// Whether there is a parameter of this name that takes a keyword.
    pub(crate) fn has_keyword(&self, name: &str) -> bool {
        let mut parameters = self.parameters.iter();
        parameters.any(|one| one.name == name && one.passing != Passing::Positional)
    }

    /// Whether it takes any keyword.
    pub(crate) fn takes_any_keyword(&self) -> bool {
        self.takes_any_keyword
    }

    /// The signature without a first parameter called `self`.
    pub(crate) fn without_self(mut self) -> Self {
        if self
            .parameters
            .first()
            .is_some_and(|first| first.name == "self")
        {
            self.parameters.remove(0);
        }
        self
    }

    /// The first keyword of a call that it does not take.
    pub(crate) fn refused_keyword<'c>(&self, call: &'c Call) -> Option<&'c str> {
        if self.takes_any_keyword {
            return None;
        }
        let mut keywords = call.keywords.iter();
        let refused = keywords.find(|(name, _)| !self.has_keyword(name));
        refused.map(|(name, _)| name.as_str())
    }

    /// Whether it takes the arguments of a call.
    pub(crate) fn takes(&self, call: &Call) -> bool {
        if self.refused_keyword(call).is_some() {
            return false;
        }
        let positional = self
            .parameters
            .iter()
            .filter(|one| one.passing != Passing::Keyword);
        let given = call.positional.len();
        if given > positional.clone().count() && !self.takes_more_positional {
            return false;
        }
        let taken: Vec<&str> = positional
            .take(given)
            .filter(|one| one.passing == Passing::Any)
            .map(|one| one.name)
            .collect();
        if call
            .keywords
            .iter()
            .any(|(name, _)| taken.contains(&name.as_str()))
        {
            return false;
        }
        if call.has_starred || call.has_double_starred {
            return true;
        }
        let mut position = 0;
        self.parameters.iter().all(|parameter| {
            let by_position = parameter.passing != Passing::Keyword && {
                position += 1;
                position <= given
            };
            let by_keyword = parameter.passing != Passing::Positional
                && call.keywords.iter().any(|(name, _)| name == parameter.name);
            parameter.has_default || by_position || by_keyword
        })
    }
}

/// Splits parameters at commas that are not inside brackets or quotes.
fn split(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    let mut quote: Option<char> = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[' | '{' | '<') => depth += 1,
            (None, ')' | ']' | '}' | '>') => depth = depth.checked_sub(1)?,
            (None, ',') if depth == 0 => {
                parts.push(text.get(start..at)?);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text.get(start..)?);
    Some(parts)
}

fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|one| one == '_' || one.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use python::Argument;

    fn call(positional: usize, keywords: &[&str]) -> Call {
        Call {
            positional: vec![Argument::Other; positional],
            keywords: keywords
                .iter()
                .map(|name| ((*name).to_owned(), Argument::Other))
                .collect(),
            ..Call::default()
        }
    }

    fn takes(text: &str, positional: usize, keywords: &[&str]) -> bool {
        Signature::parse(text)
            .expect(text)
            .takes(&call(positional, keywords))
    }

    #[test]
    fn calls_are_bound_as_python_binds_them() {
        let text = "(length=1, byteorder='big', *, signed=False)";
        assert!(takes(text, 0, &[]));
        assert!(takes(text, 2, &["signed"]));
        assert!(!takes(text, 3, &[]), "the third is for keywords only");
        assert!(!takes(text, 1, &["length"]), "given twice");
        assert!(!takes("(length, byteorder, *, signed=False)", 0, &[]));
        assert!(takes("(length, byteorder)", 1, &["byteorder"]));
        assert!(!takes("(iterable, /)", 0, &["iterable"]));
        assert!(takes("(iterable=(), /)", 0, &[]));
        assert!(takes("(*args, **kwargs)", 5, &["any"]));
        assert!(!takes("(*args, key)", 5, &[]));
        assert!(takes("(sep=',', end=(1, 2))", 0, &["end"]));
    }

    #[test]
    fn what_is_no_signature_is_not_parsed() {
        for text in ["", "(k[,d])", "(S[, v])", "([E, ]**F)", "(...)", "(a) -> b"] {
            assert_eq!(Signature::parse(text), None, "{text}");
        }
    }
}
