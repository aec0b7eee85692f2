//! The life of a name in words, such as “added in 3.9; not in 3.8”. The entry point is
//! [`Row::summary`].

use crate::{Row, Survey, Versions};
use terms::Series;

impl Row {
    /// What is known of the name's life, in short statements: when it was added,
    /// deprecated and removed, and where it is missing.
    pub fn summary(&self, survey: &Survey) -> Vec<String> {
        let (Some(oldest), Some(newest)) = (survey.oldest(), survey.newest()) else {
            return Vec::new();
        };
        let known = self.known_versions();
        let mut statements = vec![self.addition(oldest)];
        statements.extend(self.backports(oldest));
        let missing = missing_between(known);
        if !missing.is_empty() {
            statements.push(format!("not in {}", missing.ranges()));
        }
        let deprecated = self.deprecated();
        statements.extend(deprecated.map(|version| format!("deprecated in {version}")));
        let removed = self.removed(newest);
        statements.extend(removed.map(|version| format!("removed in {version}")));
        let removal = self.removal.filter(|_| removed.is_none());
        statements.extend(removal.map(|version| format!("to be removed in {version}")));
        if !self.platforms.is_empty() {
            let names: Vec<&str> = self.platforms.iter().map(|one| one.label()).collect();
            statements.push(format!("on {} only", names.join(" and ")));
        }
        statements
    }

    fn addition(&self, oldest: Series) -> String {
        let Some(added) = self.added(oldest) else {
            return format!("since {oldest} or earlier");
        };
        // The patch releases of older versions may have it.
        let is_backported = self.patches.iter().any(|patch| patch.series < added);
        let before = Series::python3(added.minor.saturating_sub(1));
        if added <= oldest || is_backported || self.known_versions().contains(before) {
            return format!("added in {added}");
        }
        format!("added in {added}; not in {before}")
    }

    /// The releases of versions before the one that added it that have it as well: the
    /// patch releases, or the versions where these are not known.
    fn backports(&self, oldest: Series) -> Option<String> {
        if let Some(patches) = list(&self.patches) {
            return Some(format!("also in {patches}"));
        }
        let added = self.added(oldest)?;
        let earlier = self.known_versions().iter().filter(|known| *known < added);
        let earlier: Versions = earlier.collect();
        (!earlier.is_empty()).then(|| format!("also in the last releases of {}", earlier.ranges()))
    }
}

/// The versions between the first and the last one that lack a name.
fn missing_between(known: Versions) -> Versions {
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return Versions::default();
    };
    let between = Versions::between(first..=last);
    between
        .iter()
        .filter(|version| !known.contains(*version))
        .collect()
}

fn list<T: ToString>(values: &[T]) -> Option<String> {
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::fixture;

    fn summary(line: &str) -> String {
        fixture::rows(line)[0]
            .summary(&fixture::survey())
            .join(", ")
    }

    #[test]
    fn statements_are_in_the_order_of_a_life() {
        for (line, words) in [
            ("f.cache\tfunction\t3.9-", "added in 3.9; not in 3.8"),
            ("os\tmodule\t3.6-", "since 3.6 or earlier"),
            ("f.lru\tfunction\t3.6-\tadded=3.2", "added in 3.2"),
            (
                "sys.f\tfunction\t3.7-\tadded=3.11\tpatches=3.10.7,3.9.14",
                "added in 3.11, also in 3.10.7, 3.9.14",
            ),
            (
                "os.path.A\tconstant\t3.13-\tadded=3.15",
                "added in 3.15, also in the last releases of 3.13–3.14",
            ),
            (
                "ast.Num\tclass\t3.6-3.13\tdeprecated=3.8",
                "since 3.6 or earlier, deprecated in 3.8, removed in 3.14",
            ),
            (
                "a.b\tclass\t3.7,3.9-\tremoval=3.17",
                "added in 3.7; not in 3.6, not in 3.8, to be removed in 3.17",
            ),
            (
                "os.startfile\tfunction\t\tplatforms=win32\twin32=3.6-",
                "since 3.6 or earlier, on Windows only",
            ),
        ] {
            assert_eq!(summary(line), words, "{line}");
        }
    }
}
