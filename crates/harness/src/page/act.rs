//! Input by mouse and keyboard.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key, TypingData, WebElement};

use super::Page;

impl Page {
    /// Clicks an element as soon as it can be clicked.
    #[track_caller]
    pub fn click(&self, css: &str) -> &Self {
        self.act(css, "be clicked", async |element| {
            self.browser.click(&element).await
        })
    }

    /// Clicks the first element that matches `css` and whose text contains
    /// `text`.
    #[track_caller]
    pub fn click_text(&self, css: &str, text: &str) -> &Self {
        let mut refusal = None;
        let outcome = self.try_for(|page| {
            let clicked = page.try_call(async |session| {
                for element in session.find_all(By::Css(css)).await? {
                    if element.text().await?.contains(text) {
                        page.browser.click(&element).await?;
                        return Ok(true);
                    }
                }
                Ok(false)
            });
            let clicked = clicked.map_err(|error| refusal = Some(error.to_string()));
            matches!(clicked, Ok(true)).then_some(())
        });
        if outcome.is_none() {
            self.give_up(&format!(
                "one of `{css}` with the text {text:?} to be clicked; the browser says: {}",
                refusal.unwrap_or_default()
            ));
        }
        self
    }

    /// Types `text` at the end of the value of an input.
    #[track_caller]
    pub fn type_text(&self, css: &str, text: &str) -> &Self {
        self.act(css, "take text", async |element| {
            type_into(&element, text).await
        })
    }

    /// Replaces the value of an input by `text`, which must not be empty, by
    /// selecting all of it and typing.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) -> &Self {
        self.act(css, "take text", async |element| {
            element.send_keys(Key::Control + "a").await?;
            type_into(&element, text).await
        })
    }

    /// Presses keys in sequence, text or a `Key`, wherever the focus is.
    #[track_caller]
    pub fn keys(&self, keys: impl Into<TypingData>) -> &Self {
        let keys = pressed(&keys.into());
        self.call("press keys", async |session| {
            session.action_chain().send_keys(keys).perform().await
        });
        self
    }

    /// Presses keys while `held` is held down.
    #[track_caller]
    pub fn keys_with(&self, held: Key, keys: impl Into<TypingData>) -> &Self {
        let keys = pressed(&keys.into());
        self.call("press keys together", async |session| {
            let chain = session
                .action_chain()
                .key_down(held.clone())
                .send_keys(keys);
            chain.key_up(held).perform().await
        });
        self
    }

    /// Dispatches a paste event to an element. The last selector in `path`
    /// finds it, the previous ones its shadow hosts.
    #[track_caller]
    pub fn send_paste(&self, path: &[&str], text: &str) -> &Self {
        const PASTE: &str = "
            const [path, text] = arguments;
            const find = (root, css) => (root.shadowRoot ?? root).querySelector(css);
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            path.reduce(find, document).dispatchEvent(new ClipboardEvent('paste', {
              // Firefox makes the event of the first two.
              data: text, dataType: 'text/plain', clipboardData, bubbles: true, cancelable: true,
            }))";
        self.script::<()>(PASTE, vec![json!(path), json!(text)]);
        self
    }

    #[track_caller]
    pub(super) fn act(
        &self,
        css: &str,
        purpose: &str,
        action: impl AsyncFn(WebElement) -> WebDriverResult<()>,
    ) -> &Self {
        // The driver rejects actions on elements that are hidden, covered or
        // missing, as for a reader. They may appear soon, so try again.
        let mut refusal = None;
        let outcome = self.try_for(|page| {
            page.try_call(async |session| action(session.find(By::Css(css)).await?).await)
                .map_err(|error| refusal = Some(error.to_string()))
                .ok()
        });
        if outcome.is_none() {
            self.give_up(&format!(
                "`{css}` to {purpose}; the browser says: {}",
                refusal.unwrap_or_default()
            ));
        }
        self
    }
}

/// Types a text into an element, one key per call: otherwise a driver may press
/// keys faster than the page can handle them.
async fn type_into(element: &WebElement, text: &str) -> WebDriverResult<()> {
    for key in pressed(&text.into()).chars() {
        element.send_keys(key.to_string()).await?;
    }
    Ok(())
}

/// The keys to press: a line feed is the Enter key.
fn pressed(keys: &TypingData) -> String {
    let enter = char::from(Key::Enter).to_string();
    String::from_iter(keys.as_vec()).replace('\n', &enter)
}
