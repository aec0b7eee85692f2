//! What can be read of front matter line by line, without knowing YAML.

use super::schema::{FrontMatter, OneOrMany};

/// The outermost keys, each with its line counted from 1.
pub(super) fn keys(yaml: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(yaml.lines()).filter_map(|(line, text)| {
        let (key, _) = text.split_once(':')?;
        let plain = !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        plain.then_some((line, key))
    })
}

/// The line of a key, be it an outermost one or one of the source.
pub(super) fn line_of(yaml: &str, key: &str) -> Option<u32> {
    (1..)
        .zip(yaml.lines())
        .find(|(_, line)| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with(':'))
        })
        .map(|(line, _)| line)
}

/// The keys whose values stand beside them.
pub(super) fn plain_keys(yaml: &str) -> FrontMatter {
    let value = |wanted: &str| {
        let line = yaml.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            (key == wanted).then_some(value)
        })?;
        let value = line.trim().trim_matches(['"', '\'']);
        (!value.is_empty()).then(|| value.to_owned())
    };
    FrontMatter {
        title: value("title"),
        published_on: value("publishDate"),
        updated_on: value("updatedDate"),
        author: value("author").map(|author| OneOrMany(vec![author])),
        description: value("description"),
        published: value("published"),
        legacy_url: value("legacyUrl"),
        series: value("series"),
        release: value("release"),
        as_of: value("as_of"),
        tags: None,
        source: None,
    }
}
