//! The browsers that tests run in, and the programs that each needs. [`Kind`] is the entry
//! point.

/// A browser, by its engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

/// A program that has to be installed.
pub struct Program {
    /// The name for messages.
    pub title: &'static str,
    /// The environment variable with its path.
    pub variable: &'static str,
    /// The names of its executable on the `PATH`.
    pub names: &'static [&'static str],
    /// Its paths if it is not on the `PATH`; a `*` stands for any folder.
    pub paths: &'static [&'static str],
}

const CHROMIUM: &[Program] = &[
    Program {
        title: "Chromium or Chrome",
        variable: "CHROME",
        // The headless shell draws no window, so that tests take a third less time in it.
        names: &[
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
        ],
        // The applications of macOS are not on the `PATH`.
        paths: &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ],
    },
    Program {
        title: "ChromeDriver",
        variable: "CHROMEDRIVER",
        names: &["chromedriver"],
        paths: &[],
    },
];

const FIREFOX: &[Program] = &[
    Program {
        title: "Firefox",
        variable: "FIREFOX",
        names: &["firefox-esr", "firefox"],
        paths: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    },
    Program {
        title: "geckodriver",
        variable: "GECKODRIVER",
        names: &["geckodriver"],
        paths: &[],
    },
];

const WEBKIT: &[Program] = &[
    Program {
        title: "MiniBrowser of WebKitGTK",
        variable: "MINIBROWSER",
        names: &[],
        // Not meant for users, so distributions do not install it on the `PATH`.
        paths: &[
            "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        ],
    },
    Program {
        title: "WebKitWebDriver",
        variable: "WEBKITWEBDRIVER",
        names: &["WebKitWebDriver"],
        paths: &[],
    },
    Program {
        title: "Xvfb",
        variable: "XVFB",
        names: &["Xvfb"],
        paths: &[],
    },
    Program {
        title: "xsettingsd",
        variable: "XSETTINGSD",
        names: &["xsettingsd"],
        paths: &[],
    },
];

impl Kind {
    /// All browsers, in the order in which tests run in them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The name for messages.
    pub fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// The programs that have to be installed.
    pub fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => CHROMIUM,
            Self::Firefox => FIREFOX,
            Self::WebKit => WEBKIT,
        }
    }

    /// The packages of Debian with these programs.
    pub fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "chromium-headless-shell"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &[
                "webkit2gtk-driver",
                "libwebkit2gtk-4.1-0",
                "xvfb",
                "xsettingsd",
            ],
        }
    }

    /// How to install the browser.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Chromium => {
                "On Debian: sudo apt-get install chromium chromium-driver\n\
                 On Fedora: sudo dnf install chromium chromedriver\n\
                 On Arch: sudo pacman -S chromium\n\
                 On macOS: brew install --cask google-chrome chromedriver\n\
                 Elsewhere: https://googlechromelabs.github.io/chrome-for-testing/ has both.\n\
                 Set CHROME and CHROMEDRIVER to the paths of executables that are not on the \
                 PATH.\n\
                 To test in another browser: cargo xtask test --browser firefox"
            }
            Self::Firefox => {
                "On Debian: sudo apt-get install firefox-esr\n\
                 On Fedora: sudo dnf install firefox\n\
                 On Arch: sudo pacman -S firefox\n\
                 On macOS: brew install --cask firefox\n\
                 Set FIREFOX and GECKODRIVER to the paths of executables that are not on the \
                 PATH.\n\
                 To test in another browser: cargo xtask test --browser chromium"
            }
            Self::WebKit => {
                "On Debian: sudo apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb \
                 xsettingsd\n\
                 Elsewhere on Linux: WebKitGTK 4.1 with its driver and its MiniBrowser, Xvfb and \
                 xsettingsd.\n\
                 WebKitGTK does not exist for macOS and Windows, and Safari is not supported.\n\
                 Set MINIBROWSER, WEBKITWEBDRIVER, XVFB and XSETTINGSD to the paths of executables \
                 that are not on the PATH.\n\
                 To test without WebKit: cargo xtask test --browser chromium"
            }
        }
    }
}
