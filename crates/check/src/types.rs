//! What classes derive from and what functions return, as typeshed declares it. The entry
//! point is [`Types`].

use rustc_hash::FxHashMap;

/// A type: a class with the types of its items, if they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Type {
    /// The qualified name of the class.
    pub class: Box<str>,
    /// The types in brackets.
    pub items: Vec<Type>,
}

/// Bases, types and aliases of names of the standard library.
#[derive(Debug, Default)]
pub(crate) struct Types {
    bases: FxHashMap<Box<str>, Vec<Box<str>>>,
    types: FxHashMap<Box<str>, Type>,
    aliases: FxHashMap<Box<str>, Box<str>>,
}

/// A line that is not one of the forms.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line}: `{text}` is none of `CLASS : BASE, …`, `NAME -> TYPE` and `NAME = NAME`; \
     write the file with `assets/api/typeshed_types.py`"
)]
pub struct TypesError {
    line: usize,
    text: String,
}

impl Types {
    /// Parses the lines that `assets/api/typeshed_types.py` writes.
    ///
    /// # Errors
    ///
    /// If a line has another form.
    pub(crate) fn parse(text: &str) -> Result<Self, TypesError> {
        let mut types = Self::default();
        for (index, line) in text.lines().enumerate() {
            if types.read_line(line).is_none() {
                return Err(TypesError {
                    line: index + 1,
                    text: line.chars().take(80).collect(),
                });
            }
        }
        Ok(types)
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        if let Some((name, bases)) = line.split_once(" : ") {
            let bases = bases.split(", ").map(Into::into).collect();
            self.bases.insert(name.into(), bases);
        } else if let Some((name, kind)) = line.split_once(" -> ") {
            self.types.insert(name.into(), parse_type(kind)?);
        } else {
            let (name, other) = line.split_once(" = ")?;
            self.aliases.insert(name.into(), other.into());
        }
        Some(())
    }

    /// The name under which a class is listed.
    pub(crate) fn canonical<'a>(&'a self, name: &'a str) -> &'a str {
        self.aliases.get(name).map_or(name, |other| other)
    }

    /// The bases of a class.
    pub(crate) fn bases(&self, class: &str) -> &[Box<str>] {
        self.bases.get(class).map_or(&[], |bases| bases)
    }

    /// The type of an attribute or constant.
    pub(crate) fn of(&self, name: &str) -> Option<&Type> {
        self.types.get(name)
    }

    /// What a call of a function gives.
    pub(crate) fn returned_by(&self, name: &str) -> Option<&Type> {
        self.types.get(format!("{name}()").as_str())
    }
}

/// Parses `dict[str, int]`. Items have no items.
fn parse_type(text: &str) -> Option<Type> {
    let (class, items) = match text.split_once('[') {
        None => (text, Vec::new()),
        Some((class, items)) => {
            let items = items.strip_suffix(']')?.split(", ");
            (class, items.map(parse_type).collect::<Option<_>>()?)
        }
    };
    Some(Type {
        class: class.into(),
        items,
    })
}

impl Type {
    pub(crate) fn class(name: &str) -> Self {
        Self {
            class: name.into(),
            items: Vec::new(),
        }
    }
}
