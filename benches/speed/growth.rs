//! Makes a catalogue several times as large as the shipped one. The entry point is [`grown`].

use catalogue::index::Index;
use catalogue::{Catalogue, Feature, FeatureText, Library, Names, Thesaurus};
use document::{Block, Inline};

/// The library with `times` copies of each feature. Each copy has its own names and the texts of
/// other features, so that the frequencies of words are realistic and hardly any two features
/// are the same.
pub(crate) fn grown(library: &Library, times: usize) -> Library {
    let catalogue = &library.catalogue;
    let all: Vec<&FeatureText> = library.feature_texts.values().flatten().collect();
    let mut texts = std::collections::BTreeMap::new();
    let mut named: Vec<(Feature, Names)> = Vec::new();
    for copy in 0..times {
        for (place, (feature, names)) in library.named().enumerate() {
            let other = &catalogue.features[(place + 7 * copy) % catalogue.features.len()];
            let (mut feature, mut names) = (feature.clone(), names.clone());
            feature.slug = format!("{}-{copy}", feature.slug);
            if copy > 0 {
                feature.title.push(Inline::Text(" ".to_owned()));
                feature.title.extend(other.title.iter().take(1).cloned());
                let qualified = names.qualified.iter_mut();
                qualified.for_each(|name| rename(name, copy));
            }
            let mut text = all[(place + 31 * copy) % all.len()].clone();
            text.slug.clone_from(&feature.slug);
            if copy > 0 {
                text.statements.iter_mut().for_each(|said| {
                    said.summary.push(Block::Paragraph(other.title.clone()));
                });
            }
            texts
                .entry(feature.series)
                .or_insert_with(Vec::new)
                .push(text);
            named.push((feature, names));
        }
    }
    named.sort_by_key(|(feature, _)| std::cmp::Reverse(feature.series));
    let (features, names): (Vec<Feature>, Vec<Names>) = named.into_iter().unzip();
    let mut grown = Library {
        names: names.into(),
        catalogue: Catalogue {
            features,
            ..catalogue.clone()
        },
        feature_texts: texts,
        ..library.clone()
    };
    grown.index = Index::of(&grown, &Thesaurus::default());
    grown
}

/// Changes the letters of the last part of a name.
fn rename(name: &mut String, copy: usize) {
    const SYLLABLES: [&str; 10] = ["ab", "ec", "id", "of", "ug", "ah", "ej", "ik", "ol", "um"];
    name.push('_');
    name.push_str(SYLLABLES[copy % SYLLABLES.len()]);
    name.push_str(SYLLABLES[(copy / SYLLABLES.len() + name.len()) % SYLLABLES.len()]);
}
