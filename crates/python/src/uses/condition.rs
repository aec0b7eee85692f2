//! Conditions on the version of Python and on what exists: `sys.version_info >= (3, 9)`,
//! `hasattr(os, "fork")`, `TYPE_CHECKING`.

use super::VersionComparison;
use super::flow::{Condition, Outcome};
use super::names::Names;
use super::path::{PathId, Step};
use super::value::What;
use ruff_python_ast::{CmpOp, Expr, ExprCompare, Number, UnaryOp};
use ruff_text_size::Ranged;
use terms::{Series, Versions};

/// What a comparison is about, besides a constant.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Subject {
    /// The first so many numbers of the version, or all.
    Numbers(Option<usize>),
    /// One of them.
    Number(usize),
    /// `sys.hexversion`.
    Hexadecimal,
    /// The first so many characters of `sys.version`, or all.
    Text(Option<usize>),
}

impl<'a> Names<'a> {
    /// Evaluates a condition, without recording what it uses.
    pub(super) fn condition(&mut self, test: &'a Expr) -> Condition {
        match test {
            Expr::BooleanLiteral(literal) => constant(literal.value),
            Expr::NumberLiteral(literal) => match &literal.value {
                Number::Int(number) => constant(number.as_i64() != Some(0)),
                _ => Condition::unknown(),
            },
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => {
                self.condition(&unary.operand).not()
            }
            Expr::BoolOp(operation) => {
                let is_and = operation.op.is_and();
                let mut all = operation.values.iter();
                let Some(first) = all.next() else {
                    return Condition::unknown();
                };
                let first = self.condition(first);
                all.fold(first, |before, next| {
                    let next = self.condition(next);
                    if is_and {
                        before.and(&next)
                    } else {
                        before.or(&next)
                    }
                })
            }
            Expr::Compare(comparison) => self.comparison(comparison),
            Expr::Call(call) => self.presence(&call.func, &call.arguments.args),
            Expr::Name(_) | Expr::Attribute(_) => self.flag(test),
            Expr::Named(named) => self.condition(&named.value),
            _ => Condition::unknown(),
        }
    }

    /// A name that holds a condition: `TYPE_CHECKING`, `six.PY2`, a variable.
    fn flag(&mut self, expr: &'a Expr) -> Condition {
        let value = self.peek(expr);
        if let Some(What::Condition(index)) = value.only() {
            return self.conditions[index].clone();
        }
        let name = match expr {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            _ => return Condition::unknown(),
        };
        match name {
            "TYPE_CHECKING" | "PY2" => constant(false),
            "PY3" => constant(true),
            _ if let Some(version) = version_in(name) => {
                let since = Versions::since(version);
                Condition::on(since, Versions::ALL.without(since))
            }
            // `if tomllib:` after an import that may have failed.
            _ => self.exists(value.0.iter().find_map(|one| match one.what {
                What::Path(path) if one.guard.is_some() => Some(path),
                _ => None,
            })),
        }
    }

    /// A condition that is true where a path exists, and false where it does not.
    fn exists(&self, path: Option<PathId>) -> Condition {
        let mut condition = Condition::unknown();
        condition.when_true.present.extend(path);
        condition.when_false.absent.extend(path);
        condition
    }

    /// `hasattr(owner, "name")`, and `callable(getattr(owner, "name", None))`.
    fn presence(&mut self, function: &'a Expr, arguments: &'a [Expr]) -> Condition {
        let Expr::Name(name) = function else {
            return Condition::unknown();
        };
        match (name.id.as_str(), arguments) {
            ("hasattr", [owner, Expr::StringLiteral(attribute)]) => {
                let path = self.attribute_path(owner, attribute.value.to_str());
                self.exists(path)
            }
            ("getattr", [owner, Expr::StringLiteral(attribute), ..]) => {
                let path = self.attribute_path(owner, attribute.value.to_str());
                self.exists(path)
            }
            ("callable" | "bool", [Expr::Call(call)]) => match &*call.arguments.args {
                [owner, Expr::StringLiteral(attribute), ..] if is_name(&call.func, "getattr") => {
                    let path = self.attribute_path(owner, attribute.value.to_str());
                    self.exists(path)
                }
                _ => Condition::unknown(),
            },
            _ => Condition::unknown(),
        }
    }

    fn attribute_path(&mut self, owner: &'a Expr, name: &str) -> Option<PathId> {
        match self.peek(owner).only() {
            Some(What::Path(path)) => Some(self.uses.paths.attribute(path, name)),
            _ => None,
        }
    }

    /// A comparison, whose parts all hold if it is a chain such as `a <= b < c`.
    fn comparison(&mut self, comparison: &'a ExprCompare) -> Condition {
        let operands = std::iter::once(&*comparison.left).chain(&comparison.comparators);
        let pairs = operands.zip(&comparison.ops).zip(&comparison.comparators);
        let parts = pairs.map(|((left, op), right)| self.compared(left, *op, right));
        let all = parts.reduce(|before, next| before.and(&next));
        all.unwrap_or_else(Condition::unknown)
    }

    fn compared(&mut self, left: &'a Expr, op: CmpOp, right: &'a Expr) -> Condition {
        let subject = self.subject(left);
        let compared = match subject {
            Some(subject) => Some(compare(subject, op, right)),
            None => self
                .subject(right)
                .map(|subject| compare(subject, mirrored(op), left)),
        };
        if let Some(condition) = compared {
            let range = left.start().into()..right.end().into();
            self.uses.comparisons.extend(settled(&condition, range));
            return condition;
        }
        match op {
            // `tomllib is not None` after an import that may have failed.
            CmpOp::Is | CmpOp::Eq if right.is_none_literal_expr() => self.flag(left).not(),
            CmpOp::IsNot | CmpOp::NotEq if right.is_none_literal_expr() => self.flag(left),
            // `"name" in dir(module)`.
            CmpOp::In => match (left, right) {
                (Expr::StringLiteral(name), Expr::Call(call)) if is_name(&call.func, "dir") => {
                    let owner = call.arguments.args.first();
                    let path =
                        owner.and_then(|owner| self.attribute_path(owner, name.value.to_str()));
                    self.exists(path)
                }
                _ => Condition::unknown(),
            },
            _ => Condition::unknown(),
        }
    }

    fn subject(&mut self, expr: &'a Expr) -> Option<Subject> {
        match expr {
            Expr::Subscript(subscript) => {
                let whole = self.subject(&subscript.value)?;
                match (&*subscript.slice, whole) {
                    (Expr::Slice(slice), Subject::Numbers(None) | Subject::Text(None)) => {
                        if slice
                            .lower
                            .as_deref()
                            .is_some_and(|lower| integer(lower) != Some(0))
                        {
                            return None;
                        }
                        let upper = integer(slice.upper.as_deref()?)?;
                        let upper = usize::try_from(upper).ok()?;
                        Some(match whole {
                            Subject::Text(_) => Subject::Text(Some(upper)),
                            _ => Subject::Numbers(Some(upper)),
                        })
                    }
                    (index, Subject::Numbers(_)) => {
                        let index = usize::try_from(integer(index)?).ok()?;
                        Some(Subject::Number(index))
                    }
                    (index, Subject::Text(None)) if integer(index) == Some(0) => {
                        Some(Subject::Text(Some(1)))
                    }
                    _ => None,
                }
            }
            Expr::Name(_) | Expr::Attribute(_) => match self.peek(expr).only()? {
                What::Path(path) => self.subject_path(path),
                _ => None,
            },
            // `tuple(sys.version_info)` and the like.
            Expr::Call(call) if is_name(&call.func, "tuple") => {
                self.subject(call.arguments.args.first()?)
            }
            _ => None,
        }
    }

    fn subject_path(&self, path: PathId) -> Option<Subject> {
        let Step::Attribute(parent, name) = self.uses.paths.step(path) else {
            return None;
        };
        let is_sys =
            |path| matches!(self.uses.paths.step(path), Step::Module(name) if &**name == "sys");
        if is_sys(*parent) {
            return match &**name {
                "version_info" => Some(Subject::Numbers(None)),
                "hexversion" => Some(Subject::Hexadecimal),
                "version" => Some(Subject::Text(None)),
                _ => None,
            };
        }
        match (self.subject_path(*parent)?, &**name) {
            (Subject::Numbers(None), "major") => Some(Subject::Number(0)),
            (Subject::Numbers(None), "minor") => Some(Subject::Number(1)),
            _ => None,
        }
    }
}

/// From which version on a condition has one result, if older versions have the other.
fn settled(condition: &Condition, range: std::ops::Range<u32>) -> Option<VersionComparison> {
    let (holds, fails) = (condition.when_true.versions, condition.when_false.versions);
    let newest = Series::python3(Versions::MAX_MINOR);
    let is_true = holds.contains(newest);
    let (other, all) = if is_true {
        (fails, holds)
    } else {
        (holds, fails)
    };
    let version = Series::python3(other.last()?.minor.checked_add(1)?);
    let is_settled = version <= newest && Versions::since(version).without(all).is_empty();
    is_settled.then_some(VersionComparison {
        range,
        version,
        holds: is_true,
    })
}

pub(super) fn is_name(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Name(found) if found.id.as_str() == name)
}

/// The version in the name of a flag that says that it is this version or a newer one:
/// `PY38`, `py310`, `PY_3_10_PLUS`, `IS_PYTHON_39`.
fn version_in(name: &str) -> Option<Series> {
    let name = name.to_ascii_lowercase();
    let name = name.trim_matches('_');
    let name = name.strip_prefix("is_").unwrap_or(name);
    let name = name.strip_prefix("has_").unwrap_or(name);
    let rest = name
        .strip_prefix("python")
        .or_else(|| name.strip_prefix("py"))?;
    let rest = rest.trim_start_matches('_').strip_prefix('3')?;
    let rest = rest.trim_start_matches('_');
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (minor, after) = rest.split_at(end);
    let is_lower_bound = matches!(
        after,
        "" | "plus" | "_plus" | "_or_newer" | "_or_later" | "_or_higher"
    );
    let minor: u8 = minor.parse().ok()?;
    (is_lower_bound && minor <= Versions::MAX_MINOR).then_some(Series::python3(minor))
}

fn constant(value: bool) -> Condition {
    if value {
        Condition::on(Versions::ALL, Versions::NONE)
    } else {
        Condition::on(Versions::NONE, Versions::ALL)
    }
}

pub(super) fn integer(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(number) => number.as_i64(),
            _ => None,
        },
        _ => None,
    }
}

fn mirrored(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::LtE => CmpOp::GtE,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::GtE => CmpOp::LtE,
        other => other,
    }
}

/// Compares a version with a constant.
fn compare(subject: Subject, op: CmpOp, constant: &Expr) -> Condition {
    if let (CmpOp::In | CmpOp::NotIn, Expr::Tuple(tuple)) = (op, constant) {
        let any = tuple
            .elts
            .iter()
            .map(|one| compare(subject, CmpOp::Eq, one))
            .reduce(|before, next| before.or(&next));
        let any = any.unwrap_or_else(Condition::unknown);
        return if op == CmpOp::In { any } else { any.not() };
    }
    let Some(bound) = bound(subject, constant) else {
        return Condition::unknown();
    };
    let mut outcomes = [Versions::NONE, Versions::NONE];
    for minor in 0..=Versions::MAX_MINOR {
        // The oldest and the newest release of the version, which no number is as high as.
        for release in [0, 0xff] {
            let version = numbers(subject, [3, i64::from(minor), release]);
            let Some(result) = holds(op, &version, &bound) else {
                return Condition::unknown();
            };
            outcomes[usize::from(!result)].insert(Series::python3(minor));
        }
    }
    Condition {
        when_true: Outcome::of(outcomes[0]),
        when_false: Outcome::of(outcomes[1]),
    }
}

/// The numbers of a version that a subject has.
fn numbers(subject: Subject, version: [i64; 3]) -> Vec<i64> {
    match subject {
        Subject::Numbers(None) | Subject::Hexadecimal => version.to_vec(),
        Subject::Numbers(Some(count)) => version.iter().take(count).copied().collect(),
        Subject::Number(index) => version.iter().skip(index).take(1).copied().collect(),
        Subject::Text(Some(1)) => vec![version[0]],
        // `sys.version[:3]` is `3.1` for 3.10 and later.
        Subject::Text(_) => version[..2].to_vec(),
    }
}

/// The numbers of a constant that a subject is compared with.
fn bound(subject: Subject, constant: &Expr) -> Option<Vec<i64>> {
    match (subject, constant) {
        (Subject::Numbers(_), Expr::Tuple(tuple)) => {
            let numbers = tuple.elts.iter().take(3).map(integer);
            let numbers: Option<Vec<i64>> = numbers.take_while(Option::is_some).collect();
            numbers.filter(|numbers| !numbers.is_empty())
        }
        (Subject::Numbers(_), Expr::List(_)) => None,
        (Subject::Number(_), constant) => Some(vec![integer(constant)?]),
        (Subject::Hexadecimal, constant) => {
            let number = integer(constant)?;
            Some(vec![
                number >> 24,
                (number >> 16) & 0xff,
                (number >> 8) & 0xff,
            ])
        }
        (Subject::Text(_), Expr::StringLiteral(text)) => {
            let numbers = text
                .value
                .to_str()
                .split('.')
                .map(|part| part.trim().parse().ok());
            numbers.collect()
        }
        _ => None,
    }
}

fn holds(op: CmpOp, version: &[i64], bound: &[i64]) -> Option<bool> {
    Some(match op {
        CmpOp::Lt => version < bound,
        CmpOp::LtE => version <= bound,
        CmpOp::Gt => version > bound,
        CmpOp::GtE => version >= bound,
        CmpOp::Eq => version == bound,
        CmpOp::NotEq => version != bound,
        _ => return None,
    })
}
