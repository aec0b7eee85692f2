//! Encodings and error handlers by name, in the calls that take them. The entry point is
//! [`of_call`].
//!
//! Sources: the documentation of `codecs` for 3.5 and older, and the interpreters of 3.6 to
//! 3.15, which were asked for every name.

use crate::behaviour::Observed;
use crate::finding::{Certainty, FindingKind};
use python::{Argument, Call};

/// Where the arguments of a call stand that name an encoding or an error handler.
#[derive(Debug, Clone, Copy)]
struct Places {
    /// The positions of encodings.
    encodings: &'static [usize],
    /// The position of the error handler.
    errors: Option<usize>,
}

/// What a call tells of encodings and error handlers.
pub(crate) fn of_call(function: &str, call: &Call) -> Vec<Observed> {
    let Some(places) = places(function) else {
        return Vec::new();
    };
    let at = |position: usize| text(call.positional.get(position)?);
    let keyword = |is_meant: fn(&str) -> bool| {
        let mut keywords = call.keywords.iter();
        keywords.find_map(move |(name, value)| text(value).filter(|_| is_meant(name)))
    };
    let encodings = places.encodings.iter().filter_map(|position| at(*position));
    let encodings = encodings.chain(keyword(|name| name.ends_with("encoding")));
    let errors = places.errors.and_then(at);
    let errors = errors.into_iter().chain(keyword(|name| name == "errors"));
    encodings
        .flat_map(encoding)
        .chain(errors.filter_map(handler))
        .collect()
}

fn text(argument: &Argument) -> Option<&str> {
    match argument {
        Argument::Text(text) => Some(text),
        _ => None,
    }
}

fn places(function: &str) -> Option<Places> {
    let (encodings, errors): (&[usize], Option<usize>) = match function {
        "str.encode" | "bytes.decode" | "bytearray.decode" | "pathlib.Path.read_text" => {
            (&[0], Some(1))
        }
        "str"
        | "bytes"
        | "bytearray"
        | "codecs.encode"
        | "codecs.decode"
        | "codecs.iterencode"
        | "codecs.iterdecode"
        | "io.TextIOWrapper"
        | "pathlib.Path.write_text" => (&[1], Some(2)),
        "open" | "io.open" => (&[3], Some(4)),
        "codecs.open" | "pathlib.Path.open" => (&[2], Some(3)),
        "codecs.lookup"
        | "codecs.getencoder"
        | "codecs.getdecoder"
        | "codecs.getreader"
        | "codecs.getwriter"
        | "codecs.getincrementalencoder"
        | "codecs.getincrementaldecoder" => (&[0], None),
        "codecs.EncodedFile" => (&[1, 2], Some(3)),
        "codecs.lookup_error" | "codecs.IncrementalEncoder" | "codecs.IncrementalDecoder" => {
            (&[], Some(0))
        }
        "codecs.StreamWriter" | "codecs.StreamReader" => (&[], Some(1)),
        "codecs.StreamReaderWriter" => (&[], Some(3)),
        "codecs.StreamRecoder" => (&[], Some(5)),
        "subprocess.Popen"
        | "subprocess.run"
        | "subprocess.call"
        | "subprocess.check_call"
        | "subprocess.check_output" => (&[], None),
        _ => return None,
    };
    Some(Places { encodings, errors })
}

/// The name under which an encoding is looked up.
fn normalized(name: &str) -> String {
    let words = name.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_").to_ascii_lowercase()
}

fn encoding(name: &str) -> Option<Observed> {
    let key = normalized(name);
    if key == "unicode_internal" {
        let message = "the encoding `unicode_internal` was removed in 3.8";
        return Some(found(
            FindingKind::Removed,
            8,
            "codecs.lookup",
            message.to_owned(),
        ));
    }
    let minor = match key.as_str() {
        "cp858" | "858" | "ibm858" | "base64_codec" | "bz2_codec" | "hex_codec"
        | "quopri_codec" | "uu_codec" | "zlib_codec" | "rot_13" => 2,
        "cp273" | "273" | "ibm273" | "csibm273" | "cp1125" | "1125" | "ibm1125" | "cp866u"
        | "ruscii" | "base64" | "base_64" | "bz2" | "hex" | "quopri" | "quoted_printable"
        | "quotedprintable" | "uu" | "zip" | "zlib" | "rot13" => 4,
        "koi8_t" | "kz1048" | "kz_1048" | "rk1048" | "strk1048_2002" => 5,
        "oem" => 6,
        "cp65001" | "cp1051" | "ibm1051" => 8,
        "windows_31j" => 13,
        "874" | "ms874" | "windows_874" | "cp00858" | "ibm00858" | "csibm00858" | "cp01140"
        | "ibm01140" | "csibm01140" | "iso_8859_8_e" | "iso_8859_8_i" | "cseuckr" => 14,
        "latin_2" | "latin_3" | "latin_4" | "latin_5" | "latin_6" | "latin_7" | "latin_8"
        | "latin_9" | "latin_10" | "utf8_sig" | "ks_c_5601_1989" | "ksc_5601" | "gb_2312_80"
        | "windows_936" | "mac" | "csutf8" => 15,
        _ => return None,
    };
    let message = format!("the encoding `{name}` was added in 3.{minor}");
    Some(found(FindingKind::Added, minor, "codecs.lookup", message))
}

fn handler(name: &str) -> Option<Observed> {
    let minor = match name {
        "surrogateescape" | "surrogatepass" => 1,
        "namereplace" => 5,
        _ => return None,
    };
    let message = format!("the error handler `{name}` was added in 3.{minor}");
    Some(found(
        FindingKind::Added,
        minor,
        "codecs.lookup_error",
        message,
    ))
}

/// A program may register names of its own.
fn found(kind: FindingKind, minor: u8, name: &'static str, message: String) -> Observed {
    Observed::new(kind, minor, "", name, message).with(Certainty::Likely)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(function: &str, positional: &[&str], keywords: &[(&str, &str)]) -> Vec<u8> {
        let text = |text: &str| Argument::Text(text.to_owned());
        let call = Call {
            positional: positional.iter().map(|one| text(one)).collect(),
            keywords: keywords
                .iter()
                .map(|(name, value)| ((*name).to_owned(), text(value)))
                .collect(),
            ..Call::default()
        };
        let found = of_call(function, &call).into_iter();
        found.map(|one| one.version().minor).collect()
    }

    #[test]
    fn encodings_and_handlers_are_found_where_calls_take_them() {
        assert_eq!(
            versions("str.encode", &["KOI8-T", "namereplace"], &[]),
            [5, 5]
        );
        assert_eq!(
            versions("open", &["koi8_t"], &[("errors", "surrogateescape")]),
            [1]
        );
        assert_eq!(versions("open", &["a"], &[("encoding", "cp65001")]), [8]);
        assert_eq!(
            versions("codecs.EncodedFile", &["f", "rot13", "hex"], &[]),
            [4, 4]
        );
        assert_eq!(versions("codecs.lookup", &["Latin-2"], &[]), [15]);
        assert_eq!(versions("codecs.lookup", &["unicode_internal"], &[]), [8]);
        assert!(versions("codecs.lookup", &["utf-8"], &[]).is_empty());
        assert!(versions("print", &["rot13"], &[("errors", "namereplace")]).is_empty());
    }
}
