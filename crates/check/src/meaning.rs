//! What a path of a program leads to in the standard library. The entry point is
//! [`Meanings`].

use crate::knowledge::Knowledge;
use crate::types::Type;
use api::{Kind, Row};
use python::{PathId, Paths, Step};
use smallvec::SmallVec;
use std::rc::Rc;
use terms::Versions;

/// How many bases of a class are looked through.
const BASES_LIMIT: usize = 60;

/// What a path leads to.
#[derive(Debug, Clone)]
pub(crate) enum Meaning<'a> {
    /// Something that is not known.
    Unknown,
    /// A name of the standard library.
    Name(Rc<Name<'a>>),
    /// An instance of a class.
    Instance(Rc<Type>),
}

/// A name of the standard library.
#[derive(Debug)]
pub(crate) struct Name<'a> {
    /// The qualified name, of the class that has the member.
    pub name: String,
    pub row: &'a Row,
    /// The versions that have it, in the class or in a base.
    pub versions: Versions,
}

/// The meanings of a program's paths.
pub(crate) struct Meanings<'a, 'k> {
    pub knowledge: &'k Knowledge<'a>,
    paths: &'k Paths,
    known: Vec<Option<Meaning<'a>>>,
}

impl<'a, 'k> Meanings<'a, 'k> {
    pub(crate) fn new(knowledge: &'k Knowledge<'a>, paths: &'k Paths) -> Self {
        Self {
            knowledge,
            paths,
            known: vec![None; paths.len()],
        }
    }

    /// What a path leads to.
    pub(crate) fn of(&mut self, path: PathId) -> Meaning<'a> {
        let index = Paths::index(path);
        if let Some(Some(known)) = self.known.get(index) {
            return known.clone();
        }
        // From the beginning of the path, which may be long.
        let is_unknown = |path: &PathId| matches!(self.known.get(Paths::index(*path)), Some(None));
        let ancestors = self.paths.ancestors(path).take_while(is_unknown);
        let mut steps: SmallVec<[PathId; 8]> = ancestors.collect();
        let mut meaning = Meaning::Unknown;
        while let Some(step) = steps.pop() {
            meaning = self.find(step);
            if let Some(known) = self.known.get_mut(Paths::index(step)) {
                *known = Some(meaning.clone());
            }
        }
        meaning
    }

    /// The name that a path leads to.
    pub(crate) fn name(&mut self, path: PathId) -> Option<Rc<Name<'a>>> {
        match self.of(path) {
            Meaning::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The versions that have everything on the way to a path, but not necessarily the path
    /// itself.
    pub(crate) fn reachable(&mut self, path: PathId) -> Versions {
        let mut versions = Versions::ALL;
        let mut step = self.paths.step(path).parent();
        while let Some(parent) = step {
            if let Meaning::Name(name) = self.of(parent) {
                versions = versions.intersection(name.versions);
            }
            step = self.paths.step(parent).parent();
        }
        versions
    }

    fn find(&mut self, path: PathId) -> Meaning<'a> {
        match self.paths.step(path) {
            Step::Module(name) => self.named(name),
            Step::Builtin(name) => match self.named(name) {
                Meaning::Name(name) if name.row.kind == Kind::Module => Meaning::Unknown,
                meaning => meaning,
            },
            Step::Attribute(parent, name) => match self.of(*parent) {
                Meaning::Unknown => Meaning::Unknown,
                Meaning::Name(owner) => self.attribute(&owner, name),
                Meaning::Instance(owner) => self.member(&owner.class, name, true),
            },
            Step::Call(parent) => match self.of(*parent) {
                Meaning::Name(function) => self.called(&function),
                _ => Meaning::Unknown,
            },
            Step::Item(parent) => match self.of(*parent) {
                Meaning::Name(name) if is_class(name.row) => Meaning::Name(name),
                other => self.item(other),
            },
            Step::Element(parent) => {
                let parent = self.of(*parent);
                self.element(parent)
            }
            Step::Entered(parent) => {
                let parent = self.of(*parent);
                self.entered(parent)
            }
            Step::Quotient(parent) => match self.of(*parent) {
                Meaning::Instance(path) if path.class.starts_with("pathlib.") => {
                    Meaning::Instance(path)
                }
                _ => Meaning::Unknown,
            },
        }
    }

    fn named(&self, name: &str) -> Meaning<'a> {
        match self.knowledge.row(name) {
            Some(row) => Meaning::Name(Rc::new(Name {
                name: row.name.clone(),
                row,
                versions: self.knowledge.versions(row),
            })),
            None => Meaning::Unknown,
        }
    }

    fn attribute(&self, owner: &Name<'a>, name: &str) -> Meaning<'a> {
        if is_class(owner.row) {
            return self.member(&owner.name, name, false);
        }
        if owner.row.kind == Kind::Module {
            return self.named(&format!("{}.{name}", owner.name));
        }
        match self.knowledge.types.of(&owner.name) {
            Some(kind) => self.member(&kind.class, name, true),
            None => Meaning::Unknown,
        }
    }

    /// A member of a class or of its bases.
    fn member(&self, class: &str, name: &str, of_instance: bool) -> Meaning<'a> {
        let types = self.knowledge.types;
        let mut found: Option<Name<'a>> = None;
        let mut queue = vec![class];
        let mut next = 0;
        while let Some(class) = queue.get(next).copied() {
            next += 1;
            for class in [class, types.canonical(class)] {
                if let Some(row) = self.knowledge.row(&format!("{class}.{name}")) {
                    let versions = if of_instance {
                        self.knowledge.instance_versions(class, row)
                    } else {
                        self.knowledge.versions(row)
                    };
                    match &mut found {
                        Some(found) => found.versions = found.versions.union(versions),
                        None => {
                            found = Some(Name {
                                name: row.name.clone(),
                                row,
                                versions,
                            });
                        }
                    }
                    if types.canonical(class) == class {
                        break;
                    }
                }
            }
            for base in types.bases(types.canonical(class)) {
                // Stubs derive from abstract classes what only has their methods.
                let is_abstract =
                    base.starts_with("typing.") || base.starts_with("collections.abc.");
                if is_abstract && found.is_some() {
                    continue;
                }
                if queue.len() < BASES_LIMIT && !queue.contains(&&**base) {
                    queue.push(base);
                }
            }
        }
        found.map_or(Meaning::Unknown, |found| Meaning::Name(Rc::new(found)))
    }

    fn called(&self, function: &Name<'a>) -> Meaning<'a> {
        if is_class(function.row) {
            return Meaning::Instance(Rc::new(Type::class(&function.name)));
        }
        self.instance(self.knowledge.types.returned_by(&function.name))
    }

    fn instance(&self, kind: Option<&Type>) -> Meaning<'a> {
        kind.map_or(Meaning::Unknown, |kind| {
            Meaning::Instance(Rc::new(kind.clone()))
        })
    }

    /// A value as an instance, if its type is known.
    fn value(&self, meaning: Meaning<'a>) -> Option<Rc<Type>> {
        match meaning {
            Meaning::Instance(kind) => Some(kind),
            Meaning::Name(name) if !is_class(name.row) => {
                let kind = self.knowledge.types.of(&name.name)?;
                Some(Rc::new(kind.clone()))
            }
            _ => None,
        }
    }

    /// What a method of a class or of its bases gives.
    fn result(&self, class: &str, method: &str) -> Option<&'k Type> {
        let types = self.knowledge.types;
        let class = types.canonical(class);
        let own = types.returned_by(&format!("{class}.{method}"));
        own.or_else(|| {
            let mut bases = types.bases(class).iter();
            bases.find_map(|base| types.returned_by(&format!("{base}.{method}")))
        })
    }

    fn item(&self, owner: Meaning<'a>) -> Meaning<'a> {
        let Some(owner) = self.value(owner) else {
            return Meaning::Unknown;
        };
        match (&*owner.class, owner.items.as_slice()) {
            ("str", _) => Meaning::Instance(owner),
            ("dict" | "collections.defaultdict" | "collections.OrderedDict", [_, value]) => {
                self.instance(Some(value))
            }
            (_, [item]) => self.instance(Some(item)),
            _ => self.instance(self.result(&owner.class, "__getitem__")),
        }
    }

    fn element(&self, iterable: Meaning<'a>) -> Meaning<'a> {
        let Some(iterable) = self.value(iterable) else {
            return Meaning::Unknown;
        };
        match (&*iterable.class, iterable.items.as_slice()) {
            ("str", _) => Meaning::Instance(iterable),
            (_, [item, ..]) => self.instance(Some(item)),
            _ => {
                let iterator = self.result(&iterable.class, "__iter__");
                self.instance(iterator.and_then(|iterator| iterator.items.first()))
            }
        }
    }

    fn entered(&self, manager: Meaning<'a>) -> Meaning<'a> {
        match self.value(manager) {
            Some(manager) => self.instance(self.result(&manager.class, "__enter__")),
            None => Meaning::Unknown,
        }
    }
}

pub(crate) fn is_class(row: &Row) -> bool {
    matches!(row.kind, Kind::Class | Kind::Exception)
}
