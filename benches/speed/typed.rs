//! Typical input in the search field. The entry point is [`keystrokes`].

/// Complete texts, each of which is typed letter by letter.
const TYPED: &[&str] = &[
    "deferred annotations",
    "asyncio.TaskGroup",
    "pep 758",
    "wallrus operator",
    "when was asyncore removed",
    "how to merge two dicts",
    "dataclas slots",
    "int | str",
    "\"exception groups\" -except OR zstd",
    "xylophone",
];

/// The text in the field after each letter.
pub(crate) fn keystrokes() -> impl Iterator<Item = String> {
    TYPED
        .iter()
        .flat_map(|typed| (1..=typed.len()).map(|end| typed.chars().take(end).collect()))
}
