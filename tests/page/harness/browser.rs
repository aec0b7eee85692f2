//! A browser that nobody sees and the driver that steers it. [`Browser::start`]
//! is the entry point; [`Kind`] says which browser it is.

mod display;
mod driver;
mod firefox;
mod kind;

use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::runtime::{Builder, Runtime};

use super::log::Entry;
use display::Display;
use driver::Driver;
pub use kind::Kind;

/// The usual size of a page in CSS pixels, about that of a small laptop.
const USUAL_SIZE: (u32, u32) = (1280, 810);

/// How long a page may take to hear of a size or a preference.
const HEARD_OF: Duration = Duration::from_secs(10);

/// Brings an element to the middle that is within a scroll bar's width of an edge.
const AWAY_FROM_EDGES: &str = "
const [element] = arguments;
const { top, bottom } = element.getBoundingClientRect();
if (top < 20 || bottom > innerHeight - 20) {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}
";

/// What a system prefers, as far as pages hear of it.
#[derive(Clone, Copy)]
pub enum Preference {
    Dark,
    Light,
    LittleMotion,
}

impl Preference {
    /// The media feature that tells of it, and its value.
    fn feature(self) -> (&'static str, &'static str) {
        match self {
            Self::Dark => ("prefers-color-scheme", "dark"),
            Self::Light => ("prefers-color-scheme", "light"),
            Self::LittleMotion => ("prefers-reduced-motion", "reduce"),
        }
    }
}

/// One browser with a fresh profile. It ends when this is dropped.
pub struct Browser {
    kind: Kind,
    runtime: Runtime,
    session: Option<WebDriver>,
    // In the order in which they end.
    _driver: Driver,
    display: Option<Display>,
}

impl Browser {
    /// Starts a driver on a free port and a browser with it.
    #[track_caller]
    pub fn start() -> Self {
        let kind = Kind::chosen();
        let display = kind.needs_display().then(Display::open);
        let driver = Driver::start(kind, display.as_ref());
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the calls to the driver");
        let address = format!("http://127.0.0.1:{}", driver.port());
        let capabilities = Capabilities::from(kind.capabilities());
        let session = runtime
            .block_on(WebDriver::new(address, capabilities))
            .unwrap_or_else(|error| panic!("{kind} did not start: {error}"));
        let browser = Self {
            kind,
            runtime,
            session: Some(session),
            _driver: driver,
            display,
        };
        if kind == Kind::WebKit {
            // It has no way to be started in another size than its own.
            let (width, height) = USUAL_SIZE;
            let outcome = browser.viewport(width, height);
            outcome.unwrap_or_else(|error| panic!("{kind} was not resized: {error}"));
        }
        browser
    }

    /// Runs a call to the driver to its end.
    pub fn run<T>(&self, call: impl AsyncFnOnce(&WebDriver) -> T) -> T {
        let session = self
            .session
            .as_ref()
            .expect("the browser runs until it is dropped");
        self.runtime.block_on(call(session))
    }

    /// What the browser has logged by itself since this was last asked.
    pub fn log(&self) -> Vec<Entry> {
        match self.kind {
            Kind::Chromium => self
                .run(async |session| session.browser_log().await)
                .unwrap_or_default()
                .into_iter()
                .map(|entry| Entry::new(entry.level == "SEVERE", entry.message))
                .collect(),
            Kind::Firefox => self.run(firefox::log).unwrap_or_default(),
            // It keeps to itself what it logs of a profile that it forgets.
            Kind::WebKit => Vec::new(),
        }
    }

    /// Gives the page an area of this size in CSS pixels, or says why not.
    pub fn viewport(&self, width: u32, height: u32) -> Result<(), String> {
        let resized = match self.kind {
            Kind::Chromium => {
                let size = json!({ "width": width, "height": height,
                                   "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size)
            }
            Kind::Firefox => {
                self.run(async |session| firefox::viewport(session, width, height).await)
            }
            Kind::WebKit => self.run(async |session| {
                // The window is as wide as the page, and higher by a bar.
                let outer = session.get_window_rect().await?.height;
                let inner: i64 = session
                    .execute("return innerHeight", vec![])
                    .await?
                    .convert()?;
                let bar = u32::try_from(outer - inner).unwrap_or_default();
                session.set_window_rect(0, 0, width, height + bar).await
            }),
        };
        resized.map_err(|error| error.to_string())?;
        self.wait_until(&format!(
            "return innerWidth === {width} && innerHeight === {height}"
        ))
    }

    /// Has the system prefer something, or says why not.
    pub fn prefer(&self, preference: Preference) -> Result<(), String> {
        match self.kind {
            // The browser takes the whole list at once, so that what it was told
            // before is the system's own again.
            Kind::Chromium => {
                let (name, value) = preference.feature();
                let features = json!({ "features": [{ "name": name, "value": value }] });
                self.devtools("Emulation.setEmulatedMedia", features)
            }
            Kind::Firefox => self.run(async |session| firefox::prefer(session, preference).await),
            Kind::WebKit => {
                if let Some(display) = &self.display {
                    display.prefer(preference);
                }
                Ok(())
            }
        }
        .map_err(|error| error.to_string())?;
        let (name, value) = preference.feature();
        self.wait_until(&format!("return matchMedia('({name}: {value})').matches"))?;
        if let Some(display) = &self.display {
            // A page that answers so may not have looked at its style sheets again,
            // which it does with the next change of the theme.
            display.prefer(preference);
        }
        Ok(())
    }

    /// Waits until the page has heard of what was changed around it.
    fn wait_until(&self, condition: &str) -> Result<(), String> {
        let start = Instant::now();
        let mut told = String::new();
        while start.elapsed() < HEARD_OF {
            let holds = self
                .run(async |session| session.execute(condition, vec![]).await?.convert::<bool>());
            match holds {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                // Nothing runs between two pages.
                Err(error) => told = format!(" ({error})"),
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        Err(format!(
            "{} s later the page did not hold `{condition}`{told}",
            HEARD_OF.as_secs()
        ))
    }

    /// Whether a worker hears which part of the policy refuses what it tries. In
    /// WebKit the attempt fails and nothing more is said, in Firefox at times.
    pub fn workers_hear_of_refusals(&self) -> bool {
        self.kind == Kind::Chromium
    }

    /// Loads the page anew where it is. Firefox's driver asks the host, whatever a
    /// service worker keeps; its reader's button does not.
    pub fn reload(&self) -> Result<(), String> {
        if self.kind != Kind::Firefox {
            let reloaded = self.run(async |session| session.refresh().await);
            return reloaded.map_err(|error| error.to_string());
        }
        let script = "window.harnessLeaves = true; location.reload()";
        self.run(async |session| session.execute(script, vec![]).await.map(|_| ()))
            .map_err(|error| error.to_string())?;
        self.wait_until("return !window.harnessLeaves && document.readyState === 'complete'")
    }

    /// Goes back in the history. WebKit's driver passes by what a page has added
    /// without its reader, which the page itself does not.
    pub fn back(&self) -> Result<(), String> {
        let gone = match self.kind {
            Kind::WebKit => self
                .run(async |session| session.execute("history.back()", vec![]).await.map(|_| ())),
            _ => self.run(async |session| session.back().await),
        };
        gone.map_err(|error| error.to_string())
    }

    /// Clicks an element. What WebKit's driver brings into view may lie below a
    /// scroll bar, which is above the page there and takes the click; so it is
    /// brought to the middle first.
    pub async fn click(&self, element: &WebElement) -> WebDriverResult<()> {
        if self.kind == Kind::WebKit {
            let session = element.handle();
            session
                .execute(AWAY_FROM_EDGES, vec![element.to_json()?])
                .await?;
        }
        element.click().await
    }

    /// Sends a command of Chromium's own protocol.
    fn devtools(&self, method: &str, parameters: serde_json::Value) -> WebDriverResult<()> {
        self.run(async |session| session.cdp().send_raw(method, parameters).await)
            .map(|_| ())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // The driver is ended next, which is enough where this fails.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}
