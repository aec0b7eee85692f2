//! The reader's day, and turns for the browser.

use terms::Date;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `assets/boot/main.ts` defines it: a promise of another task.
    #[wasm_bindgen(catch, js_name = nextTask)]
    async fn next_task() -> Result<JsValue, JsValue>;

    /// `assets/boot/main.ts` defines it: a promise that the browser has nothing else
    /// to do.
    #[wasm_bindgen(catch, js_name = whenIdle)]
    async fn when_idle() -> Result<JsValue, JsValue>;
}

/// Waits until the browser has nothing else to do.
pub async fn rest() {
    let _ = when_idle().await;
}

/// Lets the browser answer its reader before more work is done.
pub async fn give_way() {
    // Where nobody defines it, there is no reader to wait.
    let _ = next_task().await;
}

/// Today in the reader's time zone; `None` where the clock says nonsense.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    let day = i8::try_from(now.get_date()).ok()?;
    Date::new(year, month, day)
}
