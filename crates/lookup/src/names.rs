//! Names of the standard library. The entry point is [`Lookup::name`].

use crate::page::{Page, Readable, faint, strong};
use crate::{Lookup, LookupError};
use api::data::NameData;
use api::{Answer, Row, Survey};
use terms::Series;

/// A name of the standard library.
#[derive(Debug, Clone, PartialEq)]
pub struct Name<'a> {
    /// What is known of it.
    pub data: NameData,
    row: &'a Row,
    survey: &'a Survey,
}

impl Lookup {
    /// What is known of a qualified name.
    ///
    /// # Errors
    ///
    /// If no version has it, or if there is no table of names.
    pub fn name(&self, name: &str) -> Result<Name<'_>, LookupError> {
        let table = self.table()?;
        match table.look_up(name) {
            Answer::Known { row, .. } => self.named(row),
            Answer::Unknown { nearest } => Err(LookupError::UnknownName {
                name: name.to_owned(),
                oldest: table.survey().oldest().unwrap_or(Series::python3(0)),
                nearest: nearest.into_iter().map(str::to_owned).collect(),
            }),
        }
    }

    /// Every name.
    ///
    /// # Errors
    ///
    /// If there is no table of names.
    pub fn all_names(&self) -> Result<Vec<NameData>, LookupError> {
        let table = self.table()?;
        let changes = self.library.features_by_name();
        let rows = table.modules().flat_map(|(_, rows)| rows);
        let data = rows.map(|row| {
            let slugs = changes.get(row.name.as_str()).into_iter().flatten();
            let slugs = slugs.map(|slug| (*slug).to_owned()).collect();
            NameData::new(row, table.survey(), slugs)
        });
        Ok(data.collect())
    }

    fn named<'a>(&'a self, row: &'a Row) -> Result<Name<'a>, LookupError> {
        let library = &self.library;
        let changes = library
            .catalogue
            .features_named(&library.names, &row.name)
            .map(|feature| feature.slug.clone());
        let survey = self.table()?.survey();
        Ok(Name {
            data: NameData::new(row, survey, changes.collect()),
            row,
            survey,
        })
    }
}

impl Readable for Name<'_> {
    fn write(&self, page: &mut Page) {
        let Self { data, row, survey } = self;
        let life = row.summary(survey).join(", ");
        page.line(0, &format!("{}: {}, {life}", strong(&data.name), data.kind));
        page.line(4, &format!("versions: {}", row.known_versions().ranges()));
        for signature in &row.signatures {
            let versions = signature.versions.ranges();
            page.line(4, &format!("{versions}: {}", signature.text));
        }
        if let Some(backport) = &row.backport {
            let (name, package) = (&backport.name, strong(&backport.package));
            page.line(4, &format!("backport: {name} in the package {package}"));
        }
        if !data.changes.is_empty() {
            page.line(4, &format!("features: {}", faint(data.changes.join(", "))));
        }
    }
}
