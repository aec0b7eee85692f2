//! The slugs of a reader's own documents. The entry points are [`slug_of`] and
//! [`is_own`].

/// The prefix of the slugs of own documents. No shipped document is in a folder
/// of this name.
pub(super) const FOLDER: &str = "own/";

/// Whether a slug is that of a reader's own document.
pub fn is_own(slug: &str) -> bool {
    slug.starts_with(FOLDER)
}

/// A slug for a file name or path, other than those that are `taken`.
pub fn slug_of(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') => stem,
        _ => name,
    };
    let mut slug = String::from(FOLDER);
    for character in stem.chars().take(MAX_CHARACTERS) {
        let is_plain = character.is_alphanumeric() || matches!(character, '.' | '_');
        if is_plain {
            slug.push(character);
        } else if !slug.ends_with(['-', '/']) {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    if slug == FOLDER {
        slug.push_str("document");
    }
    if !taken(&slug) {
        return slug;
    }
    let mut numbered = (2u32..).map(|number| format!("{slug}-{number}"));
    let free = numbered.find(|slug| !taken(slug));
    free.unwrap_or(slug)
}

/// The longest slug, without prefix and number: slugs are parts of links.
const MAX_CHARACTERS: usize = 80;
