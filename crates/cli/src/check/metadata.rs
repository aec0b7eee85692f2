//! What wheels and source distributions require. The entry points are [`is_metadata`] and
//! [`Required::find`].

/// `Requires-Python` of a package, as its metadata has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Required {
    /// The file and the line.
    pub place: String,
    /// The version specifier.
    pub text: String,
}

/// Whether a file of an archive is the metadata of the package: `METADATA` of a wheel, or the
/// outermost `PKG-INFO` of a source distribution.
pub(crate) fn is_metadata(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [folder, "METADATA"] => folder.ends_with(".dist-info"),
        [_, "PKG-INFO"] => true,
        _ => false,
    }
}

impl Required {
    /// The requirement in metadata, if there is one. The headers end at the first empty line.
    pub(crate) fn find(path: &str, bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let headers = text.lines().take_while(|line| !line.is_empty());
        let mut headers = headers.enumerate();
        headers.find_map(|(index, line)| {
            let (name, value) = line.split_once(':')?;
            let is_meant = name.eq_ignore_ascii_case("Requires-Python");
            is_meant.then(|| Self {
                place: format!("{path}:{}", index + 1),
                text: value.trim().to_owned(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_that_of_the_package() {
        assert!(is_metadata("a-1.0.dist-info/METADATA"));
        assert!(is_metadata("a-1.0/PKG-INFO"));
        for path in [
            "METADATA",
            "a/METADATA",
            "a-1.0/src/a.egg-info/PKG-INFO",
            "PKG-INFO",
        ] {
            assert!(!is_metadata(path), "{path}");
        }
    }

    #[test]
    fn the_requirement_is_a_header() {
        let find = |text: &str| Required::find("w/METADATA", text.as_bytes());
        let found = find("Name: a\r\nrequires-python: >=3.9,<4\r\n\r\nText\n");
        let expected = Required {
            place: "w/METADATA:2".to_owned(),
            text: ">=3.9,<4".to_owned(),
        };
        assert_eq!(found, Some(expected));
        assert_eq!(
            find("Name: a\n\nRequires-Python: >=3.9\n"),
            None,
            "in the text"
        );
    }
}
