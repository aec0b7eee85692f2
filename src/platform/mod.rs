//! The browser. The only place that knows `web-sys`: everything else asks here
//! for the address, the storage, the clipboard, a worker or the day.
//!
//! Natively none of it runs while a component is rendered, only in effects and
//! event handlers, so that every component can be rendered there as well. What a
//! first drawing in the browser has to know, the width and the theme, has a
//! native answer.

pub mod address;
pub mod analyzer;
pub mod bundle;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod draw;
pub mod field;
pub mod file;
pub mod frame;
pub mod media;
pub mod offline;
pub mod own;
pub mod parts;
pub mod pause;
pub mod print;
pub mod runs;
pub mod scripts;
pub mod sight;
pub mod site;
pub mod storage;
pub mod theme;
