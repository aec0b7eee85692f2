//! The browsers that the tests run in, and how to start them. [`Kind::chosen`]
//! is the entry point.

use std::env;
use std::ffi::OsString;
use std::fmt;

use serde_json::{Map, Value, json};

/// Disables updates, the default-browser prompt and GPU rendering. The sandbox
/// cannot start as root, as which tests in a container run; the browser opens
/// only our own site.
const CHROMIUM_ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

/// Turns off the compiler that optimizes WebAssembly, whose work takes longer than a
/// test runs what it compiles; and compiling scripts while they run, with which
/// WebKitGTK 2.50 on a busy machine now and then computes something else in
/// WebAssembly: memory out of bounds, or a wrong checksum.
const WEBKIT_ENVIRONMENT: &[(&str, &str)] =
    &[("JSC_useOMGJIT", "0"), ("JSC_useConcurrentJIT", "0")];

/// Lets scripts of a page that is left finish in Firefox. By default it
/// interrupts them, and the page reports the resulting state as an error.
const RUNS_ON_WHEN_LEFT: (&str, bool) = ("dom.ipc.processHangMonitor", false);

/// A browser, by its engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The browser in `WHATS_NEW_BROWSER`, else Chromium.
    #[track_caller]
    pub(crate) fn chosen() -> Self {
        let Ok(name) = env::var("WHATS_NEW_BROWSER") else {
            return Self::Chromium;
        };
        Self::ALL
            .into_iter()
            .find(|kind| kind.to_string() == name)
            .unwrap_or_else(|| {
                panic!("WHATS_NEW_BROWSER is chromium, firefox or webkit, not {name:?}")
            })
    }

    /// Whether it needs a display, as it has no headless mode.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// The program of its driver and its arguments. A driver that can choose a
    /// free port itself does so.
    pub(crate) fn driver(self) -> (OsString, &'static [&'static str]) {
        let (variable, usual, arguments): (_, _, &[&str]) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver", &["--port=0"]),
            Self::Firefox => (
                "GECKODRIVER",
                "geckodriver",
                &["--port=0", "--allow-system-access"],
            ),
            Self::WebKit => ("WEBKITWEBDRIVER", "WebKitWebDriver", &[]),
        };
        (
            env::var_os(variable).unwrap_or_else(|| usual.into()),
            arguments,
        )
    }

    /// The variables of its environment.
    pub(super) fn environment(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium | Self::Firefox => &[],
            Self::WebKit => WEBKIT_ENVIRONMENT,
        }
    }

    /// The text in its driver's output before the port on which it listens, if
    /// it prints one.
    pub(crate) fn port_prefix(self) -> Option<&'static str> {
        match self {
            Self::Chromium => Some("started successfully on port "),
            Self::Firefox => Some("Listening on 127.0.0.1:"),
            Self::WebKit => None,
        }
    }

    /// The capabilities that the driver is asked for.
    pub(crate) fn capabilities(self) -> Map<String, Value> {
        let (variable, options, mut details) = match self {
            Self::Chromium => (
                "CHROME",
                "goog:chromeOptions",
                json!({ "args": CHROMIUM_ARGUMENTS }),
            ),
            Self::Firefox => (
                "FIREFOX",
                "moz:firefoxOptions",
                json!({
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": { RUNS_ON_WHEN_LEFT.0: RUNS_ON_WHEN_LEFT.1 },
                }),
            ),
            Self::WebKit => (
                "MINIBROWSER",
                "webkitgtk:browserOptions",
                json!({ "args": ["--automation"] }),
            ),
        };
        if let Ok(program) = env::var(variable) {
            details["binary"] = program.into();
        }
        let mut capabilities = Map::new();
        capabilities.insert(options.to_owned(), details);
        if self == Self::Chromium {
            capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        }
        capabilities
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}
