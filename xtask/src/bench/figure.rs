//! Measured figures and their table. [`Figure`] and [`table`] are the entry points.

use std::fmt::Write;

/// The budget of a figure, in the figure's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Budget {
    /// An upper bound, for sizes and durations.
    AtMost(f64),
    /// A lower bound, for speeds.
    AtLeast(f64),
    /// No bound; the figure is only printed.
    None,
}

/// A measured value with its unit and budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The name of the measured quantity.
    pub name: String,
    value: f64,
    unit: String,
    budget: Budget,
}

impl Figure {
    /// A size, displayed in units of 1000 bytes as in browsers.
    pub fn size(name: &str, bytes: u64, budget: Budget) -> Self {
        Self {
            name: name.to_owned(),
            // No site is so large that the conversion loses precision.
            value: bytes as f64 / 1000.0,
            unit: "KB".to_owned(),
            budget,
        }
    }

    /// Parses a line such as `filter change<TAB>0.21<TAB>ms<TAB><1`: the name, the value,
    /// the unit, and the budget as `<UPPER`, `>LOWER` or `-`.
    pub fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split('\t').map(str::trim);
        let name = fields.next()?.to_owned();
        let value = fields.next()?.parse().ok()?;
        let unit = fields.next()?.to_owned();
        let budget = match fields.next()? {
            "-" => Budget::None,
            text => match text.split_at_checked(1)? {
                ("<", most) => Budget::AtMost(most.parse().ok()?),
                (">", least) => Budget::AtLeast(least.parse().ok()?),
                _ => return None,
            },
        };
        fields.next().is_none().then_some(Self {
            name,
            value,
            unit,
            budget,
        })
    }

    /// Whether the value is within the budget.
    pub fn is_met(&self) -> bool {
        match self.budget {
            Budget::AtMost(most) => self.value <= most,
            Budget::AtLeast(least) => self.value >= least,
            Budget::None => true,
        }
    }

    fn budget(&self) -> String {
        match self.budget {
            Budget::AtMost(most) => format!("at most {most} {}", self.unit),
            Budget::AtLeast(least) => format!("at least {least} {}", self.unit),
            Budget::None => "none".to_owned(),
        }
    }

    fn verdict(&self) -> &'static str {
        match (self.budget, self.is_met()) {
            (Budget::None, _) => "-",
            (_, true) => "ok",
            (_, false) => "MISSED",
        }
    }
}

/// The figures as a Markdown table with aligned columns.
pub fn table(figures: &[Figure]) -> String {
    let mut rows = vec![["figure", "measured", "budget", "verdict"].map(str::to_owned)];
    rows.extend(figures.iter().map(|figure| {
        [
            figure.name.clone(),
            format!("{} {}", rounded(figure.value), figure.unit),
            figure.budget(),
            figure.verdict().to_owned(),
        ]
    }));
    let widths: [usize; 4] = std::array::from_fn(|column| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    });
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<_> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "| {} |", cells.join(" | "));
        if number == 0 {
            let rules: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
            let _ = writeln!(text, "|-{}-|", rules.join("-|-"));
        }
    }
    text
}

/// Formats a number with three significant digits, or as an integer from 100 on.
fn rounded(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value if value >= 1.0 => format!("{value:.2}"),
        value => format!("{value:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_are_upper_or_lower_bounds() {
        for (line, met) in [
            ("parse\t50\tMB/s\t>50", true),
            ("parse\t49.9\tMB/s\t>50", false),
            ("filter\t1\tms\t<1", true),
            ("filter\t1.01\tms\t<1", false),
            ("analyzer\t9999\tKB\t-", true),
        ] {
            assert_eq!(Figure::parse(line).expect(line).is_met(), met, "{line}");
        }
    }

    #[test]
    fn malformed_lines_are_rejected() {
        for line in [
            "",
            "name",
            "name\tmany\tms\t-",
            "name\t1\tms",
            "name\t1\tms\t1",
            "name\t1\tms\t<1\tmore",
        ] {
            assert_eq!(Figure::parse(line), None, "{line:?}");
        }
    }

    #[test]
    fn the_table_shows_which_figure_misses_its_budget() {
        let figures = [
            Figure::size("wasm", 180_001, Budget::AtMost(180.0)),
            Figure::size("page", 1_234, Budget::None),
        ];
        assert_eq!(
            table(&figures),
            "\
| figure | measured | budget         | verdict |
|--------|----------|----------------|---------|
| wasm   | 180 KB   | at most 180 KB | MISSED  |
| page   | 1.23 KB  | none           | -       |
"
        );
    }
}
