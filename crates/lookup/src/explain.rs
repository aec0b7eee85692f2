//! What explains an error, a warning or a traceback. The entry point is
//! [`Lookup::explain`].

use crate::page::{Page, Readable, faint, strong};
use crate::{Lookup, LookupError};
use ::explain::{Answer, Evidence, Explanation, Paste, Side, explain};
use document::plain_text;
use query::Query;
use schemars::JsonSchema;
use serde::Serialize;
use terms::{Kind, Series};

/// What explains a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Explained {
    /// The side to blame for what the first answer explains; as in an answer, or `neither`.
    pub side: &'static str,
    /// The best answer first.
    pub answers: Vec<Answered>,
    /// What is no matter of versions, in sentences.
    pub remarks: Vec<String>,
}

/// A change, or a name, that explains an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Answered {
    /// The slug of the change, or null if only the life of a name explains it.
    pub change: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The qualified name of the standard library, if it is about one.
    pub name: Option<String>,
    /// The version that made the difference.
    pub version: Option<Series>,
    /// What that version did.
    pub kind: Option<Kind>,
    /// `sure`, `likely` or `possible`.
    pub confidence: &'static str,
    /// `older-python` if the code needs a newer Python, `older-code` if it is older than the
    /// Python that ran it, else `unknown`.
    pub side: &'static str,
    /// The side in words: `Your Python is too old`.
    pub verdict: Option<&'static str>,
    /// Why this is the answer.
    pub why: String,
    /// What the message gets wrong: suggestions and announcements that do not hold.
    pub corrections: Vec<String>,
    /// The lines of the text that it explains, from 1.
    pub lines: Vec<usize>,
    /// The further ones in words.
    #[serde(skip)]
    pub also: Option<String>,
    /// What to write instead.
    pub instead: Option<String>,
    /// Code that runs after the change.
    pub after: Option<String>,
}

impl Lookup {
    /// The changes and names that explain what Python said.
    ///
    /// # Errors
    ///
    /// If there is no table of names.
    pub fn explain(&self, text: &str) -> Result<Explained, LookupError> {
        let explanation = self.explanation(text)?;
        let answers = explanation.answers.iter();
        Ok(Explained {
            side: explanation.side().key(),
            answers: answers.map(|answer| self.answered(answer)).collect(),
            remarks: explanation.remarks,
        })
    }

    pub(crate) fn explanation(&self, text: &str) -> Result<Explanation, LookupError> {
        let search = |words: &str| {
            let query = Query {
                text: words.to_owned(),
                ..Query::default()
            };
            let excerpts = &self.library.excerpts;
            self.engine().ranked_with_excerpts(excerpts, &query)
        };
        let evidence = Evidence {
            catalogue: &self.library.catalogue,
            names: &self.library.names,
            tables: &[self.table()?],
            messages: &self.messages,
        };
        Ok(explain(&Paste::parse(text), evidence, &search))
    }

    fn answered(&self, answer: &Answer) -> Answered {
        let feature = answer
            .feature
            .and_then(|index| self.library.catalogue.features.get(index));
        let text = feature.and_then(|feature| self.text(feature));
        let after = text.and_then(|text| text.repair.after.as_ref());
        let instead = text.map(|text| plain_text(&text.instead));
        Answered {
            change: feature.map(|feature| feature.slug.clone()),
            title: feature.map(|feature| plain_text(&feature.title)),
            name: answer.name.clone(),
            version: answer.version,
            kind: answer.kind,
            confidence: answer.certainty.key(),
            side: answer.side.key(),
            verdict: answer.verdict(),
            why: answer.why.clone(),
            corrections: answer.corrections(instead.as_deref().unwrap_or_default()),
            lines: answer.lines.clone(),
            also: answer.also(),
            instead: instead.filter(|instead| !instead.is_empty()),
            after: after.map(|after| after.value.text.clone()),
        }
    }
}

impl Readable for Explained {
    fn write(&self, page: &mut Page) {
        for answer in &self.answers {
            write_answer(answer, page);
        }
        let verdict = Side::Neither.words().filter(|_| self.answers.is_empty());
        for remark in &self.remarks {
            match verdict {
                Some(verdict) => page.line(0, &format!("{verdict}: {remark}")),
                None => page.line(0, remark),
            }
        }
        if self.answers.is_empty() && self.remarks.is_empty() {
            page.line(0, "No change of Python explains this text.");
        }
    }
}

fn write_answer(answer: &Answered, page: &mut Page) {
    match answer.verdict {
        Some(verdict) => page.line(0, &format!("{}: {}", strong(verdict), answer.why)),
        None => page.line(0, &answer.why),
    }
    let title = answer.title.as_ref().or(answer.name.as_ref());
    let title = title.map(String::as_str).unwrap_or_default();
    let version = answer.version.map(|version| format!("Python {version}: "));
    let version = version.unwrap_or_default();
    page.line(4, &format!("{version}{title} ({})", answer.confidence));
    for correction in &answer.corrections {
        page.line(4, &format!("Beware: {correction}"));
    }
    if let Some(also) = &answer.also {
        page.line(4, &format!("It {also}."));
    }
    if let Some(instead) = &answer.instead {
        page.line(4, &format!("Instead: {instead}"));
    }
    if let Some(code) = &answer.after {
        page.code(8, code);
    }
    if let Some(slug) = &answer.change {
        page.line(4, &format!("Change: {}", faint(slug)));
    }
}
