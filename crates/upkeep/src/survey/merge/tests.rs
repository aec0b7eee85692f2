use super::*;
use api::Answer;

fn evidence(release: &str, lines: &[&str]) -> Evidence {
    let head = format!("{{\"python\": \"{release}\"}}");
    let lines = std::iter::once(head.as_str()).chain(lines.iter().copied());
    let text = lines.collect::<Vec<_>>().join("\n");
    Evidence::parse(&text).expect("an answer")
}

fn survey(evidence: &[Evidence]) -> Survey {
    Survey {
        as_of: "2026-11-29".parse().expect("a date"),
        releases: evidence.iter().map(|one| one.release).collect(),
    }
}

fn merged(evidence: &[Evidence], documentation: &Documentation, stubs: &str) -> Merged {
    let stubs = Stubs::parse(stubs).expect("stubs");
    let (documentation, stubs) = (Some(documentation), Some(&stubs));
    merge(survey(evidence), evidence, documentation, stubs, None)
}

fn row<'a>(merged: &'a Merged, name: &str) -> &'a Row {
    match merged.table.look_up(name) {
        Answer::Known { row, .. } => row,
        Answer::Unknown { nearest } => panic!("{name} is not there; near: {nearest:?}"),
    }
}

fn text(versions: Versions) -> String {
    versions.to_text(Series::python3(15))
}

const OLD: &[&str] = &[
    r#"{"name": "m", "kind": "module"}"#,
    r#"{"name": "m.f", "module": "m", "kind": "function", "signature": "(a)"}"#,
    r#"{"name": "m.gone", "module": "m", "kind": "class", "deprecated": "soon"}"#,
    r#"{"name": "t", "kind": "module", "error": "no library"}"#,
];
const NEW: &[&str] = &[
    r#"{"name": "builtins.dict", "module": "builtins", "kind": "class"}"#,
    r#"{"name": "m", "kind": "module"}"#,
    r#"{"name": "m.f", "module": "m", "kind": "function", "signature": "(a, b=1)"}"#,
    r#"{"name": "t", "kind": "module"}"#,
    r#"{"name": "t.f", "module": "t", "kind": "function"}"#,
];

#[test]
fn what_interpreters_have_is_the_fact() {
    let evidence = [evidence("3.14.10", OLD), evidence("3.15.2", NEW)];
    let inventory = "name\trole\tpage\nm.f\tpy:function\tm.html\ndict\tpy:class\td.html\n";
    let directives = "object\tdirective\tversions\tpage\ttext\n\
        dict\tversionadded\t3.9\tx\tAdded in version 3.9.\n\
        m.f\tversionadded\t3.2\tx\tAdded in version 3.2.\n";
    let documentation = Documentation::parse(inventory, directives).expect("tables");
    let stubs = concat!(
        r#"{"name": "m.gone", "module": "m", "kind": "class", "#,
        r#""platforms": {"linux": ["3.14", "3.15"]}}"#,
    );
    let merged = merged(&evidence, &documentation, stubs);
    let f = row(&merged, "m.f");
    assert_eq!(f.added, Some(Series::python3(2)), "before the first survey");
    let signatures = f.signatures.iter();
    let signatures: Vec<_> = signatures
        .map(|signature| (text(signature.versions), signature.text.as_str()))
        .collect();
    assert_eq!(
        signatures,
        [("3.14".to_owned(), "(a)"), ("3.15-".to_owned(), "(a, b=1)")]
    );
    let gone = row(&merged, "m.gone");
    assert_eq!(
        (text(gone.versions), text(gone.warns)),
        ("3.14".into(), "3.14".into())
    );
    assert_eq!(row(&merged, "builtins.dict").name, "dict");
    let conflicts: Vec<String> = merged.conflicts.iter().map(ToString::to_string).collect();
    assert_eq!(
        conflicts,
        [
            "dict: the documentation says that 3.9 added it, but 3.15 is the first that \
             has it",
            "m.gone: typeshed has it in 3.15, interpreters do not",
        ]
    );
}

#[test]
fn typeshed_decides_where_a_build_lacks_a_name() {
    let lines = [r#"{"name": "socket", "kind": "module"}"#];
    let with = [
        lines[0],
        r#"{"name": "socket.SOL_HCI", "module": "socket", "kind": "constant"}"#,
    ];
    let evidence = [evidence("3.14.10", &lines), evidence("3.15.2", &with)];
    let tables = (
        "name\trole\tpage\n",
        "object\tdirective\tversions\tpage\ttext\n",
    );
    let documentation = Documentation::parse(tables.0, tables.1).expect("tables");
    let stub = r#"{"name": "socket.SOL_HCI", "module": "socket", "kind": "constant", "platforms": {"linux": ["3.14", "3.15"]}}"#;
    let merged = merged(&evidence, &documentation, stub);
    let row = row(&merged, "socket.SOL_HCI");
    assert_eq!(
        text(row.versions),
        "3.15-",
        "what interpreters have stays apart"
    );
    assert_eq!(text(row.known_versions()), "3.14-");
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
}

#[test]
fn the_documentation_decides_on_what_no_interpreter_shows() {
    let lines = [r#"{"name": "os", "kind": "module"}"#];
    let evidence = [
        evidence("3.13.1", &lines),
        evidence("3.14.1", &lines),
        evidence("3.15.2", &lines),
    ];
    let directives = "object\tdirective\tversions\tpage\ttext\n\
        os.early,os.other\tversionadded\t3.4\tx\tAdded in version 3.4.\n\
        os.late\tversionadded\t3.14\tx\tAdded in version 3.14.\n";
    let inventory = "name\trole\tpage\nos.early\tpy:function\to.html\n\
        os.late\tpy:function\to.html\n";
    let documentation = Documentation::parse(inventory, directives).expect("tables");
    let stub = |name: &str| {
        format!(
            "{{\"name\": \"{name}\", \"module\": \"os\", \"kind\": \"function\", \
             \"platforms\": {{\"win32\": [\"3.15\"]}}}}\n"
        )
    };
    let merged = merged(
        &evidence,
        &documentation,
        &[stub("os.early"), stub("os.late")].concat(),
    );
    let oldest = Series::python3(13);
    let early = row(&merged, "os.early");
    assert_eq!(early.added(oldest), Some(Series::python3(4)));
    assert_eq!(text(early.known_versions()), "3.13-");
    let late = row(&merged, "os.late");
    assert_eq!(late.added(oldest), Some(Series::python3(14)));
    assert_eq!(text(late.known_versions()), "3.14-");
}

#[test]
fn a_backport_keeps_the_version_that_added_it() {
    let with = [
        r#"{"name": "sys", "kind": "module"}"#,
        r#"{"name": "sys.limit", "module": "sys", "kind": "function"}"#,
        r#"{"name": "sys.old", "module": "sys", "kind": "function"}"#,
    ];
    let without = [with[0], with[2]];
    let evidence = [
        evidence("3.6.15", &without),
        evidence("3.7.16", &with),
        evidence("3.11.7", &with),
    ];
    let inventory = "name\trole\tpage\nsys.limit\tpy:function\ts.html\n\
        sys.old\tpy:function\ts.html\n";
    let directives = "object\tdirective\tversions\tpage\ttext\n\
        sys.limit,sys.old\tversionadded\t3.11\tx\tAdded in version 3.11.\n";
    let documentation = Documentation::parse(inventory, directives).expect("tables");
    let merged = merged(&evidence, &documentation, "");
    let oldest = Series::python3(6);
    let limit = row(&merged, "sys.limit");
    assert_eq!(
        limit.added(oldest),
        Some(Series::python3(11)),
        "in 3.7 by a patch release"
    );
    assert_eq!(
        row(&merged, "sys.old").added(oldest),
        None,
        "there all along"
    );
    let conflicts: Vec<String> = merged.conflicts.iter().map(ToString::to_string).collect();
    assert_eq!(
        conflicts,
        ["sys.old: the documentation says that 3.11 added it, but 3.6 has it"]
    );
}

#[test]
fn stubs_add_names_that_no_interpreter_has() {
    let evidence = [evidence("3.14.10", OLD), evidence("3.15.2", NEW)];
    let inventory = "name\trole\tpage\nm.C.a\tpy:attribute\tm.html\n";
    let directives = "object\tdirective\tversions\tpage\ttext\n";
    let documentation = Documentation::parse(inventory, directives).expect("tables");
    let stub = |name: &str, module: &str, kind: &str, platforms: &str| {
        format!(
            "{{\"name\": \"{name}\", \"module\": \"{module}\", \"kind\": \"{kind}\", \
             \"platforms\": {platforms}}}\n"
        )
    };
    let both =
        r#"{"linux": ["3.14", "3.15"], "darwin": ["3.14", "3.15"], "win32": ["3.14", "3.15"]}"#;
    let stubs = [
        stub("m.C.a", "m", "attribute", both),
        stub("m.C.b", "m", "attribute", both),
        stub("m.never", "m", "function", both),
        stub(
            "m.w",
            "m",
            "function",
            r#"{"linux": ["3.14"], "win32": ["3.14", "3.15"]}"#,
        ),
        stub("t.f", "t", "function", both),
    ];
    let merged = merged(&evidence, &documentation, &stubs.concat());
    let stubs_of = |name: &str| -> Vec<(Platform, String)> {
        let stubs = row(&merged, name).stubs.iter();
        stubs.map(|(on, versions)| (*on, text(*versions))).collect()
    };
    assert_eq!(stubs_of("m.C.a").len(), 3, "what only instances have");
    assert_eq!(stubs_of("m.w"), [(Platform::Win32, "3.14-".to_owned())]);
    assert_eq!(row(&merged, "m.w").platforms, [Platform::Win32]);
    let broken = [(Platform::Linux, "3.14".to_owned())];
    assert_eq!(
        stubs_of("t.f"),
        broken,
        "where its module cannot be imported"
    );
    assert!(merged.table.row("m.C.b").is_none(), "nobody documents it");
    assert!(merged.table.row("m.never").is_none(), "nobody has it");
    let conflicts: Vec<String> = merged.conflicts.iter().map(ToString::to_string).collect();
    assert_eq!(
        conflicts,
        ["m.never: typeshed has it in 3.14, 3.15, interpreters do not"],
        "an attribute may be one that only instances have"
    );
}

#[test]
fn without_a_source_its_old_statements_are_kept() {
    let evidence = [evidence("3.15.2", NEW)];
    let mut known = Row::new("m.f", Kind::Function);
    known.added = Some(Series::python3(2));
    known.backport = "m-for-all:m.f".parse().ok();
    let mut only = Row::new("m.w", Kind::Function);
    only.stubs = vec![(Platform::Win32, [Series::python3(15)].into_iter().collect())];
    let old = Table::new(survey(&evidence), vec![("m".to_owned(), vec![known, only])]);
    let merged = merge(survey(&evidence), &evidence, None, None, Some(&old));
    assert_eq!(row(&merged, "m.f").added, Some(Series::python3(2)));
    let backport = row(&merged, "m.f").backport.as_ref();
    assert_eq!(backport.expect("kept").package, "m-for-all");
    assert_eq!(row(&merged, "m.w").stubs.len(), 1);
    assert_eq!(differences(&merged.table, &evidence), Vec::<String>::new());
    let changed = [self::evidence("3.15.2", OLD)];
    let lines = differences(&merged.table, &changed);
    assert!(
        lines.contains(&"m.f: Python 3.15 has the signature (a)".to_owned()),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"dict: Python 3.15 does not have it".to_owned()),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"m.gone: the table does not have it".to_owned()),
        "{lines:?}"
    );
}
