//! How a page looks and under which circumstances: the size of the screen, the
//! theme that the system prefers, and pictures.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::Page;

impl Page {
    /// Gives the page a screen of this size in CSS pixels.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32) -> &Self {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        self
    }

    /// Lets no page run a script from now on, as a reader does who forbids them.
    #[track_caller]
    pub fn without_scripts(&self) -> &Self {
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
        self
    }

    /// Lets the system prefer a theme, `light` or `dark`.
    #[track_caller]
    pub fn system_theme(&self, theme: &str) -> &Self {
        self.media("prefers-color-scheme", theme)
    }

    /// Lets the system ask for as little motion as possible.
    #[track_caller]
    pub fn reduced_motion(&self) -> &Self {
        self.media("prefers-reduced-motion", "reduce")
    }

    /// Shows the page as it goes to paper.
    #[track_caller]
    pub fn print_media(&self) -> &Self {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
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

    /// Answers one media query; one that was answered before is the system's
    /// own again, because the browser takes the whole list at once.
    #[track_caller]
    fn media(&self, name: &str, value: &str) -> &Self {
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": name, "value": value }] }),
        );
        self
    }
}
