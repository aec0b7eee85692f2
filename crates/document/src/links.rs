//! Decides which links are allowed. The entry point is [`allowed`].

/// The trimmed link, or `None` if it is not allowed.
///
/// `http`, `https`, `mailto`, fragments and relative paths are allowed. A
/// scheme is recognised as in browsers, which ignore letter case and
/// surrounding whitespace and control characters. A link with control
/// characters inside is rejected, because browsers remove them and thus turn
/// `java\tscript:` into a scheme. `//host` and its variants with backslashes
/// are rejected too, because they are not paths.
pub(super) fn allowed(url: &str) -> Option<&str> {
    let url = url.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if url.is_empty()
        || !url.bytes().all(|byte| byte.is_ascii_graphic()) && url.chars().any(is_invisible)
    {
        return None;
    }
    let mut start = url.chars();
    if matches!(start.next(), Some('/' | '\\')) && matches!(start.next(), Some('/' | '\\')) {
        return None;
    }
    let end = url.find(['/', '?', '#']).unwrap_or(url.len());
    match url.get(..end).and_then(|head| head.split_once(':')) {
        None => Some(url),
        Some((scheme, _)) => {
            let known = ["http", "https", "mailto"];
            known
                .iter()
                .any(|name| scheme.eq_ignore_ascii_case(name))
                .then_some(url)
        }
    }
}

/// Whether a link is absolute and so works outside of its document.
pub(super) fn is_absolute(url: &str) -> bool {
    url.get(..4)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
}

/// Whether this is a control character, or one that changes how a link looks.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_links_pass() {
        for url in [
            "https://docs.python.org/3.14/whatsnew/3.14.html#whatsnew314-pep649",
            "HTTP://example.org",
            "mailto:hugo@python.org",
            "#features",
            "/psf/donations/",
            "./image-1.png",
            "a/b:c",
            "?q=a:b",
        ] {
            assert_eq!(allowed(url), Some(url));
        }
        assert_eq!(allowed(" https://a.org\n"), Some("https://a.org"));
    }

    #[test]
    fn whatever_could_run_does_not() {
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "java\u{200B}script:alert(1)",
            "javascript :alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.org/x",
            "//example.org",
            "/\\example.org",
            "\\\\example.org",
            "",
            " ",
        ] {
            assert_eq!(allowed(url), None, "{url:?}");
        }
    }
}
