//! The table of messages: how each version words an error or a warning, and the change that
//! one of them announces. The entry points are [`Messages::parse`] and [`Messages::find`].

use crate::paste::Report;
use crate::template::find;
use ::bundle::{EncodeError, File, Part, encode};
use api::Versions;
use serde::{Deserialize, Serialize};
use terms::{Series, reported_class};

/// The messages of all versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messages {
    messages: Vec<Message>,
}

/// What some versions say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The exception or warning, without its module; empty if a compiler or linker says it.
    pub class: String,
    /// The versions that say so.
    pub versions: Versions,
    /// The words, with `{}` for what differs from program to program.
    pub template: String,
    /// The slugs of the changes that explain it, the best first; empty if every version
    /// words it alike, so that no change does.
    pub changes: Vec<String>,
}

/// Why a table of messages cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MessagesError {
    /// A line has fewer or more fields than it should.
    #[error(
        "line {0}: give a class, versions, a template and a slug or `-`, with tabs between them"
    )]
    Fields(usize),
    /// The versions are not versions.
    #[error("line {0}: {1}")]
    Versions(usize, api::VersionsError),
}

/// The fewest letters that a template has outside its gaps to explain a message alone.
const FEWEST_LETTERS: usize = 8;

/// The fewest letters that a template has outside its gaps to explain a message of another
/// class.
const FEWEST_LETTERS_OF_OTHERS: usize = 20;

impl Messages {
    /// Reads a table: a message in a line, its fields separated by tabs. Lines that begin
    /// with `#` are comments. `newest` is the version that an open range ends with.
    ///
    /// # Errors
    ///
    /// If a line has other fields than those of a [`Message`].
    pub fn parse(text: &str, newest: Series) -> Result<Self, MessagesError> {
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let messages = lines.map(|(index, line)| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [class, versions, template, changes] = fields[..] else {
                return Err(MessagesError::Fields(index + 1));
            };
            let versions = Versions::parse(versions, newest)
                .map_err(|error| MessagesError::Versions(index + 1, error))?;
            Ok(Message {
                class: Some(class)
                    .filter(|class| *class != "-")
                    .unwrap_or_default()
                    .to_owned(),
                versions,
                template: template.to_owned(),
                changes: match changes {
                    "-" => Vec::new(),
                    slugs => slugs.split(',').map(str::to_owned).collect(),
                },
            })
        });
        messages
            .collect::<Result<_, _>>()
            .map(|messages| Self { messages })
    }

    /// Adds what a change shows in some versions, `Class: message` with `…` for what differs
    /// from program to program. A message that is there already gets the change as the last
    /// of its explanations, unless it is said to be no matter of versions.
    pub fn add(&mut self, seen: &str, versions: terms::VersionRange, newest: Series, change: &str) {
        let Some(last) = seen.lines().last() else {
            return;
        };
        let Some((class, at)) = reported_class(last).filter(|(class, _)| last.starts_with(class))
        else {
            return;
        };
        let template = last.get(at..).unwrap_or_default().trim().replace('…', "{}");
        if letters(&template) < FEWEST_LETTERS {
            return;
        }
        let known = self.messages.iter_mut();
        let mut known = known.filter(|message| {
            message.class == class
                && (message.template == template || find(&message.template, &template).is_some())
        });
        if let Some(message) = known.next() {
            if !message.changes.is_empty() && !message.changes.iter().any(|slug| slug == change) {
                message.changes.push(change.to_owned());
            }
            return;
        }
        let first = versions.from.unwrap_or(Series::python3(0));
        let last = versions.to.map_or(newest, |to| to.min(newest));
        self.messages.push(Message {
            class: class.to_owned(),
            versions: Versions::between(first..=last),
            template,
            changes: vec![change.to_owned()],
        });
    }

    /// All messages, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter()
    }

    /// The messages whose words a report has, those of its class and with the most words
    /// first. An error may have gone through other exceptions, so that words that are
    /// particular enough are also found behind another class.
    pub fn find(&self, report: &Report) -> Vec<&Message> {
        let found = self.messages.iter().filter_map(|message| {
            let is_of_class = report.class.is_empty()
                || message.class.is_empty()
                || message.class == report.class;
            let letters = letters(&message.template);
            let fewest = if is_of_class {
                FEWEST_LETTERS
            } else {
                FEWEST_LETTERS_OF_OTHERS
            };
            let is_told = letters >= fewest && find(&message.template, &report.message).is_some();
            let is_told =
                is_told || is_of_class && is_beginning(&report.message, &message.template);
            is_told.then_some((!is_of_class, std::cmp::Reverse(letters), message))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(is_of_other, letters, _)| (*is_of_other, *letters));
        // Words with more gaps fit what they were not made for.
        let most = found.first().map_or(0, |(_, letters, _)| letters.0);
        found
            .into_iter()
            .filter(|(_, letters, _)| letters.0 * 4 >= most * 3)
            .map(|(_, _, message)| message)
            .collect()
    }
}

/// The part of the bundle with the messages.
pub fn part() -> Part<Messages> {
    Part::at("messages.bin")
}

/// Encodes the part.
///
/// # Errors
/// If it cannot be encoded.
pub fn write(messages: &Messages) -> Result<File, EncodeError> {
    encode(&part(), messages)
}

/// The shortest beginning of a message that is recognized, in bytes.
const SHORTEST_BEGINNING: usize = 30;

/// Whether a message was cut short before the first gap of a template.
fn is_beginning(message: &str, template: &str) -> bool {
    let message = message.trim_end_matches(['.', '…', ' ']);
    message.len() >= SHORTEST_BEGINNING && template.starts_with(message)
}

/// The number of letters of a template outside its gaps.
fn letters(template: &str) -> usize {
    let letters = template.chars().filter(|letter| letter.is_alphabetic());
    letters.count()
}
