//! The series that are analysed, and the corresponding versions of ruff. The entry point is
//! [`SERIES`].

use ruff_python_ast::PythonVersion;
use terms::Series;

/// The series for which sources are analysed, oldest first.
pub const SERIES: [Series; 8] = [
    Series::python3(8),
    Series::python3(9),
    Series::python3(10),
    Series::python3(11),
    Series::python3(12),
    Series::python3(13),
    Series::python3(14),
    Series::python3(15),
];

/// The target version of ruff's parser for a series.
pub(super) fn target_version(series: Series) -> PythonVersion {
    PythonVersion::from((series.major, series.minor))
}
