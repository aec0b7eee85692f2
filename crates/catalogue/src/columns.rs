//! The columnar encoding of features in the bundle: all values of one field
//! together, which compresses far better than whole features one after the
//! other. [`serialize`] and [`deserialize`] are for `serde(with = …)`.

use super::model::{Feature, Verdicts};
use document::Inline;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use terms::{Area, Impact, IssueRef, Kind, PepNumber, ReleaseNumber, Series, Status};

/// Strings without line breaks, joined by line feeds.
#[derive(Default, Serialize, Deserialize)]
struct Lines {
    count: usize,
    text: String,
}

impl Lines {
    fn push(&mut self, line: &str) {
        self.count += 1;
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// A title as one line, with code between backticks.
fn with_ticks(title: &[Inline]) -> String {
    let mut line = String::new();
    for inline in title {
        match inline {
            Inline::Text(text) => line.push_str(text),
            Inline::Code(name) => line.extend(["`", name, "`"]),
            _ => {}
        }
    }
    line.replace('\n', " ")
}

/// The inverse of [`with_ticks`]: the text between two backticks is code.
fn with_names(line: &str) -> Vec<Inline> {
    let parts = line.split('`').enumerate();
    let inlines = parts.map(|(place, part)| match place % 2 {
        0 => Inline::Text(part.to_owned()),
        _ => Inline::Code(part.to_owned()),
    });
    inlines
        .filter(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()))
        .collect()
}

macro_rules! columns {
    ($($field:ident: $value:ty,)+) => {
        /// One list for each field, in the order of the features.
        #[derive(Default, Serialize, Deserialize)]
        struct Columns {
            slug: Lines,
            title: Lines,
            /// Titles with markup other than code, by the index of the feature.
            marked_up: Vec<(usize, Vec<Inline>)>,
            $($field: Vec<$value>,)+
        }

        impl Columns {
            fn push(&mut self, feature: Feature) {
                let title = with_ticks(&feature.title);
                if with_names(&title) != feature.title {
                    self.marked_up.push((self.slug.count, feature.title));
                }
                self.slug.push(&feature.slug);
                self.title.push(&title);
                $(self.$field.push(feature.$field);)+
            }

            fn have_equal_lengths(&self) -> bool {
                let length = self.slug.count;
                self.title.count == length && $(self.$field.len() == length)&&+
            }

            fn features(self) -> Vec<Feature> {
                let mut features: Vec<Feature> = Vec::with_capacity(self.slug.count);
                let mut slugs = self.slug.text.lines();
                let mut titles = self.title.text.lines();
                $(let mut $field = self.$field.into_iter();)+
                while let ($(Some($field),)+) = ($($field.next(),)+) {
                    let slug = slugs.next().unwrap_or_default().to_owned();
                    let title = with_names(titles.next().unwrap_or_default());
                    features.push(Feature { slug, title, $($field,)+ });
                }
                for (place, title) in self.marked_up {
                    if let Some(feature) = features.get_mut(place) {
                        feature.title = title;
                    }
                }
                features
            }
        }
    };
}

columns! {
    kind: Kind,
    area: Option<Area>,
    module: Option<String>,
    series: Series,
    removed: Option<ReleaseNumber>,
    removal: Option<Series>,
    deprecated: Option<Series>,
    peps: Vec<PepNumber>,
    issues: Vec<IssueRef>,
    status: Option<Status>,
    impact: Option<Impact>,
    documents: Vec<String>,
    samples: Vec<String>,
    verdicts: Verdicts,
}

pub(super) fn serialize<S: Serializer>(
    features: &[Feature],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut columns = Columns::default();
    for feature in features {
        let mut feature = feature.clone();
        let implied = implied(&feature);
        if implied.is_some() && feature.issues.first().copied() == implied {
            feature.issues.remove(0);
        }
        columns.push(feature);
    }
    columns.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Feature>, D::Error> {
    let columns = Columns::deserialize(deserializer)?;
    if !columns.have_equal_lengths() {
        return Err(D::Error::custom("columns of different lengths"));
    }
    let mut features = columns.features();
    for feature in &mut features {
        if let Some(issue) = implied(feature)
            && !feature.issues.contains(&issue)
        {
            feature.issues.insert(0, issue);
        }
    }
    Ok(features)
}

/// The issue that the slug of a feature already names, such as `gh-128563`.
fn implied(feature: &Feature) -> Option<IssueRef> {
    feature.slug.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_line_where_it_can_be() {
        let title = vec![
            Inline::Code("except".to_owned()),
            Inline::Text(" without parentheses".to_owned()),
        ];
        assert_eq!(with_ticks(&title), "`except` without parentheses");
        assert_eq!(with_names(&with_ticks(&title)), title);
        let emphatic = vec![Inline::Emphasis(title)];
        assert_ne!(with_names(&with_ticks(&emphatic)), emphatic);
    }
}
