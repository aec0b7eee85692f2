//! The content that all views share: prose, code, dates, badges.

mod answer;
mod badge;
mod bytes;
mod choosers;
mod code;
mod date;
mod embedding;
mod marked;
mod near;
mod prose;
mod repair;
mod source;
mod support;

pub use answer::{NO_ANSWER, answer_certainty, answer_corrections, answer_reason, answer_remark};
pub use badge::{
    kind_badge, kind_icon, kind_mark, kind_sign, labelled, status_badge, verdict_badge,
    verdict_counts,
};
pub use bytes::{bytes_in_words, space_in_words};
pub use choosers::{Choosers, ChoosersProps};
pub use code::{code_block, highlighted};
pub use date::{date_text, time, when_released};
pub use embedding::embed_button;
pub use marked::{marked, marked_inlines};
pub(crate) use near::near_names;
pub use prose::{Prose, ProseProps, inlines, prose, sentence, with_names};
pub use repair::{RepairDetails, folded_repair, repair_part, repair_sheet};
pub use source::{provenance, yours};
pub use support::{record_of_name, support_line};
