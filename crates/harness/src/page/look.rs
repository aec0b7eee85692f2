//! Appearance and media: the size of the viewport, preferences of the system,
//! printing and screenshots.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::Page;
use crate::browser::Preference;

/// Applies rules for print to the screen, in all style sheets.
const PRINT: &str = "
const turn = ({ media }) => {
  const turned = media.mediaText.replace(/\\bscreen\\b/g, 'not all');
  media.mediaText = turned.replace(/\\bprint\\b/g, 'all');
};
const walk = (rules) => [...rules].forEach((rule) => {
  if (rule.media) turn(rule);
  if (rule.cssRules) walk(rule.cssRules);
});
[...document.styleSheets].forEach((sheet) => {
  turn(sheet);
  walk(sheet.cssRules);
});
";

impl Page {
    /// Sets the size of the viewport in CSS pixels.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32) -> &Self {
        self.done("resize the page", self.browser.viewport(width, height))
    }

    /// Disables scripts in all pages that are loaded from now on, by a sandbox
    /// policy. As when a reader disables scripts, browsers then show
    /// `<noscript>`.
    pub fn without_scripts(&self) -> &Self {
        self.server.send_policy("sandbox allow-same-origin");
        // Some browsers log each blocked script.
        self.log.borrow_mut().allow("Blocked script execution");
        self
    }

    /// Sets the system's preferred theme, `light` or `dark`.
    #[track_caller]
    pub fn system_theme(&self, theme: &str) -> &Self {
        let preference = match theme {
            "dark" => Preference::Dark,
            _ => Preference::Light,
        };
        self.done("change the system's theme", self.browser.prefer(preference))
    }

    /// Sets the system's preference for reduced motion.
    #[track_caller]
    pub fn reduced_motion(&self) -> &Self {
        let outcome = self.browser.prefer(Preference::LittleMotion);
        self.done("ask for little motion", outcome)
    }

    /// Shows the page as printed: style rules for print apply to the screen,
    /// and those for the screen do not apply.
    #[track_caller]
    pub fn print_media(&self) -> &Self {
        self.script::<()>(PRINT, Vec::new());
        self
    }

    /// Whether the page is wider than the viewport, so that it scrolls
    /// horizontally.
    #[track_caller]
    pub fn scrolls_sideways(&self) -> bool {
        self.script(
            "const { scrollWidth, clientWidth } = document.documentElement;
             return scrollWidth > clientWidth",
            Vec::new(),
        )
    }

    /// The computed value of a style property, such as `color`, of an element.
    #[track_caller]
    pub fn style(&self, css: &str, property: &str) -> String {
        self.script(
            "const element = document.querySelector(arguments[0]);
             return element ? getComputedStyle(element).getPropertyValue(arguments[1]) : ''",
            vec![json!(css), json!(property)],
        )
    }

    /// Saves a screenshot as a PNG file called `name` in the target directory
    /// and returns its path.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let png = self.call("draw the page", async |session| {
            session.screenshot_as_png().await
        });
        let path = Self::picture(name);
        fs::write(&path, png)
            .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
        path
    }
}
