//! What WebDriver has no word for, done in Firefox's own window: its driver runs
//! scripts there as well, with everything that the browser itself can do.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{RequestData, SessionId, WebDriver};

use super::Preference;
use crate::log::Entry;

/// Where scripts run from now on: in the page or in the browser's window.
#[derive(Debug)]
struct SetContext(&'static str);

impl FormatRequestData for SetContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("/session/{session}/moz/context");
        let post = "POST".parse().unwrap_or_default();
        RequestData::new(post, address).add_body(json!({ "context": self.0 }))
    }
}

/// What the browser's console got since this was last asked, of pages, frames
/// and workers. A refusal by the security policy is among it, and an exception;
/// what a page writes there itself is not, nor what becomes of a call that was under
/// way when its page was left: the call's error has no text, the service worker's no
/// address.
const LOG: &str = "
const UNDER_WAY = /^NS_ERROR_UNEXPECTED:$|^Failed to load \u{2018}\u{2019}\\. A ServiceWorker /;
const got = Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError)
  .filter(({ sourceName }) => /^(https?|file|blob|data):/.test(sourceName))
  .filter(({ errorMessage }) => !UNDER_WAY.test(errorMessage.trim()))
  .map(({ errorMessage, sourceName, lineNumber, flags }) => ({
    severe: (flags & Ci.nsIScriptError.warningFlag) === 0,
    text: `${sourceName}:${lineNumber} ${errorMessage}`,
  }));
Services.console.reset();
return got;
";

/// As the standard's newer protocol does it: the page's place in the window is
/// made as large as it is told, whatever the window is.
const VIEWPORT: &str = "
const [width, height] = arguments;
const { style } = gBrowser.selectedBrowser;
for (const [side, length] of [['width', width], ['height', height]]) {
  for (const property of [side, `min-${side}`, `max-${side}`]) {
    style.setProperty(property, `${length}px`);
  }
}
";

/// Forgets what a test has set and what its pages have left, also their service workers,
/// whose errors would be the next test's.
const RESET: &str = "
const [settings, done] = arguments;
settings.forEach((name) => Services.prefs.clearUserPref(name));
Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, () => done(true));
";

const THEME: &str = "layout.css.prefers-color-scheme.content-override";
const MOTION: &str = "ui.prefersReducedMotion";

const PREFER: &str = "Services.prefs.setIntPref(...arguments)";

#[derive(Deserialize)]
struct Message {
    severe: bool,
    text: String,
}

/// What the browser has logged since this was last asked.
pub(super) async fn log(session: &WebDriver) -> WebDriverResult<Vec<Entry>> {
    let got: Vec<Message> = serde_json::from_value(in_window(session, LOG, vec![]).await?)?;
    let entry = |message: Message| Entry::new(message.severe, message.text);
    Ok(got.into_iter().map(entry).collect())
}

/// Gives the page an area of this size.
pub(super) async fn viewport(session: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
    let size = vec![json!(width), json!(height)];
    in_window(session, VIEWPORT, size).await.map(|_| ())
}

/// Has the system prefer something.
pub(super) async fn prefer(session: &WebDriver, preference: Preference) -> WebDriverResult<()> {
    let (name, value) = match preference {
        Preference::Dark => (THEME, 0),
        Preference::Light => (THEME, 1),
        Preference::LittleMotion => (MOTION, 1),
    };
    let arguments = vec![json!(name), json!(value)];
    in_window(session, PREFER, arguments).await.map(|_| ())
}

/// Makes the browser what it was at first.
pub(super) async fn reset(session: &WebDriver) -> WebDriverResult<()> {
    session.handle().cmd(SetContext("chrome")).await?;
    let done = session
        .execute_async(RESET, vec![json!([THEME, MOTION])])
        .await;
    session.handle().cmd(SetContext("content")).await?;
    done.map(|_| ())
}

/// The value of a script that runs in the browser's window.
async fn in_window(session: &WebDriver, body: &str, given: Vec<Value>) -> WebDriverResult<Value> {
    session.handle().cmd(SetContext("chrome")).await?;
    let value = session.execute(body, given).await;
    session.handle().cmd(SetContext("content")).await?;
    Ok(value?.json().clone())
}
