//! What a program has for older versions only.

use crate::shipped::TABLE;
use check::{Knowledge, check};
use std::path::Path;
use upkeep::survey::read_lists;

/// What is left over in programs: the line, the version and the message of each.
#[track_caller]
fn assert_left(programs: &[(&str, &[&str])]) {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let lists = read_lists(&assets, &TABLE).unwrap_or_else(|error| panic!("{error}"));
    let knowledge = Knowledge::new(&[&TABLE], &lists);
    for (code, expected) in programs {
        let report = check(code, &knowledge);
        let left = report.leftovers.iter();
        let left: Vec<String> = left
            .map(|one| format!("{} {} {}", one.start.line, one.version, one.kind.message()))
            .collect();
        assert_eq!(left, *expected, "{code}");
    }
}

const HOLDS: &str = "The comparison with the version always holds";
const FAILS: &str = "The comparison with the version never holds";

#[test]
fn comparisons_with_the_version_have_one_result_in_the_end() {
    let at = |line: u32, version: &str, what: &str| format!("{line} {version} {what}");
    for (test, version, what) in [
        ("sys.version_info >= (3, 11)", "3.11", HOLDS),
        ("sys.version_info < (3, 10)", "3.10", FAILS),
        ("sys.version_info[:2] == (3, 9)", "3.10", FAILS),
        ("not sys.version_info >= (3, 8)", "3.8", HOLDS),
        ("sys.version_info >= (3, 9, 2)", "3.10", HOLDS),
    ] {
        let code = format!("import sys\nif {test}:\n    x = 1\n");
        assert_left(&[(&code, &[&at(2, version, what)])]);
    }
    let both = "import sys\nx = 1 if (3, 8) <= sys.version_info < (3, 12) else 2\n";
    assert_left(&[(both, &[&at(2, "3.8", HOLDS), &at(2, "3.12", FAILS)])]);
    let major = "import sys\nif sys.version_info[0] >= 3:\n    x = 1\n";
    let future = "import sys\nif sys.version_info >= (4,):\n    x = 1\n";
    assert_left(&[(major, &[]), (future, &[])]);
}

#[test]
fn handlers_for_what_is_always_there_are_needless() {
    assert_left(&[
        (
            "try:\n    import tomllib\nexcept ImportError:\n    import tomli as tomllib\n",
            &["2 3.11 `tomllib` is always there, so nothing has to be caught"],
        ),
        (
            "try:\n    from itertools import batched\nexcept ImportError:\n    batched = None\n",
            &["2 3.12 `itertools.batched` is always there, so nothing has to be caught"],
        ),
        // What may be missing in any version, or is somebody else's, has to be caught for good.
        (
            "try:\n    import numpy\nexcept ImportError:\n    numpy = None\n",
            &[],
        ),
        (
            "try:\n    import tomllib, numpy\nexcept ImportError:\n    numpy = None\n",
            &[],
        ),
        (
            "try:\n    import imp\nexcept ImportError:\n    imp = None\n",
            &[],
        ),
        (
            "try:\n    x = int('1')\nexcept ValueError:\n    x = 0\n",
            &[],
        ),
    ]);
}

#[test]
fn packages_for_older_versions_have_what_the_library_has() {
    assert_left(&[
        (
            "import tomli\n",
            &["1 3.11 `tomllib` can take the place of `tomli`"],
        ),
        (
            "import sys\nif sys.version_info < (3, 11):\n    import tomli as tomllib\n\
             else:\n    import tomllib\n",
            &["2 3.11 The comparison with the version never holds"],
        ),
        ("import requests\n", &[]),
    ]);
}
