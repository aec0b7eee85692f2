//! Input that is no program, or one that nobody would write.

use super::check;
use crate::command_line::Folder;
use std::fs::{self, File};
use std::time::{Duration, Instant};

#[test]
fn files_that_are_no_programs_are_said_plainly() {
    let deep = "(".repeat(100_000);
    let bad: [(&str, &[u8], &str); 6] = [
        ("binary", b"\x7fELF\x02\x01\x01\0\0\0", ""),
        ("deep", deep.as_bytes(), "too many nested parentheses"),
        ("encoding", b"x = '\xe4'\n", "not UTF-8"),
        ("nul", b"x = 1\0\nimport imp\n", "null bytes"),
        ("two", b"print 'hello'\n", ""),
        ("wide", b"\xff\xfex\0 \0", "UTF-16"),
    ];
    let folder = Folder::new("check-bad");
    for (name, bytes, _) in bad {
        fs::write(folder.0.join(format!("{name}.py")), bytes).expect("a file");
    }
    let output = check(&folder, &[]).ends_with(1).output;
    let mut found = output.split("error[invalid]: ").skip(1);
    for (name, _, words) in bad {
        let one = found.next().expect("an error for each file");
        assert!(one.contains(words), "no {words:?} in {one}");
        assert!(one.contains(&format!("--> {name}.py:")), "{one}");
    }
    assert!(
        output.contains("No version of Python 3 accepts all of it.\n6 errors"),
        "{output}"
    );
}

#[test]
fn what_nests_deeply_does_not_hide_the_rest() {
    let folder = Folder::new("check-deep");
    folder.write(
        "sum.py",
        &format!("x = {}1\nimport imp\n", "a + ".repeat(5_000)),
    );
    folder.write(
        "brackets.py",
        &format!("x = {}{}\nimport imp\n", "[".repeat(300), "]".repeat(300)),
    );
    let output = check(&folder, &[]).ends_with(1).output;
    for place in ["sum.py:2:8", "brackets.py:2:8", "brackets.py:1:205"] {
        assert!(
            output.contains(&format!("--> {place}\n")),
            "{place}: {output}"
        );
    }
}

#[test]
fn declared_encodings_and_marks_are_read() {
    let folder = Folder::new("check-encodings");
    fs::write(folder.0.join("bom.py"), b"\xef\xbb\xbfimport imp\n").expect("a file");
    fs::write(
        folder.0.join("latin.py"),
        b"# coding: latin-1\nx = '\xe4'; import imp\n",
    )
    .expect("a file");
    let ended = check(&folder, &[]).ends_with(1);
    assert!(
        ended.output.contains(" --> bom.py:1:8\n"),
        "{}",
        ended.output
    );
    assert!(
        ended.output.contains("2 | x = 'ä'; import imp\n"),
        "{}",
        ended.output
    );
}

#[test]
fn large_files_take_seconds() {
    let folder = Folder::new("check-large");
    let sparse = File::create(folder.0.join("sparse.py")).expect("a file");
    sparse.set_len(20 << 20).expect("a hole");
    let line = format!("x = [{}]; import imp\n", "'abc', ".repeat(200_000));
    folder.write("line.py", &line);
    let begun = Instant::now();
    let ended = check(&folder, &[]).ends_with(1);
    assert!(
        begun.elapsed() < Duration::from_secs(60),
        "{:?}",
        begun.elapsed()
    );
    assert!(ended.output.contains("null bytes"), "{}", ended.output);
    let column = line.len() - "imp\n".len() + 1;
    assert!(
        ended.output.contains(&format!("--> line.py:1:{column}\n")),
        "{}",
        ended.output
    );
    assert!(ended.output.len() < 5000, "the line is not printed");
    let huge = File::create(folder.0.join("huge.py")).expect("a file");
    huge.set_len(1 << 40).expect("a hole");
    check(&folder, &["huge.py"]).refuses(&["huge.py cannot be read", "larger than 256 MiB"]);
}

#[test]
#[cfg(unix)]
fn links_are_not_followed_in_folders_and_loops_end() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("check-links");
    folder.write("a.py", "x = 1\n");
    symlink(".", folder.0.join("loop")).expect("a link");
    symlink("self.py", folder.0.join("self.py")).expect("a link");
    symlink("a.py", folder.0.join("other.py")).expect("a link");
    assert_eq!(check(&folder, &["--json"]).ends_with(0).files(), ["a.py"]);
    assert_eq!(
        check(&folder, &["--json", "other.py"]).ends_with(0).files(),
        ["other.py"]
    );
    check(&folder, &["self.py"]).refuses(&["self.py cannot be read"]);
}
