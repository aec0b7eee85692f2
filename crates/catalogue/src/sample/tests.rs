use super::*;

const BARE: &str = "# /// sample\n# feature = \"pep-758\"\n# title = \"Bare\"\n# order = 1\n\
    # note = \"Why.\"\n# [expect]\n# \"..3.13\" = \"SyntaxError: no\"\n# \"3.14..\" = \"runs\"\n\
    # ///\n\nprint(1)\n";

/// The lines of a header that describe a recording.
const RECORDED: &str = "# browser = \"No threads.\"\n\
    # recorded = [\"3.14.10\", \"3.13.0\", \"3.15.2\"]\n# [expect]";

#[test]
fn reads_a_sample() {
    let sample = Sample::parse("pep-758/bare", BARE).expect("a sample");
    assert_eq!(sample.code, "print(1)\n");
    assert_eq!((sample.title.as_str(), sample.order), ("Bare", 1));
    let raises = Outcome::Raises("SyntaxError: no".to_owned());
    assert_eq!(sample.expected_in(Series::python3(8)), Some(&raises));
    assert_eq!(sample.expected_in(Series::python3(13)), Some(&raises));
    assert_eq!(
        sample.expected_in(Series::python3(14)),
        Some(&Outcome::Runs)
    );
}

#[test]
fn reads_what_a_run_prints_and_warns_of() {
    let tables = "# [output]\n# \"3.14\" = \"\"\"\n# one\n#   two\n# \"\"\"\n\
        # \"3.15..\" = \"three\\n\"\n# [warning]\n# \"..3.14\" = \"SyntaxWarning\"\n# ///";
    let text = BARE
        .replace("# ///\n\n", &format!("{tables}\n\n"))
        .replace("# [expect]", RECORDED);
    let sample = Sample::parse("pep-758/bare", &text).expect("a sample");
    let recording = sample.recording.as_ref().expect("a recording");
    assert_eq!(recording.reason, "No threads.");
    let releases: Vec<String> = recording.releases.iter().map(|it| it.to_string()).collect();
    assert_eq!(releases, ["3.13.0", "3.14.10", "3.15.2"]);
    let output = |minor| sample.output_in(Series::python3(minor));
    assert_eq!(
        [output(13), output(14), output(16)],
        [None, Some("one\n  two\n"), Some("three\n")]
    );
    let warning = |minor| sample.warning_in(Series::python3(minor));
    assert_eq!([warning(8), warning(15)], [Some("SyntaxWarning"), None]);
    let twice = text.replace("..3.14\" = \"S", "3.14\" = \"S");
    let twice = twice.replace("# ///\n\n", "# \"3.14..\" = \"x\"\n# ///\n\n");
    refused(
        "pep-758/bare",
        &twice,
        "17:3: error[sample]: [warning] has 3.14 in two ranges; let no",
    );
}

#[test]
fn a_sample_differs_where_what_it_states_does() {
    let tables = "# [output]\n# \"3.14\" = \"one\"\n# \"3.15..\" = \"two\"\n\
        # [warning]\n# \"..3.11\" = \"SyntaxWarning\"\n# ///";
    let text = BARE.replace("# ///\n\n", &format!("{tables}\n\n"));
    let sample = Sample::parse("pep-758/bare", &text).expect("a sample");
    let differing = |among: &[u8], at: Option<u8>| {
        let among: Vec<Series> = among.iter().copied().map(Series::python3).collect();
        let pair = sample.differing(&among, at.map(Series::python3));
        pair.map(|pair| pair.map(|series| series.to_string()).join(" "))
    };
    let all = [11, 12, 13, 14, 15];
    for (at, expected) in [
        (Some(12), "3.11 3.12"),
        (Some(14), "3.13 3.14"),
        (Some(15), "3.14 3.15"),
        (Some(9), "3.14 3.15"),
        (None, "3.14 3.15"),
    ] {
        assert_eq!(differing(&all, at).as_deref(), Some(expected), "{at:?}");
    }
    let left_out = differing(&[12, 15], Some(14));
    assert_eq!(left_out.as_deref(), Some("3.12 3.15"));
    assert_eq!(differing(&[12, 13], Some(14)), None);
    assert_eq!(differing(&[14], None), None);
}

#[test]
fn an_expectation_knows_what_varies() {
    let raises = |line: &str| Outcome::Raises(line.to_owned());
    let name = raises("NameError: name 'Node' is not defined");
    assert!(name.agrees_with(Some("NameError: name 'Node' is not defined\n")));
    assert!(name.agrees_with(Some(
        "NameError: name 'Node' is not defined. Did you mean: 'None'?"
    )));
    assert!(!name.agrees_with(Some("NameError: name 'Nodes' is not defined")));
    assert!(!name.agrees_with(None));
    assert!(Outcome::Runs.agrees_with(None));
    let circular = "AttributeError: partially initialized module 'a' has no attribute 'A' \
        (most likely due to a circular import)";
    assert!(raises(circular).agrees_with(Some(circular)));
    assert!(raises(circular).agrees_with(Some(
        &circular.replace("module 'a'", "module 'a' from '/home/reader/a.py'")
    )));
    let import = "ImportError: cannot import name 'A' from 'a'";
    assert!(raises(import).agrees_with(Some(&format!("{import} (/home/reader/a.py)"))));
}

#[track_caller]
fn refused(slug: &str, text: &str, expected: &str) {
    let error = Sample::parse(slug, text).expect_err("no sample");
    assert!(error.to_string().contains(expected), "{error}");
}

#[test]
fn says_where_a_header_is_broken() {
    refused(
        "pep-758/bare",
        "print(1)\n",
        "1:1: error[sample]: the sample has no header; begin with",
    );
    refused("pep-758/bare", "# /// sample\n# a = 1\n", "never closed");
    refused(
        "pep-758/bare",
        "# /// sample\nprint(1)\n",
        "2:1: error[sample]: a line of the header is not a comment; begin it",
    );
    let broken = BARE.replace("order = 1", "order = one");
    refused("pep-758/bare", &broken, "4:11: error[sample]: ");
    let unknown = BARE.replace("# order", "# colour = 1\n# order");
    refused(
        "pep-758/bare",
        &unknown,
        "4:3: error[sample]: unknown field `colour`",
    );
    refused(
        "pep-785/bare",
        BARE,
        "2:14: error[sample]: the header names the feature `pep-758`, but the folder is \
         `pep-785`; did you mean `pep-785`?",
    );
    refused(
        "pep-649/bare",
        BARE,
        "the folder is `pep-649`; use `pep-649`",
    );
    refused("bare", BARE, "move it into a folder `pep-758`");
    refused("pep-758/a/bare", BARE, "name the file like");
    let empty = BARE.replace("print(1)\n", "");
    refused(
        "pep-758/bare",
        &empty,
        "9:1: error[sample]: there is no code",
    );
}

#[test]
fn says_which_range_is_wrong() {
    for key in ["..", "3.x", "3.14..3.8", "3.14...", ""] {
        refused("pep-758/bare", &BARE.replace("3.14..", key), "in [expect]");
    }
    refused(
        "pep-758/bare",
        &BARE.replace("3.14..", "3.13.."),
        "6:3: error[sample]: [expect] has 3.13 in two ranges",
    );
}

#[test]
fn what_no_browser_runs_is_recorded() {
    let reason = "# browser = \"No threads.\"\n# [expect]";
    let half = BARE.replace("# [expect]", reason);
    refused("pep-758/bare", &half, "`browser` and `recorded` belong");
    let half = BARE.replace("# [expect]", "# recorded = [\"3.14.0\"]\n# [expect]");
    refused("pep-758/bare", &half, "`browser` and `recorded` belong");
    let beyond = BARE
        .replace("# [expect]", RECORDED)
        .replace("\"3.13.0\", ", "");
    refused(
        "pep-758/bare",
        &beyond,
        "8:3: error[sample]: [expect] has a range in which nothing was recorded",
    );
    let broken = BARE
        .replace("# [expect]", RECORDED)
        .replace("3.13.0", "3.13");
    refused("pep-758/bare", &broken, "7:");
}
