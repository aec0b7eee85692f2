//! The slugs of a reader's own documents. The entry points are [`slug_of`] and
//! [`is_own`].

/// How the slug of every document of the reader's begins. No document that is
/// shipped stands in a folder of this name.
pub(super) const FOLDER: &str = "own/";

/// Whether a slug is that of a document of the reader's own.
pub fn is_own(slug: &str) -> bool {
    slug.starts_with(FOLDER)
}

/// The slug of the file of this name, which may have folders before it. Those
/// that are `taken` are given to no other file.
pub fn slug_of(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains('/') => stem,
        _ => name,
    };
    let mut slug = String::from(FOLDER);
    for character in stem.chars().take(MOST_CHARACTERS) {
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

/// A slug stands in links; one longer than this is cut.
const MOST_CHARACTERS: usize = 80;
