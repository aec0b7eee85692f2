//! A headless browser and its driver. [`Browser::start`] is the entry point;
//! [`Kind`] is the kind of browser.

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

/// The default viewport in CSS pixels, about that of a small laptop.
const USUAL_SIZE: (u32, u32) = (1280, 810);

/// How long a page may take to observe a new size or preference.
const CHANGE_DEADLINE: Duration = Duration::from_secs(10);

/// Scrolls an element to the middle if it is within a scroll bar's width of an
/// edge.
const AWAY_FROM_EDGES: &str = "
const [element] = arguments;
const { top, bottom } = element.getBoundingClientRect();
if (top < 20 || bottom > innerHeight - 20) {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}
";

/// A preference of the system that pages can query.
#[derive(Clone, Copy)]
pub(crate) enum Preference {
    Dark,
    Light,
    LittleMotion,
}

impl Preference {
    /// Its media feature and value.
    fn feature(self) -> (&'static str, &'static str) {
        match self {
            Self::Dark => ("prefers-color-scheme", "dark"),
            Self::Light => ("prefers-color-scheme", "light"),
            Self::LittleMotion => ("prefers-reduced-motion", "reduce"),
        }
    }
}

/// A browser with its own profile. It ends when this is dropped or the program
/// ends.
pub(crate) struct Browser {
    kind: Kind,
    runtime: Runtime,
    session: Option<WebDriver>,
    // Dropped in this order.
    _guard: Guard,
    _driver: Driver,
    display: Option<Display>,
}

impl Browser {
    /// Starts a driver on a free port and its browser.
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

    /// Resizes WebKit, which cannot be started in the default size.
    fn resize(&self) -> Result<(), String> {
        let (width, height) = USUAL_SIZE;
        match self.kind {
            Kind::WebKit => self.viewport(width, height),
            Kind::Chromium | Kind::Firefox => Ok(()),
        }
    }

    /// Whether it still responds.
    pub(crate) fn answers(&self) -> bool {
        self.run(async |session| session.window().await).is_ok()
    }

    /// Removes all state of a test with a site and opens an empty page; an
    /// error is a message. Other sites have other origins, whose storage no
    /// test accesses.
    ///
    /// History, emulation and session storage belong to a window, so the page
    /// is in a new one.
    pub(crate) fn reset(&self, site: &str) -> Result<(), String> {
        // Before its page is closed: a service worker that outlives the site's
        // server would request an update from it.
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
        // Discard the log of this test.
        self.log();
        Ok(())
    }

    /// Runs a call to the driver and waits for its result.
    pub(crate) fn run<T>(&self, call: impl AsyncFnOnce(&WebDriver) -> T) -> T {
        let session = self
            .session
            .as_ref()
            .expect("the browser runs until it is dropped");
        self.runtime.block_on(call(session))
    }

    /// The messages that the browser has logged since the last call.
    pub(crate) fn log(&self) -> Vec<Entry> {
        match self.kind {
            Kind::Chromium => self
                .run(async |session| session.browser_log().await)
                .unwrap_or_default()
                .into_iter()
                .map(|entry| Entry::new(entry.level == "SEVERE", entry.message))
                .collect(),
            Kind::Firefox => self.run(firefox::log).unwrap_or_default(),
            // It does not expose the log of a private profile.
            Kind::WebKit => Vec::new(),
        }
    }

    /// Sets the size of the viewport in CSS pixels; an error is a message.
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
                // The window is as wide as the page, and higher by the toolbar.
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

    /// Sets a preference of the system; an error is a message.
    pub(crate) fn prefer(&self, preference: Preference) -> Result<(), String> {
        match self.kind {
            // This replaces the whole list, which resets earlier preferences.
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
            // Such a page may not have updated its styles yet; it does with the
            // next change of the theme.
            display.prefer(preference);
        }
        Ok(())
    }

    /// Waits until the page observes a change, that is, until `condition`
    /// holds.
    fn wait_until(&self, condition: &str) -> Result<(), String> {
        let start = Instant::now();
        let mut detail = String::new();
        while start.elapsed() < CHANGE_DEADLINE {
            let holds = self
                .run(async |session| session.execute(condition, vec![]).await?.convert::<bool>());
            match holds {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                // Scripts fail while another page is being loaded.
                Err(error) => detail = format!(" ({error})"),
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        Err(format!(
            "{} s later the page did not hold `{condition}`{detail}",
            CHANGE_DEADLINE.as_secs()
        ))
    }

    /// Whether a worker gets an event for violations of the security policy. In
    /// WebKit, and at times in Firefox, the attempt just fails.
    pub(crate) fn reports_violations_to_workers(&self) -> bool {
        self.kind == Kind::Chromium
    }

    /// Reloads the page. Firefox's driver bypasses the service worker, unlike
    /// the reload button.
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

    /// Goes back in the history. WebKit's driver skips entries that were added
    /// without user interaction, unlike the page itself.
    pub(crate) fn back(&self) -> Result<(), String> {
        let gone = match self.kind {
            Kind::WebKit => self
                .run(async |session| session.execute("history.back()", vec![]).await.map(|_| ())),
            _ => self.run(async |session| session.back().await),
        };
        gone.map_err(|error| error.to_string())
    }

    /// Clicks an element. WebKit's driver may scroll it below an overlay scroll
    /// bar, which would receive the click, so it is scrolled to the middle
    /// first.
    pub(crate) async fn click(&self, element: &WebElement) -> WebDriverResult<()> {
        if self.kind == Kind::WebKit {
            let session = element.handle();
            session
                .execute(AWAY_FROM_EDGES, vec![element.to_json()?])
                .await?;
        }
        element.click().await
    }

    /// Clears Chromium's storage for a site; for the other browsers, `reset`
    /// does.
    pub(crate) fn forget(&self, site: &str) -> WebDriverResult<()> {
        match self.kind {
            Kind::Chromium => self.devtools(
                "Storage.clearDataForOrigin",
                json!({ "origin": origin(site), "storageTypes": "all" }),
            ),
            Kind::Firefox | Kind::WebKit => Ok(()),
        }
    }

    /// Allows pages to use the clipboard, a permission that clearing removes.
    /// Headless Chromium would wait for a prompt.
    fn grant(&self) -> WebDriverResult<()> {
        self.devtools(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        )
    }

    /// Sends a command of the Chrome DevTools Protocol.
    fn devtools(&self, method: &str, parameters: serde_json::Value) -> WebDriverResult<()> {
        self.run(async |session| session.cdp().send_raw(method, parameters).await)
            .map(|_| ())
    }
}

/// The origin of an address: the part before its path.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |scheme| scheme + 3);
    let path = address.get(host..).and_then(|rest| rest.find('/'));
    path.and_then(|path| address.get(..host + path))
        .unwrap_or(address)
}

/// A unique path for a directory.
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
            // If this fails, ending the driver next is enough.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}
