//! Commands that WebDriver lacks, as scripts in Firefox's own window: its
//! driver can run scripts there, with the privileges of the browser.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{RequestData, SessionId, WebDriver};

use super::Preference;
use crate::log::Entry;

/// Sets where scripts run from now on: in the page or in the browser's window.
#[derive(Debug)]
struct SetContext(&'static str);

impl FormatRequestData for SetContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("/session/{session}/moz/context");
        let post = "POST".parse().unwrap_or_default();
        RequestData::new(post, address).add_body(json!({ "context": self.0 }))
    }
}

/// The messages in the browser's console since the last call, of pages, frames
/// and workers. They include violations of the security policy and exceptions,
/// but not `console` calls, nor errors of calls that were under way when their
/// page was left: the error of a call has no text, that of a service worker no
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

/// Like WebDriver BiDi, sets the size of the browser element, regardless of the
/// window's size.
const VIEWPORT: &str = "
const [width, height] = arguments;
const { style } = gBrowser.selectedBrowser;
for (const [side, length] of [['width', width], ['height', height]]) {
  for (const property of [side, `min-${side}`, `max-${side}`]) {
    style.setProperty(property, `${length}px`);
  }
}
";

/// Clears the preferences of a test and all data of its pages, including
/// service workers, whose errors would otherwise be reported in the next test.
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

/// The messages that the browser has logged since the last call.
pub(super) async fn log(session: &WebDriver) -> WebDriverResult<Vec<Entry>> {
    let got: Vec<Message> = serde_json::from_value(in_window(session, LOG, vec![]).await?)?;
    let entry = |message: Message| Entry::new(message.severe, message.text);
    Ok(got.into_iter().map(entry).collect())
}

/// Sets the size of the viewport.
pub(super) async fn viewport(session: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
    let size = vec![json!(width), json!(height)];
    in_window(session, VIEWPORT, size).await.map(|_| ())
}

/// Sets a preference of the system.
pub(super) async fn prefer(session: &WebDriver, preference: Preference) -> WebDriverResult<()> {
    let (name, value) = match preference {
        Preference::Dark => (THEME, 0),
        Preference::Light => (THEME, 1),
        Preference::LittleMotion => (MOTION, 1),
    };
    let arguments = vec![json!(name), json!(value)];
    in_window(session, PREFER, arguments).await.map(|_| ())
}

/// Resets the browser to its initial state.
pub(super) async fn reset(session: &WebDriver) -> WebDriverResult<()> {
    session.handle().cmd(SetContext("chrome")).await?;
    let done = session
        .execute_async(RESET, vec![json!([THEME, MOTION])])
        .await;
    session.handle().cmd(SetContext("content")).await?;
    done.map(|_| ())
}

/// Runs a script in the browser's window and returns its value.
async fn in_window(session: &WebDriver, body: &str, given: Vec<Value>) -> WebDriverResult<Value> {
    session.handle().cmd(SetContext("chrome")).await?;
    let value = session.execute(body, given).await;
    session.handle().cmd(SetContext("content")).await?;
    Ok(value?.json().clone())
}
