//! What readers type into the search field. The entry point is [`keystrokes`].

/// Whole texts; each is typed a letter at a time.
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

/// What stands in the field after each letter.
pub(crate) fn keystrokes() -> impl Iterator<Item = String> {
    TYPED
        .iter()
        .flat_map(|typed| (1..=typed.len()).map(|end| typed.chars().take(end).collect()))
}
