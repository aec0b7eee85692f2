//! The parsers and their corpora. [`TARGETS`] is the entry point.

use api::text::{module_text, parse_module};
use api::{NameQuery, Survey, Table};
use archive::Format;
use catalogue::{Catalogue, bundle};
use explain::{Evidence, Messages, Paste, explain};
use query::{Route, language};
use std::path::Path;
use terms::{Date, Series};

use crate::corpus::{self, CorpusError};

/// Runs a parser on an input.
pub type Check = Box<dyn Fn(&[u8])>;

/// A parser that must neither panic nor hang on any input.
pub struct Target {
    /// The name on the command line, and of the folder in `tests/fixtures/fuzz`.
    pub name: &'static str,
    /// Makes the function that runs the parser, with data from the project in this folder.
    pub prepare: fn(&Path) -> Result<Check, CorpusError>,
    /// Collects well-formed input from the project in this folder.
    pub corpus: fn(&Path) -> Result<Vec<Vec<u8>>, CorpusError>,
}

/// Every target.
pub const TARGETS: &[Target] = &[
    Target {
        name: "document",
        prepare: |_| {
            Ok(Box::new(|input| {
                let _ = document::parse(input);
            }))
        },
        corpus: |project| {
            let mut found = corpus::files(&project.join("assets/documents"), "md")?;
            found.extend(corpus::files(
                &project.join("tests/fixtures/documents"),
                "md",
            )?);
            Ok(found)
        },
    },
    Target {
        name: "query",
        prepare: |project| {
            let catalogue = shipped(project)?;
            Ok(Box::new(move |input| {
                let reading = language::parse(&String::from_utf8_lossy(input), &catalogue);
                let _ = language::format(&reading.query);
            }))
        },
        corpus: |project| {
            let mut found = corpus::quoted_keys(&project.join("tests/native/query/cases.toml"))?;
            found.extend(QUERIES.iter().map(|query| query.as_bytes().to_vec()));
            Ok(found)
        },
    },
    Target {
        name: "link",
        prepare: |_| {
            Ok(Box::new(|input| {
                let (route, _) = Route::from_fragment(&String::from_utf8_lossy(input));
                let (again, notices) = Route::from_fragment(&route.to_fragment());
                assert!(notices.is_empty(), "its own link is not understood");
                assert_eq!(route, again, "its own link means something else");
            }))
        },
        corpus: |_| Ok(LINKS.iter().map(|link| link.as_bytes().to_vec()).collect()),
    },
    Target {
        name: "bundle",
        prepare: |_| Ok(Box::new(read_as_every_part)),
        corpus: |project| {
            let library = corpus::library(project)?;
            let files = bundle::write(&library).map_err(CorpusError::Bundle)?;
            Ok(files.into_iter().map(|file| file.bytes).collect())
        },
    },
    Target {
        name: "analysis",
        prepare: |_| {
            Ok(Box::new(|input| {
                let _ = python::analyze(&String::from_utf8_lossy(input));
            }))
        },
        corpus: |project| {
            let mut found = corpus::files(&project.join("assets/samples"), "py")?;
            found.extend(corpus::files(&project.join("tests/fixtures/python"), "py")?);
            Ok(found)
        },
    },
    Target {
        name: "check",
        prepare: |project| {
            let knowledge = knowledge(project)?;
            Ok(Box::new(move |input| {
                let _ = check::decode(input);
                let report = check::check(&String::from_utf8_lossy(input), &knowledge);
                assert!(
                    report.findings.is_sorted_by_key(|one| one.start),
                    "the findings are not in the order of the text"
                );
                let _ = report.limits();
            }))
        },
        corpus: |project| {
            let mut found = corpus::files(&project.join("assets/samples"), "py")?;
            found.extend(corpus::files(&project.join("tests/fixtures/python"), "py")?);
            found.extend(PROGRAMS.iter().map(|text| text.as_bytes().to_vec()));
            Ok(found)
        },
    },
    Target {
        name: "result",
        prepare: |_| {
            Ok(Box::new(|input| {
                let Ok(sources) = check::shared::read(&String::from_utf8_lossy(input)) else {
                    return;
                };
                let again = check::shared::read(&check::shared::write(&sources));
                assert_eq!(again, Ok(sources), "its own text means something else");
            }))
        },
        corpus: |_| Ok(vec![RESULT.as_bytes().to_vec()]),
    },
    Target {
        name: "archive",
        prepare: |_| Ok(Box::new(read_as_every_archive)),
        corpus: |_| corpus::archives().map_err(CorpusError::Archive),
    },
    Target {
        name: "paste",
        prepare: |project| {
            let library = corpus::library(project)?;
            let messages = messages(project)?;
            Ok(Box::new(move |input| {
                let paste = Paste::parse(&String::from_utf8_lossy(input));
                let evidence = Evidence {
                    catalogue: &library.catalogue,
                    names: &library.names,
                    tables: &[],
                    messages: &messages,
                };
                let _ = explain(&paste, evidence, &|_| Vec::new());
            }))
        },
        corpus: |_| Ok(PASTES.iter().map(|text| text.as_bytes().to_vec()).collect()),
    },
    Target {
        name: "api",
        prepare: |_| Ok(Box::new(read_as_names)),
        corpus: |project| corpus::files(&project.join("assets/api/names"), "txt"),
    },
];

/// Queries with filters, phrases and alternatives.
const QUERIES: &[&str] = &[
    "version:3.12..3.14 kind:removed",
    "in:3.11 -timeout module:asyncio",
    "\"exception groups\" OR pep:654",
    "status:final,accepted area:typing has:sample document:whatsnew-3.14",
    "kind:removed OR kind:deprecated -pep:594 :=",
];

/// Links of every view, with every field that a link may have.
const LINKS: &[&str] = &[
    "#?version=3.12..3.14&status=final,accepted&kind=added&area=typing&pep=758",
    "#?q=walrus+operator&in=3.11&module=asyncio&document=whatsnew-3.14&feature=pep-649",
    "#?view=upgrade&from=3.8&to=3.14&has=sample",
    "#?view=try&sample=pep-758/bare&code=x%20%3D%201%0A",
    "#?view=try&deflate=q1CwVTDkAgA&run=3.13,3.14",
    "#?view=releases&series=3.14",
    "#?view=documents&document=guide-314-migration",
    "#?view=page&pep=758",
    "#?view=page&feature=pep-649",
    "#?view=page&module=functools&name=functools.cache",
];

/// Errors and warnings of every form, as they are pasted.
const PASTES: &[&str] = &[
    "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    import \
     imp\nModuleNotFoundError: No module named 'imp'",
    "E   AttributeError: 'str' object has no attribute 'removeprefix'",
    "web_1 | \u{1b}[31mTypeError\u{1b}[0m: f() got an unexpected keyword argument 'x'",
    "a.py:3: DeprecationWarning: datetime.datetime.utcnow() is deprecated\n  utcnow()",
    "    if (n := 1):\n          ^\nSyntaxError: invalid syntax",
    "x.c:1:2: error: ‘PyThreadState’ has no member named ‘exc_type’",
    "is match available in python 3.9, PEP 634?",
    "re.error: bad escape \\d at position 0 ⏎ NameError: name 'aiter' is not defined",
];

/// Programs that ask for the version and for names in every way.
const PROGRAMS: &[&str] = &[
    "import sys, os as o\nif (3, 8) <= sys.version_info[:2] < (3, 12):\n    import imp\nelif \
     hasattr(o, 'fork') and not o.fork: raise SystemExit\nelse:\n    from . import imp\n",
    "try:\n    from tomllib import loads as l\nexcept (ImportError, NameError):\n    l = \
     getattr(str, 'isascii', None)\nwith open('f') as (a, *b): a.x = b[0].y or l()\n",
    "class A(dict):\n    def __init__(self, *a: int | None, **k):\n        self.p = super().get(1)\n\
     class B(A):\n    x: list[int] = [y.removeprefix('a') for y in A().p if (z := y)]\n",
    "match x:\n    case {'a': [1, *r], **s} if s: del r.t\n    case A(b=c) | str() as d: \
     lambda e=d, /, *f: (yield)\nfor i in {} | {}: print(f'{i!r:>{9}}', *i, end='\\d')\n",
];

/// The result of a check with every record.
const RESULT: &str = "# What a check of code found, 1\nfile\ta.ipynb\ncell\t2\t1\n\
     removed\t1:8\t3.12\t\tsure\timp\timp\t`imp` was removed in 3.12\n\
     changed\t2:1\t3.13\t3.14\tpossible\t\ta.b\tIt differs\nerror\t3:1\tinvalid syntax\n\
     holds\t4:1\t3.9\t\t\nbackport\t5:1\t3.11\ttomllib\ttomli\nfile\tb\nleft-out\tno program\n";

/// What the shipped table of names and lists know, for as long as the program runs.
fn knowledge(project: &Path) -> Result<check::Knowledge<'static>, CorpusError> {
    let assets = project.join("assets");
    let failed = |error: upkeep::survey::ApiError| CorpusError::Library(error.to_string());
    let table = upkeep::survey::read_table(&assets).map_err(failed)?;
    let table = table.ok_or_else(|| CorpusError::Empty(assets.join("api")))?;
    let lists = upkeep::survey::read_lists(&assets, &table).map_err(failed)?;
    let (table, lists) = (Box::leak(Box::new(table)), Box::leak(Box::new(lists)));
    Ok(check::Knowledge::new(&[table], lists))
}

/// The shipped messages.
fn messages(project: &Path) -> Result<Messages, CorpusError> {
    let path = project.join("assets/errors/messages.tsv");
    let text = std::fs::read_to_string(&path).map_err(|source| CorpusError::File {
        path: path.clone(),
        source,
    })?;
    Messages::parse(&text, Series::python3(15))
        .map_err(|error| CorpusError::Library(error.to_string()))
}

/// The shipped catalogue, for completing and parsing queries.
fn shipped(project: &Path) -> Result<Catalogue, CorpusError> {
    Ok(corpus::library(project)?.catalogue)
}

/// Decodes bytes as each kind of part, although they are at most one of them.
fn read_as_every_part(input: &[u8]) {
    let _ = bundle::read(&bundle::catalogue(), input);
    let _ = bundle::read(&bundle::names(), input);
    let _ = bundle::read(&bundle::index(), input);
    let _ = bundle::read(&bundle::excerpts(), input);
    let _ = bundle::read(&bundle::peps(), input);
    let _ = bundle::read(&bundle::samples(), input);
    let _ = bundle::read(&api::bundle::names(), input);
    let _ = bundle::read(&bundle::feature_texts(Series::python3(14)), input);
    let _ = bundle::read(&bundle::document_text("whatsnew-3.14"), input);
    // Decoding must not panic on bytes with a wrong checksum either.
    let _ = bundle::decode::<Catalogue>(input);
    let _ = bundle::decode::<Table>(input);
}

/// Unpacks bytes as each kind of archive, and reads them as a notebook.
fn read_as_every_archive(input: &[u8]) {
    for format in [Format::Zip, Format::Tar, Format::TarGz] {
        // A mutated length must not make the target slow.
        let limits = archive::Limits {
            bytes: 1 << 20,
            ..archive::Limits::default()
        };
        if let Ok(unpacked) = archive::unpack(format, input, limits, |_| true) {
            let bytes = unpacked.members.iter().map(|member| member.bytes.len());
            assert!(bytes.sum::<usize>() <= 1 << 20, "more comes out than may");
            let escapes =
                |path: &str| path.starts_with('/') || path.split('/').any(|it| it == "..");
            let mut members = unpacked.members.iter();
            assert!(
                !members.any(|member| escapes(&member.path)),
                "a path leads out of the archive"
            );
        }
    }
    let _ = archive::Notebook::parse(input);
}

/// Reads a text as the names of a module, and as one that somebody types.
fn read_as_names(input: &[u8]) {
    let newest = Series::python3(15);
    let text = String::from_utf8_lossy(input);
    let typed = NameQuery::parse(text.lines().next().unwrap_or_default());
    let Ok(rows) = parse_module(&text, newest) else {
        return;
    };
    let written = module_text(&rows, newest);
    let again = parse_module(&written, newest);
    assert_eq!(
        again.as_ref(),
        Ok(&rows),
        "its own text means something else"
    );
    if let (Some(query), Some(as_of)) = (typed, Date::new(2026, 1, 1)) {
        let releases = Vec::new();
        let survey = Survey { as_of, releases };
        let table = Table::new(survey, vec![("module".to_owned(), rows)]);
        let _ = table.search(&query);
        let _ = table.look_up(query.name());
    }
}
