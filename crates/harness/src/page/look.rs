//! How a page looks and under which circumstances: the size of the screen, the
//! theme that the system prefers, and pictures.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::Page;
use crate::browser::Preference;

/// Changes for which media the rules of all style sheets are meant.
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
    /// Gives the page a screen of this size in CSS pixels.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32) -> &Self {
        self.done("resize the page", self.browser.viewport(width, height))
    }

    /// Lets no page that is loaded from now on run a script, as a reader does who
    /// forbids them. A page in a sandbox is to a browser what all are to such a
    /// reader: what stands in `<noscript>` is shown.
    pub fn without_scripts(&self) -> &Self {
        self.server.send_policy("sandbox allow-same-origin");
        // Some browsers log each script that they do not run.
        self.log.borrow_mut().allow("Blocked script execution");
        self
    }

    /// Lets the system prefer a theme, `light` or `dark`.
    #[track_caller]
    pub fn system_theme(&self, theme: &str) -> &Self {
        let preference = match theme {
            "dark" => Preference::Dark,
            _ => Preference::Light,
        };
        self.done("change the system's theme", self.browser.prefer(preference))
    }

    /// Lets the system ask for as little motion as possible.
    #[track_caller]
    pub fn reduced_motion(&self) -> &Self {
        let outcome = self.browser.prefer(Preference::LittleMotion);
        self.done("ask for little motion", outcome)
    }

    /// Shows the page as it goes to paper: what its style sheets say of printing
    /// holds for the screen, and what they say of the screen for nothing.
    #[track_caller]
    pub fn print_media(&self) -> &Self {
        self.script::<()>(PRINT, Vec::new());
        self
    }

    /// Whether the page is wider than its screen, so that lines have to be
    /// read by scrolling sideways.
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

    /// Draws what the screen shows into a PNG file called `name` in the target
    /// directory, and returns its path.
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
