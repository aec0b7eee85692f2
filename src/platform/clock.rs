//! Today's date, and yielding to the browser.

use terms::Date;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Resolves in another task. Defined in `assets/boot/main.ts`.
    #[wasm_bindgen(catch, js_name = nextTask)]
    async fn next_task() -> Result<JsValue, JsValue>;

    /// Resolves when the browser is idle. Defined in `assets/boot/main.ts`.
    #[wasm_bindgen(catch, js_name = whenIdle)]
    async fn when_idle() -> Result<JsValue, JsValue>;
}

/// Waits until the browser is idle.
pub async fn rest() {
    let _ = when_idle().await;
}

/// Lets the browser handle events before more work is done.
pub async fn give_way() {
    // In a page that does not define it, no reader waits.
    let _ = next_task().await;
}

/// Today in the reader's time zone; `None` if the clock shows an invalid date.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    let day = i8::try_from(now.get_date()).ok()?;
    Date::new(year, month, day)
}
