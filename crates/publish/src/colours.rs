//! The colours of badges and cards, which are those of the page in
//! `assets/styles/tokens.css`.

use terms::Kind;

/// A colour of the light theme and its counterpart in the dark theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThemeColour {
    pub light: &'static str,
    pub dark: &'static str,
}

const fn colour(light: &'static str, dark: &'static str) -> ThemeColour {
    ThemeColour { light, dark }
}

pub(super) const SURFACE: ThemeColour = colour("#ffffff", "#1a1d21");
pub(super) const TEXT: ThemeColour = colour("#1b1d1f", "#e7e8ea");
/// Secondary text.
pub(super) const MUTED: ThemeColour = colour("#5a5e63", "#a4aab2");
pub(super) const LINE: ThemeColour = colour("#8a8a82", "#7d848d");

/// The background of the name on a badge. White text on it is legible, and it stands out
/// from light and from dark pages.
pub(super) const BADGE: &str = "#4a4f55";

/// The colour of a kind.
pub(super) const fn kind_colour(kind: Kind) -> ThemeColour {
    match kind {
        Kind::Added => colour("#1a6b3c", "#7fd19b"),
        Kind::Changed => colour("#225ea8", "#8db9f0"),
        Kind::Deprecated => colour("#8a5300", "#ecb75f"),
        Kind::Removed => colour("#a32020", "#f39b92"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../assets/styles/tokens.css");

    fn all_colours() -> Vec<ThemeColour> {
        let kinds = Kind::ALL.iter().map(|kind| kind_colour(*kind));
        kinds.chain([SURFACE, TEXT, MUTED, LINE]).collect()
    }

    #[test]
    fn the_colours_are_those_of_the_page() {
        for ThemeColour { light, dark } in all_colours() {
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
    fn assert_contrast(text: &str, background: &str) {
        let (one, other) = (luminance(text), luminance(background));
        let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
        assert!(contrast >= 4.5, "{text} on {background}: {contrast:.2}");
    }

    #[test]
    fn text_has_enough_contrast() {
        assert_contrast("#ffffff", BADGE);
        for kind in Kind::ALL {
            assert_contrast("#ffffff", kind_colour(*kind).light);
        }
        for text in Kind::ALL
            .iter()
            .map(|kind| kind_colour(*kind))
            .chain([TEXT, MUTED])
        {
            assert_contrast(text.light, SURFACE.light);
            assert_contrast(text.dark, SURFACE.dark);
        }
    }
}
