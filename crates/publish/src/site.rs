//! The address of the site, and links from its files. The entry points are
//! [`Site::link`] and [`Site::link_to_route`].

use query::Route;
use std::str::FromStr;
use url::Url;

/// The address of the site if it is known at build time, else nothing.
///
/// A site can be hosted anywhere, so its links are relative if the address is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    base: Option<Url>,
}

/// A text that is not the address of a site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a valid site address; write it like https://example.org/python/, without `?` and \
     `#`"
)]
pub struct SiteError(String);

impl Site {
    /// Whether the address is known, so that links are absolute.
    pub fn is_known(&self) -> bool {
        self.base.is_some()
    }

    /// A link from the file at `from` to `to`, a file or a fragment. Both are relative to
    /// the site's root.
    pub fn link(&self, from: &str, to: &str) -> String {
        match &self.base {
            Some(base) => format!("{base}{to}"),
            None => format!("{}{to}", "../".repeat(from.matches('/').count())),
        }
    }

    /// As [`Site::link`] to a file whose path is not encoded yet.
    pub(super) fn link_to_file(&self, from: &str, path: &str) -> String {
        self.link(from, &percent_encode(path))
    }

    /// A link from the file at `from` to a route: to its prerendered page, which works
    /// without scripts, or into the explorer if it has no page.
    pub fn link_to_route(&self, from: &str, route: &Route) -> String {
        match route.folder() {
            Some(folder) => self.link_to_file(from, &folder),
            None => self.link(from, &route.to_fragment()),
        }
    }
}

/// Percent-encodes a path: slugs may contain spaces and characters other than ASCII.
fn percent_encode(folder: &str) -> String {
    let names = folder.split('/').map(|name| {
        let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
        // `byte_serialize` is made for queries, where a plus is a space.
        encoded.replace('+', "%20")
    });
    names.collect::<Vec<_>>().join("/")
}

impl FromStr for Site {
    type Err = SiteError;

    fn from_str(text: &str) -> Result<Self, SiteError> {
        let error = || SiteError(text.to_owned());
        let mut base = Url::parse(text).map_err(|_| error())?;
        let is_plain = base.query().is_none() && base.fragment().is_none();
        if !matches!(base.scheme(), "http" | "https") || !is_plain {
            return Err(error());
        }
        // Without the slash, relative links would replace the last folder.
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        Ok(Self { base: Some(base) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_unless_the_site_is_known() {
        let anywhere = Site::default();
        assert_eq!(anywhere.link("feeds/all.xml", "#?q=x"), "../#?q=x");
        assert_eq!(
            anywhere.link("api/v1/peps.json", "card/a.svg"),
            "../../card/a.svg"
        );
        for address in ["https://example.org/py", "https://example.org/py/"] {
            let site: Site = address.parse().expect("an address");
            let link = site.link("feeds/all.xml", "#?q=x");
            assert_eq!(link, "https://example.org/py/#?q=x");
        }
    }

    #[test]
    fn a_route_is_linked_by_its_page_if_it_has_one() {
        let anywhere = Site::default();
        let somewhere: Site = "https://example.org/py".parse().expect("an address");
        for (fragment, expected) in [
            ("#?feature=pep-758", "feature/pep-758/"),
            ("#?view=releases&series=3.14", "3.14/"),
            ("#?view=releases", "releases/"),
            ("#?view=page&pep=758", "pep/758/"),
            ("#?feature=a b/ü+", "feature/a%20b/%C3%BC%2B/"),
            ("#?pep=758&kind=added", "#?pep=758&kind=added"),
        ] {
            // A plus in a fragment is a space.
            let (route, _) = Route::from_fragment(&fragment.replace('+', "%2B"));
            let link = anywhere.link_to_route("feeds/all.xml", &route);
            assert_eq!(link.trim_start_matches("../"), expected);
            let link = somewhere.link_to_route("feeds/all.xml", &route);
            assert_eq!(link, format!("https://example.org/py/{expected}"));
        }
    }

    #[test]
    fn an_invalid_address_is_named_in_the_error() {
        for text in [
            "example.org",
            "ftp://example.org/",
            "https://example.org/?a=b",
            "https://example.org/#a",
            "javascript:alert(1)",
            "",
        ] {
            let error = text.parse::<Site>().expect_err(text).to_string();
            assert!(
                error.starts_with(&format!("`{text}` is not a valid site address")),
                "{error}"
            );
        }
    }
}
