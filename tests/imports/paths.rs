//! The paths that Rust source follows within its own crate. The entry point is
//! [`paths`].

use super::tokens::Token;

/// A path from the root of the crate, such as `["document", "plain_text"]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CratePath {
    pub segments: Vec<String>,
    /// Where it is written, counted from 1.
    pub line: usize,
}

/// Every path that begins with `crate` or `super`, in a `use` or elsewhere,
/// groups taken apart. The module is that of the file.
pub fn paths(tokens: &[Token], module: &[&str]) -> Vec<CratePath> {
    let mut reader = Reader {
        tokens,
        at: 0,
        module: module.iter().map(|name| (*name).to_owned()).collect(),
        inline: Vec::new(),
        depth: 0,
        found: Vec::new(),
    };
    reader.read();
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    /// Where the reader is, modules written within the file included.
    module: Vec<String>,
    /// The depths of braces at which those began.
    inline: Vec<usize>,
    depth: usize,
    found: Vec<CratePath>,
}

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    fn read(&mut self) {
        while self.at < self.tokens.len() {
            match self.text(self.at) {
                "crate" | "super" => {
                    self.tree(&self.module.clone());
                    continue;
                }
                "mod" if self.text(self.at + 2) == "{" => {
                    self.module.push(self.text(self.at + 1).to_owned());
                    self.inline.push(self.depth);
                    self.depth += 1;
                    self.at += 2;
                }
                "{" => self.depth += 1,
                "}" => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.inline.last() == Some(&self.depth) {
                        self.inline.pop();
                        self.module.pop();
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Reads one path, and where it ends in braces, every path within them.
    fn tree(&mut self, base: &[String]) {
        let mut segments = base.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        loop {
            match self.text(self.at) {
                "{" => {
                    self.group(&segments);
                    return;
                }
                "crate" => segments.clear(),
                "super" => {
                    segments.pop();
                }
                "self" => {}
                name => segments.push(name.to_owned()),
            }
            self.at += 1;
            if self.text(self.at) != "::" {
                break;
            }
            self.at += 1;
        }
        self.found.push(CratePath { segments, line });
    }

    fn group(&mut self, base: &[String]) {
        self.at += 1;
        while !matches!(self.text(self.at), "" | "}") {
            self.tree(base);
            // What follows a name inside a group is a new name or a comma.
            while !matches!(self.text(self.at), "" | "," | "}") {
                self.at += 1;
            }
            if self.text(self.at) == "," {
                self.at += 1;
            }
        }
        self.at += 1;
    }
}

#[cfg(test)]
fn found(source: &str) -> Vec<String> {
    let paths = paths(&super::tokens::tokens(source), &["query", "engine"]);
    paths.iter().map(|path| path.segments.join("::")).collect()
}

#[test]
fn groups_are_taken_apart() {
    assert_eq!(
        found("use crate::{app::{App, self}, query::*, terms as words};"),
        ["app::App", "app", "query::*", "terms"]
    );
}

#[test]
fn every_super_is_one_module_up() {
    assert_eq!(found("use super::super::app::App;"), ["app::App"]);
    assert_eq!(
        found("use super::{facets, super::app};"),
        ["query::facets", "app"]
    );
    assert_eq!(
        found("mod a { mod b { use super::super::super::x; } use super::y; } use super::z;"),
        ["query::x", "query::engine::y", "query::z"]
    );
}

#[test]
fn paths_outside_of_imports_count() {
    assert_eq!(
        found("fn f() -> crate::app::App { g::<crate::query::Query>() }").len(),
        2
    );
}
