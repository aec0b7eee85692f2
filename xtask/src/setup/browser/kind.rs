//! Which browsers the tests run in, and what each takes. [`Kind`] is the entry
//! point.

/// A browser by what it is built on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

/// A program that has to be there.
pub struct Program {
    /// How a message calls it.
    pub title: &'static str,
    /// The variable that names it, to this and to the tests.
    pub variable: &'static str,
    /// The names under which it is installed.
    pub names: &'static [&'static str],
    /// Where it is otherwise; a `*` is any folder.
    pub places: &'static [&'static str],
}

const CHROMIUM: &[Program] = &[
    Program {
        title: "Chromium or Chrome",
        variable: "CHROME",
        names: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
        ],
        // The applications of macOS are on no `PATH`.
        places: &[
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ],
    },
    Program {
        title: "ChromeDriver",
        variable: "CHROMEDRIVER",
        names: &["chromedriver"],
        places: &[],
    },
];

const FIREFOX: &[Program] = &[
    Program {
        title: "Firefox",
        variable: "FIREFOX",
        names: &["firefox-esr", "firefox"],
        places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    },
    Program {
        title: "geckodriver",
        variable: "GECKODRIVER",
        names: &["geckodriver"],
        places: &[],
    },
];

const WEBKIT: &[Program] = &[
    Program {
        title: "MiniBrowser of WebKitGTK",
        variable: "MINIBROWSER",
        names: &[],
        // It is no browser for people, so that distributions keep it aside.
        places: &[
            "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        ],
    },
    Program {
        title: "WebKitWebDriver",
        variable: "WEBKITWEBDRIVER",
        names: &["WebKitWebDriver"],
        places: &[],
    },
    Program {
        title: "Xvfb",
        variable: "XVFB",
        names: &["Xvfb"],
        places: &[],
    },
    Program {
        title: "xsettingsd",
        variable: "XSETTINGSD",
        names: &["xsettingsd"],
        places: &[],
    },
];

impl Kind {
    /// All, in the order in which tests run in them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// How a reader calls it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// How a message calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// What has to be there.
    pub fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => CHROMIUM,
            Self::Firefox => FIREFOX,
            Self::WebKit => WEBKIT,
        }
    }

    /// The packages of Debian that bring it.
    pub fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &[
                "webkit2gtk-driver",
                "libwebkit2gtk-4.1-0",
                "xvfb",
                "xsettingsd",
            ],
        }
    }

    /// What to do where it is missing.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Chromium => {
                "On Debian: sudo apt-get install chromium chromium-driver\n\
                 On Fedora: sudo dnf install chromium chromedriver\n\
                 On Arch: sudo pacman -S chromium\n\
                 On macOS: brew install --cask google-chrome chromedriver\n\
                 Elsewhere: https://googlechromelabs.github.io/chrome-for-testing/ has both.\n\
                 CHROME and CHROMEDRIVER in the environment name executables that are on no PATH.\n\
                 To test in another browser: cargo xtask test --browser firefox"
            }
            Self::Firefox => {
                "On Debian: sudo apt-get install firefox-esr\n\
                 On Fedora: sudo dnf install firefox\n\
                 On Arch: sudo pacman -S firefox\n\
                 On macOS: brew install --cask firefox\n\
                 FIREFOX and GECKODRIVER in the environment name executables that are on no PATH.\n\
                 To test in another browser: cargo xtask test --browser chromium"
            }
            Self::WebKit => {
                "On Debian: sudo apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb \
                 xsettingsd\n\
                 Elsewhere on Linux: WebKitGTK 4.1 with its driver and its MiniBrowser, Xvfb and \
                 xsettingsd.\n\
                 There is no WebKitGTK for macOS and Windows, and Safari is another browser.\n\
                 MINIBROWSER, WEBKITWEBDRIVER, XVFB and XSETTINGSD in the environment name \
                 executables that are on no PATH.\n\
                 To test without WebKit: cargo xtask test --browser chromium"
            }
        }
    }
}
