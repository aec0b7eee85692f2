//! The WebDriver process of a browser. [`Driver::start`] is the entry point.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::display::Display;
use super::kind::Kind;

/// How long a driver may take to start listening.
const STARTING: Duration = Duration::from_secs(20);

/// A running driver. It ends when this is dropped.
pub(super) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver; `directory` is for temporary files of it and its
    /// browser.
    ///
    /// Another process may take the chosen port before the driver does. Then
    /// the driver ends, and this tries again with another port.
    #[track_caller]
    pub(super) fn start(kind: Kind, directory: &Path, display: Option<&Display>) -> Self {
        let started = (0..3).find_map(|_| Self::try_start(kind, directory, display));
        started.unwrap_or_else(|| panic!("the driver of {kind} does not listen on any port"))
    }

    /// The process group of the driver and its browser.
    pub(super) fn group(&self) -> u32 {
        self.process.id()
    }

    /// The port on which it listens, on this machine.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    #[track_caller]
    fn try_start(kind: Kind, directory: &Path, display: Option<&Display>) -> Option<Self> {
        let (program, arguments) = kind.driver();
        let given = kind.port_prefix().is_none().then(free_port);
        fs::create_dir_all(directory)
            .unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
        let mut command = Command::new(&program);
        command
            .env("TMPDIR", directory)
            .envs(kind.environment().iter().copied())
            .process_group(0)
            .args(arguments)
            .args(given.map(|port| format!("--port={port}")))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(display) = display {
            command.envs(display.environment());
        }
        let process = command.spawn().unwrap_or_else(|error| {
            panic!("{program:?} did not start: {error}. `cargo xtask test` installs it.")
        });
        // From here on, dropping this ends the process.
        let mut driver = Self { process, port: 0 };
        let output = driver.process.stdout.take()?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        driver.port = match (given, kind.port_prefix()) {
            (Some(port), _) => driver.listens_on(port).then_some(port)?,
            (None, prefix) => lines.find_map(|line| {
                let (_, rest) = line.split_once(prefix?)?;
                rest.trim_end_matches('.').parse().ok()
            })?,
        };
        // A driver, or a browser that shares its output, blocks if the pipe is
        // not read.
        thread::spawn(move || lines.for_each(drop));
        Some(driver)
    }

    /// Waits until it listens on the port or ends.
    fn listens_on(&mut self, port: u16) -> bool {
        let start = Instant::now();
        while start.elapsed() < STARTING && matches!(self.process.try_wait(), Ok(None)) {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return true;
            }
            thread::park_timeout(Duration::from_millis(10));
        }
        false
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that is currently free.
#[track_caller]
fn free_port() -> u16 {
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = bound.and_then(|listener| listener.local_addr());
    let port = address.map(|address| address.port());
    port.unwrap_or_else(|error: io::Error| panic!("no port is free: {error}"))
}
