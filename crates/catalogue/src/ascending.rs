//! The encoding of ascending indices in the bundle: the difference to the one before, which
//! is mostly 1. [`serialize`] and [`deserialize`] are for `serde(with = …)`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(super) fn serialize<S: Serializer>(
    indices: &[usize],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let before = std::iter::once(&0).chain(indices);
    let steps = indices.iter().zip(before);
    let steps: Vec<usize> = steps
        .map(|(index, before)| index.wrapping_sub(*before))
        .collect();
    steps.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<usize>, D::Error> {
    let mut indices = Vec::<usize>::deserialize(deserializer)?;
    let mut before = 0usize;
    for index in &mut indices {
        *index = before.wrapping_add(*index);
        before = *index;
    }
    Ok(indices)
}
