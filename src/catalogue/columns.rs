//! Features as the bundle carries them: field by field, which compresses far
//! better than feature by feature. [`serialize`] and [`deserialize`] are for
//! `serde(with = …)`.

use super::model::{Feature, Verdicts};
use crate::document::Inline;
use crate::terms::{Area, Impact, IssueRef, Kind, PepNumber, ReleaseNumber, Series, Status};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! columns {
    ($($field:ident: $value:ty,)+) => {
        /// One list a field, in the order of the features.
        #[derive(Default, Serialize, Deserialize)]
        struct Columns {
            $($field: Vec<$value>,)+
        }

        impl Columns {
            fn push(&mut self, feature: Feature) {
                $(self.$field.push(feature.$field);)+
            }

            fn are_even(&self) -> bool {
                let length = self.slug.len();
                $(self.$field.len() == length)&&+
            }

            fn features(self) -> Vec<Feature> {
                let mut features = Vec::with_capacity(self.slug.len());
                $(let mut $field = self.$field.into_iter();)+
                while let ($(Some($field),)+) = ($($field.next(),)+) {
                    features.push(Feature { $($field,)+ });
                }
                features
            }
        }
    };
}

columns! {
    slug: String,
    title: Vec<Inline>,
    kind: Kind,
    area: Option<Area>,
    module: Option<String>,
    series: Series,
    removed: Option<ReleaseNumber>,
    removal: Option<Series>,
    deprecated: Option<Series>,
    peps: Vec<PepNumber>,
    issues: Vec<IssueRef>,
    names: Vec<String>,
    aliases: Vec<String>,
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
    if !columns.are_even() {
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

/// The issue that a feature is as a whole, which its slug says already.
fn implied(feature: &Feature) -> Option<IssueRef> {
    feature.slug.parse().ok()
}
