//! The tools. The entry point is [`router`]; a further tool is a type with [`Question`] and
//! a line there.

use crate::server::Server;
use crate::tool::{Question, QuestionError, Reply, filled, route};
use api::data::NameData;
use lookup::{Change, Changes, Checked, Explained, Found, Lookup, Narrowing, SourceFile};
use rmcp::handler::server::router::tool::ToolRouter;
use schemars::JsonSchema;
use serde::Deserialize;
use terms::Series;

/// All tools.
pub(crate) fn router() -> ToolRouter<Server> {
    ToolRouter::new()
        .with_route(route::<Search>())
        .with_route(route::<ShowChange>())
        .with_route(route::<Api>())
        .with_route(route::<Upgrade>())
        .with_route(route::<Explain>())
        .with_route(route::<Check>())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Search {
    /// Words, PEP numbers, names, a question, and filters such as kind:removed, in:3.12 or
    /// module:asyncio
    query: String,
    /// How many results to list at most, 10 if not given
    #[serde(default = "ten")]
    #[schemars(range(min = 1, max = 100))]
    limit: u8,
}

const fn ten() -> u8 {
    10
}

impl Question for Search {
    const NAME: &'static str = "search";
    const TITLE: &'static str = "Search changes of Python";
    const DESCRIPTION: &'static str = "\
Finds changes of Python (additions, changed behaviour, deprecations, removals), the best \
match first, each with its slug, version and first sentences. The query may have filters: \
kind:added|changed|deprecated|removed, version:3.12 (introduced in), in:3.12 (usable in), \
module:asyncio, pep:654, area:typing, status:final; a minus excludes, quotes keep words \
together.";
    type Answer = Found;

    fn answer(self, lookup: &Lookup) -> Result<Reply<Found>, QuestionError> {
        let query = filled(
            &self.query,
            "query",
            "words, or filters such as kind:removed",
        )?;
        Ok(lookup.search(query, self.limit.into()).into())
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ShowChange {
    /// The permanent name of the change, such as pep-758; other tools give it
    slug: String,
}

impl Question for ShowChange {
    const NAME: &'static str = "change";
    const TITLE: &'static str = "Show one change of Python";
    const DESCRIPTION: &'static str = "\
Tells all about one change: title, text, in which versions its subject is there, deprecated \
or removed, status, PEPs and issues, what to use instead, the repair sheet (code before and \
after, and what Python says), sample programs, and the sources with their addresses.";
    type Answer = Change;

    fn answer(self, lookup: &Lookup) -> Result<Reply<Change>, QuestionError> {
        Ok(lookup.change(&self.slug)?.into())
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Api {
    /// A qualified name of the standard library, such as functools.cache or dict.get
    name: String,
}

impl Question for Api {
    const NAME: &'static str = "api";
    const TITLE: &'static str = "Look up a name of the standard library";
    const DESCRIPTION: &'static str = "\
Tells the life of a module, class, function, method, attribute or constant of Python's \
standard library: which versions from 3.6 on have it, when it was added, deprecated and \
removed, its signature in each version, and the slugs of the changes about it. It rests on \
real interpreters. A name that no version has is an error with the nearest names.";
    type Answer = NameData;

    fn answer(self, lookup: &Lookup) -> Result<Reply<NameData>, QuestionError> {
        let name = lookup.name(self.name.trim())?;
        Ok(Reply::new(name.data.clone(), &name))
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Upgrade {
    /// The version to upgrade from, as text, such as "3.9"
    from: Series,
    /// The version to upgrade to, as text, such as "3.14"; an older one for a downgrade
    to: Series,
    /// Only changes that match this query, written as for `search`, such as module:asyncio
    #[serde(default)]
    query: String,
    /// Only these sections: breaks, check, deprecated, new, passed; in a downgrade missing,
    /// older, back
    #[serde(default)]
    only: Vec<String>,
    /// How many changes of each section to list at most, 20 if not given
    #[serde(default = "twenty")]
    #[schemars(range(min = 1, max = 1000))]
    limit: u16,
}

const fn twenty() -> u16 {
    20
}

impl Question for Upgrade {
    const NAME: &'static str = "upgrade";
    const TITLE: &'static str = "Compare two versions of Python";
    const DESCRIPTION: &'static str = "\
Lists what an upgrade from one version of Python to another breaks, what to check, what is \
deprecated and what is new, each change with its slug, what to use instead and what Python \
says. Each section tells its total; narrow a long one with `query` and `only`.";
    type Answer = Changes;

    fn answer(self, lookup: &Lookup) -> Result<Reply<Changes>, QuestionError> {
        let narrowing = Narrowing {
            query: self.query,
            concerns: self.only,
            limit: Some(self.limit.into()),
        };
        Ok(lookup.upgrade(self.from, self.to, &narrowing)?.into())
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Explain {
    /// What Python said: an error, a warning, a traceback, a log, or a compiler's message
    text: String,
}

impl Question for Explain {
    const NAME: &'static str = "explain";
    const TITLE: &'static str = "Explain an error of Python";
    const DESCRIPTION: &'static str = "\
Finds the change of Python that explains an error, a warning or a traceback: which version \
made the difference, whether the code or the interpreter is too old, how sure that is, and \
what to write instead. Nothing is executed.";
    type Answer = Explained;

    fn answer(self, lookup: &Lookup) -> Result<Reply<Explained>, QuestionError> {
        let text = filled(&self.text, "text", "an error, a warning or a traceback")?;
        Ok(lookup.explain(text)?.into())
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Check {
    /// The source of a Python module
    source: String,
    /// The oldest version that it is to run on, as text, such as "3.9"; without it, what
    /// versions added is only noted
    #[serde(default)]
    from: Option<Series>,
    /// The newest version that it is to run on, the newest released one if not given
    #[serde(default)]
    to: Option<Series>,
}

impl Question for Check {
    const NAME: &'static str = "check";
    const TITLE: &'static str = "Check which versions of Python run a program";
    const DESCRIPTION: &'static str = "\
Finds what in a Python program depends on the version: names, parameters and syntax that a \
version added, removed or deprecated, and changed behaviour, each with its line, how certain \
it is, what to write instead, and the slug of the change. Tells the oldest and the newest \
version that run it. Guards by version, `try` and `hasattr` are understood. Nothing is \
executed.";
    type Answer = Checked;

    fn answer(self, lookup: &Lookup) -> Result<Reply<Checked>, QuestionError> {
        let source = filled(&self.source, "source", "the source of a Python module")?;
        let file = SourceFile {
            path: "source".to_owned(),
            bytes: source.as_bytes().to_vec(),
        };
        Ok(lookup.check(&[file], self.from, self.to)?.into())
    }
}
