//! The series that are shown, and ruff's names for them. The entry point is
//! [`SERIES`].

use ruff_python_ast::PythonVersion;
use terms::Series;

/// The series every finding speaks of, oldest first.
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

/// The parser's target for a series.
pub(super) fn target(series: Series) -> PythonVersion {
    PythonVersion::from((series.major, series.minor))
}
