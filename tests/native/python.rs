//! The analysis of Python source: every fixture has the expected findings, and no text makes
//! the analysis panic or hang.
//!
//! A fixture is `NAME.py` and `NAME.txt` in `tests/fixtures/python`. Running the tests with
//! `UPDATE_FIXTURES=1` rewrites the findings; review the difference before keeping it.

use python::{Analysis, SERIES, SOURCE_LIMIT, SourceState, analyze};
use std::{fmt::Write, fs, path::Path};

fn describe(analysis: &Analysis) -> String {
    let mut out = String::new();
    for entry in &analysis.syntax {
        if let Some(refusal) = &entry.rejection {
            let start = refusal.first.span.start;
            writeln!(
                out,
                "{} refuses {}:{} {:?}: {}",
                entry.series, start.line, start.column, refusal.first.kind, refusal.first.message
            )
            .expect("writing to a string");
        }
    }
    for note in &analysis.notes {
        let start = note.span.start;
        writeln!(
            out,
            "{} warns {}:{} {}: {}",
            note.series, start.line, start.column, note.category, note.message
        )
        .expect("writing to a string");
    }
    for annotation in &analysis.annotations {
        let start = annotation.span.start;
        let by = match &annotation.evaluated_by {
            Some(function) => format!(", when {function} is called"),
            None => String::new(),
        };
        writeln!(
            out,
            "\n{}: {} `{}` {:?} {}:{}{by}",
            annotation.module,
            annotation.target,
            annotation.source,
            annotation.kind,
            start.line,
            start.column
        )
        .expect("writing to a string");
        for behaviour in &annotation.behaviours {
            writeln!(out, "  {} {:?}", behaviour.series, behaviour.treatment)
                .expect("writing to a string");
        }
    }
    out
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/python");
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    for entry in fs::read_dir(&folder).expect("the fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a readable fixture");
        let found = describe(&analyze(&source));
        let beside = path.with_extension("txt");
        if update {
            fs::write(&beside, &found).expect("a writable fixture");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(found, expected, "{}", path.display());
    }
}

/// Runs `work` on a stack as small as a worker's, plus what a debug build needs.
fn on_a_small_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(8 << 20)
            .spawn_scoped(scope, work)
            .expect("a thread")
            .join()
            .expect("no panic")
    })
}

#[test]
fn deep_nesting_ends_in_an_answer() {
    let open_and_close = |open: &str, close: &str, depth: usize| {
        format!("x = {}1{}\n", open.repeat(depth), close.repeat(depth))
    };
    let mut sources = vec![
        open_and_close("(", ")", 100_000),
        "(".repeat(100_000),
        open_and_close("[", "]", 10_000),
        open_and_close("{1: ", "}", 10_000),
        open_and_close("f(", ")", 10_000),
        open_and_close("(", ")", 199),
        format!("x: {}int{}\n", "list[".repeat(190), "]".repeat(190)),
        format!("x: {}int\n", "int | ".repeat(500)),
        format!("x = f{}\n", "()".repeat(50_000)),
        format!("x = {}\n", "f'{".repeat(10_000)),
        format!("x = {}1\n", "1 if 1 else ".repeat(10_000)),
        format!("@{}\n", "a.".repeat(10_000)),
        "if x:\n  pass\n".to_owned() + &"elif x:\n  pass\n".repeat(10_000),
        "match x:\n case ".to_owned() + &"(".repeat(10_000),
        "match x:\n case ".to_owned() + &"[".repeat(190) + &"]".repeat(190) + ": pass\n",
    ];
    for chain in [
        "a + ",
        "not ",
        "-",
        "await ",
        "lambda: ",
        "lambda a, b: ",
        "a ** ",
        "a.b",
    ] {
        sources.push(format!("x = {}1\n", chain.repeat(10_000)));
        sources.push(format!("x = {}1\n", chain.repeat(550)));
    }
    for depth in [50, 99, 100, 1_000] {
        let mut code: String = (0..depth)
            .map(|level| format!("{}if x:\n", " ".repeat(level)))
            .collect();
        let _ = writeln!(code, "{}pass", " ".repeat(depth));
        sources.push(code);
        let mut code: String = (0..depth)
            .map(|level| format!("{}class A(B):\n", " ".repeat(level)))
            .collect();
        let _ = writeln!(code, "{}x: int", " ".repeat(depth));
        sources.push(code);
    }
    for source in sources {
        let start: String = source.chars().take(30).collect();
        let analysis = on_a_small_stack(|| analyze(&source));
        let answered = match analysis.state {
            SourceState::TooDeep { .. } => analysis.syntax.is_empty(),
            _ => analysis.syntax.len() == SERIES.len(),
        };
        assert!(answered, "{start}");
    }
}

#[test]
fn cpython_ends_brackets_in_the_same_place() {
    let analysis = analyze(&"(".repeat(300));
    let refusal = analysis.syntax[0].rejection.as_ref().expect("a refusal");
    assert_eq!(refusal.first.message, "too many nested parentheses");
    assert_eq!(refusal.first.span.start.column, 201);
}

#[test]
fn null_characters_are_refused_where_they_are() {
    let analysis = analyze("x = 1\ny = '\0'\n");
    for entry in &analysis.syntax {
        let refusal = entry.rejection.as_ref().expect("a refusal");
        assert_eq!(
            refusal.first.message,
            "source code cannot contain null bytes"
        );
        assert_eq!(refusal.first.span.start.line, 2);
        assert_eq!(refusal.first.span.start.column, 6);
    }
    assert_eq!(analyze("\0").syntax.len(), SERIES.len());
}

#[test]
fn an_empty_text_is_valid_everywhere() {
    for source in ["", " \n\t\n", "\u{feff}", "\u{feff}\n", "\u{c}\n"] {
        let analysis = analyze(source);
        assert_eq!(analysis.state, SourceState::Empty, "{source:?}");
        assert!(
            analysis
                .syntax
                .iter()
                .all(|entry| entry.rejection.is_none())
        );
    }
}

#[test]
fn a_text_of_one_mebibyte_is_read_and_a_longer_one_refused() {
    let line = "value: list[int] = [1, 2, 3]  # a line\n";
    let mut source = line.repeat(SOURCE_LIMIT / line.len());
    let analysis = analyze(&source);
    assert_eq!(analysis.state, SourceState::Read);
    assert!(analysis.annotations.len() > 20_000);
    source.push_str(&line.repeat(2));
    let analysis = analyze(&source);
    assert!(matches!(analysis.state, SourceState::TooLarge { .. }));
    assert!(analysis.state.to_string().contains("1048576"));
    assert_eq!(
        analyze(&"\0".repeat(SOURCE_LIMIT)).syntax.len(),
        SERIES.len()
    );
    assert_eq!(
        analyze(&"é".repeat(SOURCE_LIMIT / 2)).syntax.len(),
        SERIES.len()
    );
}

#[test]
fn line_ends_and_marks_do_not_move_positions() {
    for source in [
        "\u{feff}x = 1\r\ny: Missing\r\n",
        "x = 1\ry: Missing\r",
        "\u{c}x = 1\ny: Missing",
        "x = 1\n\ty = 2\ny: Missing\n",
    ] {
        let analysis = analyze(source);
        let position = match analysis.annotations.first() {
            Some(annotation) => annotation.span.start,
            None => {
                let refusal = analysis.syntax[0].rejection.as_ref().expect("a refusal");
                refusal.first.span.start
            }
        };
        assert_eq!(position.line, 2, "{source:?}");
    }
}

#[test]
fn broken_code_gives_answers() {
    let whole = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/python/names.py"),
    )
    .expect("a fixture");
    // Try every prefix and every suffix, which a program passes through while it is typed.
    for (cut, _) in whole.char_indices() {
        for part in [&whole[..cut], &whole[cut..]] {
            assert_eq!(analyze(part).syntax.len(), SERIES.len(), "{part}");
        }
    }
}
