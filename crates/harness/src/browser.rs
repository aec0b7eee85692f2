//! A browser that nobody sees and the driver that steers it. [`Browser::start`]
//! is the entry point; [`Kind`] says which browser it is.

mod display;
mod driver;
mod firefox;
mod guard;
mod kind;

use std::env;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::runtime::{Builder, Runtime};

use crate::log::Entry;
use display::Display;
use driver::Driver;
use guard::Guard;
pub(crate) use kind::Kind;

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
pub(crate) enum Preference {
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

/// One browser with a profile of its own. It ends when this is dropped, or when this
/// program ends.
pub(crate) struct Browser {
    kind: Kind,
    runtime: Runtime,
    session: Option<WebDriver>,
    // In the order in which they end.
    _guard: Guard,
    _driver: Driver,
    display: Option<Display>,
}

impl Browser {
    /// Starts a driver on a free port and a browser with it.
    #[track_caller]
    pub(crate) fn start() -> Self {
        let kind = Kind::chosen();
        let directory = directory();
        let display = kind.needs_display().then(|| Display::open(&directory));
        let driver = Driver::start(kind, &directory, display.as_ref());
        let mut groups = vec![driver.group()];
        groups.extend(display.iter().flat_map(Display::groups));
        let guard = Guard::over(&groups, &directory);
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
            _guard: guard,
            _driver: driver,
            display,
        };
        let outcome = browser.resize();
        outcome.unwrap_or_else(|error| panic!("{kind} was not resized: {error}"));
        browser
    }

    /// Gives WebKit the usual size, which it cannot be started in.
    fn resize(&self) -> Result<(), String> {
        let (width, height) = USUAL_SIZE;
        match self.kind {
            Kind::WebKit => self.viewport(width, height),
            Kind::Chromium | Kind::Firefox => Ok(()),
        }
    }

    /// Whether it still does what it is told.
    pub(crate) fn answers(&self) -> bool {
        self.run(async |session| session.window().await).is_ok()
    }

    /// Leaves nothing of what a test did with a site, and opens an empty page; or says
    /// why not. Other sites have other origins, whose storage no test sees.
    ///
    /// History, emulation and the storage of a session belong to a window, so the page is
    /// in another one.
    pub(crate) fn reset(&self, site: &str) -> Result<(), String> {
        // Before its page is closed: a service worker that outlives the site's server
        // would ask it for a newer one.
        self.forget(site).map_err(|error| error.to_string())?;
        self.run(async |session| {
            session.action_chain().reset_actions().await?;
            let fresh = session.new_tab().await?;
            for window in session.windows().await? {
                if window != fresh {
                    session.switch_to_window(window).await?;
                    session.close_window().await?;
                }
            }
            session.switch_to_window(fresh).await
        })
        .map_err(|error| error.to_string())?;
        match self.kind {
            Kind::Chromium => self.grant().map_err(|error| error.to_string()),
            Kind::Firefox => self.run(firefox::reset).map_err(|error| error.to_string()),
            Kind::WebKit => {
                if let Some(display) = &self.display {
                    display.reset();
                }
                self.resize()
            }
        }?;
        // The next test has nothing to do with it.
        self.log();
        Ok(())
    }

    /// Runs a call to the driver to its end.
    pub(crate) fn run<T>(&self, call: impl AsyncFnOnce(&WebDriver) -> T) -> T {
        let session = self
            .session
            .as_ref()
            .expect("the browser runs until it is dropped");
        self.runtime.block_on(call(session))
    }

    /// What the browser has logged by itself since this was last asked.
    pub(crate) fn log(&self) -> Vec<Entry> {
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
    pub(crate) fn viewport(&self, width: u32, height: u32) -> Result<(), String> {
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
    pub(crate) fn prefer(&self, preference: Preference) -> Result<(), String> {
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
    pub(crate) fn workers_hear_of_refusals(&self) -> bool {
        self.kind == Kind::Chromium
    }

    /// Loads the page anew where it is. Firefox's driver asks the host, whatever a
    /// service worker keeps; its reader's button does not.
    pub(crate) fn reload(&self) -> Result<(), String> {
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
    pub(crate) fn back(&self) -> Result<(), String> {
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
    pub(crate) async fn click(&self, element: &WebElement) -> WebDriverResult<()> {
        if self.kind == Kind::WebKit {
            let session = element.handle();
            session
                .execute(AWAY_FROM_EDGES, vec![element.to_json()?])
                .await?;
        }
        element.click().await
    }

    /// Forgets what Chromium keeps for a site; the others do that in another way.
    pub(crate) fn forget(&self, site: &str) -> WebDriverResult<()> {
        match self.kind {
            Kind::Chromium => self.devtools(
                "Storage.clearDataForOrigin",
                json!({ "origin": origin(site), "storageTypes": "all" }),
            ),
            Kind::Firefox | Kind::WebKit => Ok(()),
        }
    }

    /// Allows pages to use the clipboard, which is among what was forgotten. Chromium without
    /// a window would wait for somebody to allow it.
    fn grant(&self) -> WebDriverResult<()> {
        self.devtools(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        )
    }

    /// Sends a command of Chromium's own protocol.
    fn devtools(&self, method: &str, parameters: serde_json::Value) -> WebDriverResult<()> {
        self.run(async |session| session.cdp().send_raw(method, parameters).await)
            .map(|_| ())
    }
}

/// The origin of an address: what comes before its path.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |scheme| scheme + 3);
    let path = address.get(host..).and_then(|rest| rest.find('/'));
    path.and_then(|path| address.get(..host + path))
        .unwrap_or(address)
}

/// A name for a directory that nothing else uses.
fn directory() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    env::temp_dir().join(format!(
        "whats-new-browser-{}-{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::Relaxed)
    ))
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // The driver is ended next, which is enough where this fails.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}
