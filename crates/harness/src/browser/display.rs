//! A virtual display with the settings of a desktop, which WebKitGTK needs even
//! in tests. [`Display::open`] is the entry point.

use std::cell::RefCell;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::Preference;

/// The size of the screen. Without a window manager, the window below the
/// pointer has the keyboard focus, and the pointer starts in the middle of the
/// screen. So the screen is small enough that every window covers its middle.
const SCREEN: &str = "600x500x24";

/// The browser's toolbar must not keep its window from being as narrow as a
/// phone.
const STYLE: &str =
    "button, entry { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0 }\n";

/// A running display and the daemon that provides its settings to programs.
/// Both end when this is dropped.
pub(super) struct Display {
    name: String,
    directory: PathBuf,
    settings: RefCell<Settings>,
    server: Child,
    daemon: Option<Child>,
}

/// The settings of the desktop, and how often they were changed.
#[derive(Default)]
struct Settings {
    dark: bool,
    still: bool,
    changes: u32,
}

impl Display {
    /// Opens a display with a free name and its settings in `directory`.
    #[track_caller]
    pub(super) fn open(directory: &Path) -> Self {
        let mut server = start(
            Command::new(program("XVFB", "Xvfb"))
                .args(["-displayfd", "1", "-screen", "0", SCREEN])
                .args(["-nolisten", "tcp", "-noreset"])
                .stdout(Stdio::piped()),
        );
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            let read = BufReader::new(output).read_line(&mut number);
            read.unwrap_or_else(|error| panic!("Xvfb did not say its name: {error}"));
        }
        assert!(!number.trim().is_empty(), "Xvfb opened no display");
        let mut display = Self {
            name: format!(":{}", number.trim()),
            directory: directory.to_owned(),
            settings: RefCell::default(),
            server,
            daemon: None,
        };
        display
            .write()
            .unwrap_or_else(|error| panic!("{}: {error}", display.directory.display()));
        display.daemon = Some(start(
            Command::new(program("XSETTINGSD", "xsettingsd"))
                .arg("-c")
                .arg(display.configuration())
                .env("DISPLAY", &display.name),
        ));
        display
    }

    /// The environment variables for programs on the display, which isolate
    /// them from the settings of the current user.
    pub(super) fn environment(&self) -> Vec<(&'static str, String)> {
        let directory = self.directory.display();
        vec![
            ("DISPLAY", self.name.clone()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("XDG_CONFIG_HOME", format!("{directory}/config")),
            ("XDG_CACHE_HOME", format!("{directory}/cache")),
            ("XDG_DATA_HOME", format!("{directory}/data")),
        ]
    }

    /// Its process groups.
    pub(super) fn groups(&self) -> impl Iterator<Item = u32> {
        self.daemon.iter().chain([&self.server]).map(Child::id)
    }

    /// Changes a setting of the desktop while programs run.
    #[track_caller]
    pub(super) fn prefer(&self, preference: Preference) {
        self.set(|settings| match preference {
            Preference::Dark => settings.dark = true,
            Preference::Light => settings.dark = false,
            Preference::LittleMotion => settings.still = true,
        });
    }

    /// Resets the settings of the desktop.
    #[track_caller]
    pub(super) fn reset(&self) {
        self.set(|settings| {
            settings.dark = false;
            settings.still = false;
        });
    }

    #[track_caller]
    fn set(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.borrow_mut();
        change(&mut settings);
        settings.changes += 1;
        drop(settings);
        self.write()
            .unwrap_or_else(|error| panic!("{}: {error}", self.directory.display()));
        if let Some(daemon) = &self.daemon {
            // SIGHUP makes it read its file again.
            let id = daemon.id().to_string();
            start(Command::new("kill").args(["-HUP", &id]))
                .wait()
                .unwrap_or_else(|error| panic!("could not signal xsettingsd: {error}"));
        }
    }

    fn configuration(&self) -> PathBuf {
        self.directory.join("xsettingsd.conf")
    }

    fn write(&self) -> io::Result<()> {
        let style = self.directory.join("config/gtk-3.0/gtk.css");
        fs::create_dir_all(style.parent().unwrap_or(Path::new("")))?;
        fs::write(style, STYLE)?;
        let Settings {
            dark,
            still,
            changes,
        } = *self.settings.borrow();
        // The browser reports reduced motion to pages only when the theme
        // changes too, and only the end of a theme's name matters.
        let ending = if dark { "-dark" } else { "" };
        let settings = format!(
            "Net/ThemeName \"Theme{changes}{ending}\"\nGtk/EnableAnimations {}\n",
            u8::from(!still)
        );
        fs::write(self.configuration(), settings)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        for process in self.daemon.iter_mut().chain([&mut self.server]) {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// The program in an environment variable, else the default one.
fn program(variable: &str, usual: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| usual.into())
}

#[track_caller]
fn start(command: &mut Command) -> Child {
    command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .unwrap_or_else(|error| {
            let program = command.get_program();
            panic!("{program:?} did not start: {error}. `cargo xtask test` installs it.")
        })
}
