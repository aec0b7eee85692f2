//! The modules that are gone since 3.8.

use super::{Case, hold};

/// The modules that 3.7 or a later version had and 3.15 has not, with the version that
/// removed each and a part of what to use instead.
const GONE: &[(&str, u8, &str)] = &[
    ("macpath", 8, "no replacement"),
    ("dummy_threading", 9, "threading"),
    ("formatter", 10, "Copy the parts of formatter"),
    ("parser", 10, "ast"),
    ("symbol", 10, "ast"),
    ("binhex", 11, "no replacement"),
    ("asynchat", 12, "asyncio"),
    ("asyncore", 12, "asyncio"),
    ("distutils", 12, "Setuptools"),
    ("imp", 12, "importlib"),
    ("smtpd", 12, "aiosmtpd"),
    ("aifc", 13, "standard-aifc"),
    ("audioop", 13, "audioop-lts"),
    ("cgi", 13, "legacy-cgi"),
    ("cgitb", 13, "traceback"),
    ("chunk", 13, "standard-chunk"),
    ("crypt", 13, "bcrypt"),
    ("imghdr", 13, "filetype"),
    ("lib2to3", 13, "LibCST"),
    ("mailcap", 13, "mimetypes"),
    ("msilib", 13, "python-msilib"),
    ("nis", 13, "nothing"),
    ("nntplib", 13, "pynntp"),
    ("ossaudiodev", 13, "pygame"),
    ("pipes", 13, "subprocess"),
    ("sndhdr", 13, "filetype"),
    ("spwd", 13, "python-pam"),
    ("sunau", 13, "standard-sunau"),
    ("telnetlib", 13, "telnetlib3"),
    ("uu", 13, "base64"),
    ("xdrlib", 13, "standard-xdrlib"),
    ("sre_compile", 15, "re"),
    ("sre_constants", 15, "re"),
    ("sre_parse", 15, "re"),
];

/// Modules of other systems, or that need a library when Python is built.
pub(super) const NOT_EVERYWHERE: &[&str] = &["msilib", "nis", "ossaudiodev"];

/// A program for each, in one of the forms of an import.
pub(super) fn gone() -> Vec<Case> {
    let cases = GONE
        .iter()
        .enumerate()
        .map(|(index, (module, minor, instead))| Case {
            code: match index % 3 {
                0 => format!("import {module}\n"),
                1 => format!("import {module} as old\nprint(old)\n"),
                _ => format!("def load():\n    from {module} import __name__\n\nload()\n"),
            },
            finds: vec![format!("removed {module} 3.{minor}")],
            instead: (*instead).to_owned(),
            unaffected: String::new(),
        });
    cases.collect()
}

#[test]
fn modules_that_are_gone_are_found() {
    hold(&gone());
}
