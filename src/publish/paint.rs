//! The colours of badges and cards: those of the page, `assets/styles/tokens.css`.

use crate::terms::Kind;

/// A colour on a light ground and on a dark one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    pub light: &'static str,
    pub dark: &'static str,
}

const fn paint(light: &'static str, dark: &'static str) -> Paint {
    Paint { light, dark }
}

pub(super) const SURFACE: Paint = paint("#ffffff", "#1a1d21");
pub(super) const TEXT: Paint = paint("#1b1d1f", "#e7e8ea");
pub(super) const QUIET: Paint = paint("#5a5e63", "#a4aab2");
pub(super) const LINE: Paint = paint("#8a8a82", "#7d848d");

/// The colour of a kind.
pub(super) const fn of_kind(kind: Kind) -> Paint {
    match kind {
        Kind::Added => paint("#1a6b3c", "#7fd19b"),
        Kind::Changed => paint("#225ea8", "#8db9f0"),
        Kind::Deprecated => paint("#8a5300", "#ecb75f"),
        Kind::Removed => paint("#a32020", "#f39b92"),
    }
}
