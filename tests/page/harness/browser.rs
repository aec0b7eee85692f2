//! A headless browser and the driver that steers it. [`Browser::start`] is the
//! entry point.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};

use thirtyfour::{
    BrowserLogEntry, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};
use tokio::runtime::{Builder, Runtime};

/// What a browser in a test must not do: look for updates, ask whether it may
/// be the default, or draw on a graphics card that is not there. The sandbox
/// cannot start as root, which is what tests in a container run as; the only
/// site it opens is ours.
const ARGUMENTS: &[&str] = &[
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

/// How a driver says on which port it listens.
const STARTED: &str = "started successfully on port ";

/// One browser with a fresh profile. It ends when this is dropped.
pub struct Browser {
    runtime: Runtime,
    session: Option<WebDriver>,
    driver: Driver,
}

impl Browser {
    /// Starts a driver on a free port and a browser with it.
    #[track_caller]
    pub fn start() -> Self {
        let driver = Driver::start();
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the calls to the driver");
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument).expect("a switch is text");
        }
        if let Ok(binary) = env::var("CHROME") {
            capabilities.set_binary(&binary).expect("a path is text");
        }
        capabilities
            .set_browser_log_level(LoggingPrefsLogLevel::All)
            .expect("a log level is text");
        let address = format!("http://127.0.0.1:{}", driver.port);
        let session = runtime
            .block_on(WebDriver::new(address, capabilities))
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Self {
            runtime,
            session: Some(session),
            driver,
        }
    }

    /// Runs a call to the driver to its end.
    pub fn run<T>(&self, call: impl AsyncFnOnce(&WebDriver) -> T) -> T {
        let session = self
            .session
            .as_ref()
            .expect("the browser runs until it is dropped");
        self.runtime.block_on(call(session))
    }

    /// What the browser has logged since this was last asked.
    pub fn log(&self) -> Vec<BrowserLogEntry> {
        self.run(async |session| session.browser_log().await)
            .unwrap_or_default()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // The driver is killed next, which is enough where this fails.
            let _ = self.runtime.block_on(session.quit());
        }
        let _ = self.driver.process.kill();
        let _ = self.driver.process.wait();
    }
}

/// A running driver process.
struct Driver {
    process: Child,
    port: u16,
    /// Kept open: a driver that cannot write to its output stops.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Another process may take the port that the driver has chosen before the
    /// driver does; then it ends, and another one chooses again.
    #[track_caller]
    fn start() -> Self {
        let started = (0..3).find_map(|_| Self::try_start());
        started.expect("a driver that says on which port it listens")
    }

    #[track_caller]
    fn try_start() -> Option<Self> {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program:?} did not start: {error}. `cargo xtask test` installs it.")
            });
        let mut output = BufReader::new(process.stdout.take().expect("the output is piped"));
        let port = output
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, rest) = line.split_once(STARTED)?;
                rest.trim_end_matches('.').parse().ok()
            });
        let Some(port) = port else {
            let _ = process.wait();
            return None;
        };
        Some(Self {
            process,
            port,
            _output: output,
        })
    }
}
