//! The colours of badges and cards: those of the page, `assets/styles/tokens.css`.

use terms::Kind;

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

/// Behind the name on a badge; white text on it can be read, and it stands out
/// from a light page and from a dark one.
pub(super) const BADGE: &str = "#4a4f55";

/// The colour of a kind.
pub(super) const fn of_kind(kind: Kind) -> Paint {
    match kind {
        Kind::Added => paint("#1a6b3c", "#7fd19b"),
        Kind::Changed => paint("#225ea8", "#8db9f0"),
        Kind::Deprecated => paint("#8a5300", "#ecb75f"),
        Kind::Removed => paint("#a32020", "#f39b92"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../assets/styles/tokens.css");

    fn all() -> Vec<Paint> {
        let kinds = Kind::ALL.iter().map(|kind| of_kind(*kind));
        kinds.chain([SURFACE, TEXT, QUIET, LINE]).collect()
    }

    #[test]
    fn the_colours_are_those_of_the_page() {
        for Paint { light, dark } in all() {
            let pair = format!("light-dark({light}, {dark})");
            assert!(TOKENS.contains(&pair), "no {pair} in tokens.css");
        }
    }

    /// The relative luminance of a colour, as WCAG 2 defines it.
    fn luminance(colour: &str) -> f64 {
        let digits = colour.strip_prefix('#').expect("a colour");
        let number = u32::from_str_radix(digits, 16).expect("six digits");
        let [_, red, green, blue] = number.to_be_bytes().map(|byte| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[track_caller]
    fn is_legible(text: &str, ground: &str) {
        let (one, other) = (luminance(text), luminance(ground));
        let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
        assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
    }

    #[test]
    fn text_can_be_read_on_its_ground() {
        is_legible("#ffffff", BADGE);
        for kind in Kind::ALL {
            is_legible("#ffffff", of_kind(*kind).light);
        }
        for text in Kind::ALL
            .iter()
            .map(|kind| of_kind(*kind))
            .chain([TEXT, QUIET])
        {
            is_legible(text.light, SURFACE.light);
            is_legible(text.dark, SURFACE.dark);
        }
    }
}
