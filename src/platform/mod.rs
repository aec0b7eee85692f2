//! The browser. Only this module uses `web-sys`: everything else accesses the address, the
//! storage, the clipboard, workers and the date through it.
//!
//! Components call it only in effects and event handlers, so that they can be rendered
//! natively as well. The functions that a first render calls, for the width and the theme,
//! have a native implementation.

pub mod address;
pub mod analyzer;
pub mod bundle;
pub mod checker;
pub mod clipboard;
pub mod clock;
pub mod debounce;
pub mod dom;
pub mod draw;
pub mod field;
pub mod file;
pub mod frame;
pub mod media;
pub mod offline;
pub mod own;
pub mod parts;
pub mod prerendered;
pub mod print;
pub mod runs;
pub mod scripts;
pub mod site;
pub mod storage;
pub mod theme;
pub mod viewport;
