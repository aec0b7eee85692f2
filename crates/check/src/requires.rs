//! The versions that a project says it supports. The entry point is [`requires_python`].

use terms::Series;

/// The oldest version that a project supports: `requires-python` of a `pyproject.toml`, or
/// `Requires-Python` of the metadata in a wheel or a source distribution. `None` if the text
/// does not say so.
///
/// It reads what nearly every project writes: a lower bound such as `>=3.9`, `~=3.9` or
/// `==3.9.*` in one line.
pub fn requires_python(text: &str) -> Option<Series> {
    let specifiers = text.lines().find_map(|line| {
        let (key, value) = line.split_once(['=', ':'])?;
        let is_key = key.trim().eq_ignore_ascii_case("requires-python");
        is_key.then_some(value)
    })?;
    let bounds = specifiers.split([',', '"', '\'']).filter_map(|specifier| {
        let specifier = specifier.trim();
        let version = [">=", "~=", "==", ">"]
            .iter()
            .find_map(|sign| specifier.strip_prefix(sign))?;
        let mut numbers = version.trim().split('.');
        let (major, minor) = (numbers.next()?, numbers.next().unwrap_or("0"));
        format!("{}.{}", major.trim(), minor.trim()).parse().ok()
    });
    bounds.max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_bound_of_a_project_is_its_oldest_version() {
        for (text, expected) in [
            ("[project]\nrequires-python = \">=3.9\"\n", Some(9)),
            ("requires-python='>= 3.10, <4'", Some(10)),
            (
                "Metadata-Version: 2.1\nRequires-Python: >=3.8.1,!=3.9.7\n",
                Some(8),
            ),
            ("requires-python = \"~=3.11\"", Some(11)),
            ("requires-python = \"==3.12.*\"", Some(12)),
            ("requires-python = \">=3\"", Some(0)),
            ("requires-python = \"<4\"", None),
            ("name = \"requires-python\"", None),
            ("", None),
        ] {
            assert_eq!(
                requires_python(text),
                expected.map(Series::python3),
                "{text}"
            );
        }
    }
}
