//! The titles of tabs.

use crate::shipped::LIBRARY;
use query::Route;
use whats_new::title::title;

#[test]
fn a_title_says_the_module_and_the_versions() {
    let named = |fragment: &str| {
        let (route, _) = Route::from_fragment(fragment);
        let title = title(&LIBRARY.catalogue, &route, None);
        title
            .strip_suffix("What's New in Python")
            .map(str::to_owned)
    };
    for (fragment, name) in [
        ("", ""),
        ("#?q=slots", ""),
        ("#?version=3.14", "Python 3.14 · "),
        ("#?version=3.12..3.14", ""),
        ("#?module=asyncio", "asyncio · "),
        ("#?module=asyncio&version=3.14", "asyncio · Python 3.14 · "),
        ("#?view=releases", "Releases · "),
        ("#?view=releases&series=3.14", "Python 3.14: releases · "),
        ("#?view=upgrade", "Upgrade · "),
        ("#?view=upgrade&from=3.10&to=3.14", "Python 3.10 to 3.14 · "),
        ("#?view=errors", "Errors · "),
    ] {
        assert_eq!(named(fragment).as_deref(), Some(name), "{fragment}");
    }
    let open = named("#?view=upgrade&from=3.13&to=3.14&feature=pep-758");
    assert!(open.is_some_and(|open| open.contains("parentheses")));
}
