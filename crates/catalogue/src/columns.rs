//! The columnar encoding of features in the bundle: all values of one field
//! together, which compresses far better than whole features one after the
//! other. [`serialize`] and [`deserialize`] are for `serde(with = …)`.

use super::facts::FirstVersion;
use super::model::{Feature, Verdicts};
use document::Inline;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use terms::{Area, Impact, IssueRef, Kind, PepNumber, ReleaseNumber, Series, Status, Tracker};

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

/// The issues of all features. The bytes of their numbers are apart, because only the
/// lowest ones differ much.
#[derive(Default, Serialize, Deserialize)]
struct Issues {
    /// The number of issues of each feature.
    counts: Vec<usize>,
    trackers: Vec<Tracker>,
    low: Vec<u8>,
    middle: Vec<u8>,
    high: Vec<u16>,
}

impl Issues {
    fn push(&mut self, issues: &[IssueRef]) {
        self.counts.push(issues.len());
        for issue in issues {
            let [low, middle, third, fourth] = issue.number.to_le_bytes();
            self.trackers.push(issue.tracker);
            self.low.push(low);
            self.middle.push(middle);
            self.high.push(u16::from_le_bytes([third, fourth]));
        }
    }

    /// The issues of each feature.
    fn lists(self) -> impl Iterator<Item = Vec<IssueRef>> {
        let numbers = self.low.into_iter().zip(self.middle).zip(self.high);
        let mut issues = self.trackers.into_iter().zip(numbers);
        let counts = self.counts.into_iter();
        counts.map(move |count| {
            let own = issues.by_ref().take(count);
            own.map(|(tracker, ((low, middle), high))| {
                let [third, fourth] = high.to_le_bytes();
                let number = u32::from_le_bytes([low, middle, third, fourth]);
                IssueRef { tracker, number }
            })
            .collect()
        })
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
            issues: Issues,
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
                self.issues.push(&feature.issues);
                $(self.$field.push(feature.$field);)+
            }

            fn have_equal_lengths(&self) -> bool {
                let length = self.slug.count;
                self.title.count == length && self.issues.counts.len() == length && $(self.$field.len() == length)&&+
            }

            fn features(self) -> Vec<Feature> {
                let mut features: Vec<Feature> = Vec::with_capacity(self.slug.count);
                let mut slugs = self.slug.text.lines();
                let mut titles = self.title.text.lines();
                let mut all_issues = self.issues.lists();
                $(let mut $field = self.$field.into_iter();)+
                while let ($(Some($field),)+) = ($($field.next(),)+) {
                    let slug = slugs.next().unwrap_or_default().to_owned();
                    let title = with_names(titles.next().unwrap_or_default());
                    let issues = all_issues.next().unwrap_or_default();
                    features.push(Feature { slug, title, issues, $($field,)+ });
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
    highlight: bool,
    removed: Option<ReleaseNumber>,
    removal: Option<Series>,
    deprecated: Option<Series>,
    first_version: Option<FirstVersion>,
    peps: Vec<PepNumber>,
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
        shorten(&mut feature);
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
    features.iter_mut().for_each(lengthen);
    Ok(features)
}

/// Stands for a slug that is the feature's first PEP.
const FIRST_PEP: &str = "=";

/// Leaves out of the slug, and of the slugs of samples, what other fields say: the first
/// issue, the first PEP, the series, and the feature's own slug.
fn shorten(feature: &mut Feature) {
    let slug = std::mem::take(&mut feature.slug);
    for sample in &mut feature.samples {
        if let Some(rest) = sample.strip_prefix(&slug)
            && rest.starts_with('/')
        {
            *sample = rest.to_owned();
        }
    }
    let issue = feature.issues.first().map(IssueRef::to_string);
    let series = feature.series.to_string();
    feature.slug = if issue.as_ref() == Some(&slug) {
        String::new()
    } else if pep_slug(feature).as_ref() == Some(&slug) {
        FIRST_PEP.to_owned()
    } else if let Some(rest) = slug.strip_prefix(&series)
        && rest.starts_with('-')
    {
        rest.to_owned()
    } else {
        slug
    };
}

/// The inverse of [`shorten`].
fn lengthen(feature: &mut Feature) {
    if feature.slug.is_empty() {
        let issue = feature.issues.first().map(IssueRef::to_string);
        feature.slug = issue.unwrap_or_default();
    } else if feature.slug == FIRST_PEP {
        feature.slug = pep_slug(feature).unwrap_or_default();
    } else if feature.slug.starts_with('-') {
        feature.slug = format!("{}{}", feature.series, feature.slug);
    }
    for sample in &mut feature.samples {
        if sample.starts_with('/') {
            *sample = format!("{}{sample}", feature.slug);
        }
    }
}

/// The slug of a feature that is its first PEP as a whole.
fn pep_slug(feature: &Feature) -> Option<String> {
    feature.peps.first().map(|pep| format!("pep-{}", pep.0))
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
