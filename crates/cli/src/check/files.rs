//! The files that are checked. The entry point is [`read`].

use super::exclude::{Excluded, is_foreign};
use super::inputs::Inputs;
use super::metadata::{Required, is_metadata};
use archive::{Format, Limits, unpack};
use ignore::WalkBuilder;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The longest source that is read, in bytes. Nobody writes as much.
const SOURCE_LIMIT: u64 = 256 << 20;

/// The longest archive that is read, in bytes.
const ARCHIVE_LIMIT: u64 = 1 << 30;

/// Reads files, the Python files and notebooks of folders and archives, and standard input for
/// `-`. What cannot be read is among the problems of the result.
pub(crate) fn read(paths: &[PathBuf], excluded: &Excluded) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path == Path::new("-") {
            let bytes = all(io::stdin().lock(), SOURCE_LIMIT);
            add("standard input", "-".to_owned(), bytes, &mut inputs);
        } else if path.is_dir() {
            folder(path, excluded, &mut inputs);
        } else if let Some(format) = Format::of(&path.to_string_lossy()) {
            packed(path, format, excluded, &mut inputs);
        } else {
            file(path, &mut inputs);
        }
    }
    inputs.sort();
    inputs
}

fn folder(path: &Path, excluded: &Excluded, inputs: &mut Inputs) {
    let patterns = excluded.clone();
    let walk = WalkBuilder::new(path)
        .require_git(false)
        .filter_entry(move |entry| {
            // What was given itself is read whatever its name.
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0
                || !(patterns.matches(entry.path(), is_folder)
                    || is_folder && is_foreign(entry.path()))
        })
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let path = entry.path();
                let name = path.to_string_lossy();
                if is_source(&name) || may_be_script(&name) && is_script(path) {
                    file(path, inputs);
                }
            }
            Ok(_) => {}
            Err(error) => inputs.problems.push(error.to_string()),
        }
    }
}

fn file(path: &Path, inputs: &mut Inputs) {
    let bytes = File::open(path).and_then(|file| all(file, SOURCE_LIMIT));
    let shown = shown(path);
    add(&shown.clone(), shown, bytes, inputs);
}

fn add(name: &str, path: String, bytes: io::Result<Vec<u8>>, inputs: &mut Inputs) {
    match bytes {
        Ok(bytes) => inputs.add(path, bytes),
        Err(error) => inputs
            .problems
            .push(format!("{name} cannot be read: {error}")),
    }
}

fn packed(path: &Path, format: Format, excluded: &Excluded, inputs: &mut Inputs) {
    let shown = shown(path);
    let bytes = match File::open(path).and_then(|file| all(file, ARCHIVE_LIMIT)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = format!("{shown} cannot be read: {error}");
            inputs.problems.push(problem);
            return;
        }
    };
    let wanted = |member: &str| {
        (is_source(member) || may_be_script(member)) && !excluded.matches_member(path, member)
            || is_metadata(member)
    };
    match unpack(format, &bytes, Limits::default(), wanted) {
        Ok(unpacked) => {
            for member in unpacked.members {
                if is_metadata(&member.path) {
                    let required =
                        Required::find(&format!("{shown}/{}", member.path), &member.bytes);
                    inputs.required.extend(required);
                } else if is_source(&member.path) || has_python_line(&member.bytes) {
                    inputs.add(format!("{shown}/{}", member.path), member.bytes);
                }
            }
            let skipped = unpacked.skipped.into_iter();
            inputs.skipped.extend(
                skipped.map(|one| format!("{shown}: {:?} is left out: {}", one.path, one.reason)),
            );
        }
        Err(error) => inputs.problems.push(format!("{shown}: {error}")),
    }
}

/// All that is read, if it is no more than the limit. A device may never end.
fn all(reader: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        let message = format!("it is larger than {} MiB", limit >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// A path as it is shown. `whatsnew check .` says `a.py`, not `./a.py`.
fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

fn extension(path: &str) -> Option<&str> {
    Path::new(path).extension().and_then(|one| one.to_str())
}

/// Whether a file is a program or a notebook by its name. Stubs are never run.
fn is_source(path: &str) -> bool {
    extension(path).is_some_and(|one| ["py", "pyw", "ipynb"].contains(&one))
}

fn may_be_script(path: &str) -> bool {
    extension(path).is_none()
}

/// Whether the first line of a file says that Python runs it. What cannot be read is none.
fn is_script(path: &Path) -> bool {
    let start = File::open(path).and_then(|file| {
        let mut start = Vec::new();
        file.take(200).read_to_end(&mut start)?;
        Ok(start)
    });
    start.is_ok_and(|start| has_python_line(&start))
}

/// Whether the first line says that Python 3 runs it: `#!/usr/bin/env python3`.
fn has_python_line(bytes: &[u8]) -> bool {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let Some(line) = line.strip_prefix(b"#!") else {
        return false;
    };
    let line = String::from_utf8_lossy(line.get(..line.len().min(200)).unwrap_or_default());
    let mut names = line
        .split_whitespace()
        .map(|word| word.rsplit('/').next().unwrap_or(word));
    names.any(|name| {
        let version = name.strip_prefix("python").or(name.strip_prefix("pypy"));
        version.is_some_and(|version| !version.starts_with('2'))
    }) || line.contains("uv run")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_by_their_first_line() {
        for line in [
            "#!/usr/bin/env python3",
            "#!/usr/bin/python3.12 -u\n",
            "#!python",
            "#! /usr/bin/env -S python3 -I",
            "#!/usr/bin/env -S uv run --script",
        ] {
            assert!(has_python_line(line.as_bytes()), "{line}");
        }
        for line in [
            "#!/bin/sh\n# python",
            "#!/usr/bin/python2.7",
            "python3",
            "",
            "#!",
        ] {
            assert!(!has_python_line(line.as_bytes()), "{line}");
        }
    }
}
