//! Repair sheets: what an upgrade breaks, and what to write instead.
//!
//! Three attributes of a heading and code blocks below it make a sheet. The entry points
//! are [`Repair`] and, for the code blocks, [`Role::read`].

use super::{Block, tree::Listing};
use serde::{Deserialize, Serialize};
use terms::{Break, Fix, Ranged, TermError, VersionRange};

/// What an upgrade breaks, and what to write instead. A list that a document gives as `none`
/// is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// `break:`, how code fails.
    pub breaks: Option<Break>,
    /// `backport:`, packages on PyPI with the removed thing for newer versions, or with the
    /// replacement for older ones.
    pub backports: Vec<String>,
    /// `fix:`, what rewrites the code by itself.
    pub fixes: Vec<Fix>,
    /// `untested:`, why the code is not run by the tests.
    pub untested: Option<String>,
    /// A program that the change breaks.
    pub before: Option<Listing>,
    /// What is seen when that program runs: the last line of the traceback, the warning, or
    /// what it prints. `…` stands for any text. Empty if it runs or compiles without a word.
    pub seen: Vec<Ranged<String>>,
    /// The repaired program, and the versions that run it without a warning.
    pub after: Option<Ranged<Listing>>,
}

impl Repair {
    /// Whether nothing of a sheet is given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a part, or gives it back if the sheet has it already.
    pub(super) fn take(&mut self, part: &RepairPart) -> bool {
        match part {
            RepairPart::Before(listing) if self.before.is_none() => {
                self.before = Some(listing.clone());
            }
            RepairPart::After(after) if self.after.is_none() => self.after = Some(after.clone()),
            RepairPart::Seen(seen) => self.seen.push(seen.clone()),
            RepairPart::Before(_) | RepairPart::After(_) => return false,
        }
        true
    }

    /// The code blocks of the sheet, in the order in which documents have them.
    pub fn blocks(&self) -> impl Iterator<Item = Block> {
        let before = self.before.iter().cloned().map(RepairPart::Before);
        let seen = self.seen.iter().cloned().map(RepairPart::Seen);
        let after = self.after.iter().cloned().map(RepairPart::After);
        before.chain(seen).chain(after).map(Block::Repair)
    }
}

/// A code block of a repair sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepairPart {
    /// A program that the change breaks.
    Before(Listing),
    /// What is seen when it runs.
    Seen(Ranged<String>),
    /// The repaired program.
    After(Ranged<Listing>),
}

/// The words after the language of a code block that belongs to a repair sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Before,
    Seen(VersionRange),
    After(VersionRange),
}

impl Role {
    /// Reads `before`, `seen 3.12..` or `after 3.9..`; `None` for any other words.
    pub(super) fn read(words: &str) -> Option<Result<Self, TermError>> {
        let (word, versions) = words.split_once(' ').unwrap_or((words, ""));
        match word {
            "before" if versions.is_empty() => Some(Ok(Self::Before)),
            "seen" => Some(versions.trim().parse().map(Self::Seen)),
            "after" => Some(versions.trim().parse().map(Self::After)),
            _ => None,
        }
    }

    /// The part of a sheet that a code block with this role is.
    pub(super) fn part(self, listing: Listing) -> RepairPart {
        match self {
            Self::Before => RepairPart::Before(listing),
            Self::Seen(versions) => RepairPart::Seen(Ranged {
                versions,
                value: listing.text.trim_end().to_owned(),
            }),
            Self::After(versions) => RepairPart::After(Ranged {
                versions,
                value: listing,
            }),
        }
    }
}
