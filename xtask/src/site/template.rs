//! Parses `index.html` as Trunk does, for building without Trunk. [`Template::parse`] is
//! the entry point.

use std::path::Path;

/// The start of an element that is an instruction for Trunk.
const ELEMENT: &str = "<link data-trunk ";

/// The attribute that makes the site available offline, which a preview must not be.
const OFFLINE: &str = "data-offline=\"./offline/offline.js\"";

/// The page and what has to be built for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// The page without the elements for Trunk and without offline use.
    pub html: String,
    pub programs: Vec<Program>,
    /// The files to copy into the site.
    pub copied: Vec<String>,
}

/// A program that is compiled to WebAssembly.
#[derive(Debug, PartialEq, Eq)]
pub struct Program {
    pub name: String,
    /// Its package below `crates`; `None` for a program of the page's package.
    pub package: Option<String>,
    pub target: Target,
}

/// How the script that starts a program is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Module,
    /// With `importScripts`, in a worker.
    Worker,
}

impl Target {
    /// The name of the target in the options of `wasm-bindgen`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Module => "web",
            Self::Worker => "no-modules",
        }
    }
}

impl Template {
    /// Parses the text of `index.html`. The error is a message without a full stop.
    pub fn parse(text: &str) -> Result<Self, String> {
        if !text.contains(OFFLINE) {
            return Err(format!("`{OFFLINE}` is missing"));
        }
        let mut template = Self {
            html: String::with_capacity(text.len()),
            programs: Vec::new(),
            copied: Vec::new(),
        };
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(ELEMENT) {
            let (element, after) = after
                .split_once('>')
                .ok_or_else(|| format!("an element `{ELEMENT}` is not closed"))?;
            template.html.push_str(before.trim_end());
            template.add_element(element)?;
            rest = after;
        }
        template.html.push_str(rest);
        template.html = template.html.replace(OFFLINE, "");
        Ok(template)
    }

    fn add_element(&mut self, element: &str) -> Result<(), String> {
        let needed = |name: &str| {
            attribute(element, name).ok_or_else(|| format!("`{element}` has no {name}"))
        };
        match needed("rel")? {
            "rust" => self.programs.push(Program {
                name: needed("data-bin")?.to_owned(),
                package: attribute(element, "href").and_then(package),
                target: target(element)?,
            }),
            "copy-file" => self.copied.push(needed("href")?.to_owned()),
            other => return Err(format!("`rel=\"{other}\"` is not supported")),
        }
        Ok(())
    }
}

/// The value of an attribute of an element.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let start = element.match_indices(name).find_map(|(at, _)| {
        let is_whole = at == 0 || element[..at].ends_with(' ');
        let value = element[at + name.len()..].strip_prefix("=\"")?;
        is_whole.then_some(value)
    })?;
    start.split('"').next()
}

/// The name of the package with this manifest, which is the name of its folder.
fn package(manifest: &str) -> Option<String> {
    let folder = Path::new(manifest).parent()?.file_name()?;
    Some(folder.to_string_lossy().into_owned())
}

/// The target of a program. As in Trunk, the default is a module for the page's program
/// and a script for workers.
fn target(element: &str) -> Result<Target, String> {
    let kind = attribute(element, "data-type");
    match attribute(element, "data-bindgen-target") {
        Some("web") => Ok(Target::Module),
        Some("no-modules") => Ok(Target::Worker),
        Some(other) => Err(format!(
            "`data-bindgen-target=\"{other}\"` is not supported"
        )),
        None if kind == Some("worker") => Ok(Target::Worker),
        None => Ok(Target::Module),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(elements: &str) -> String {
        format!("<head>\n{elements}</head><template {OFFLINE}>")
    }

    #[test]
    fn elements_for_trunk_are_removed_from_the_page() {
        let text = page(
            "<link rel=\"icon\">\n  <link data-trunk rel=\"copy-file\" href=\"a/icon.svg\">\n",
        );
        let template = Template::parse(&text).expect("a page");
        assert_eq!(
            template.html,
            "<head>\n<link rel=\"icon\">\n</head><template >"
        );
        assert_eq!(template.copied, ["a/icon.svg"]);
        assert_eq!(template.programs, []);
    }

    #[test]
    fn programs_have_a_package_and_a_target() {
        let text = page(
            "<link data-trunk rel=\"rust\" data-bin=\"page\" data-type=\"main\">\n\
             <link data-trunk rel=\"rust\" href=\"crates/work/Cargo.toml\" data-bin=\"a\" data-type=\"worker\">\n\
             <link data-trunk rel=\"rust\" data-bin=\"b\" data-type=\"worker\" data-bindgen-target=\"web\">",
        );
        let programs = Template::parse(&text).expect("a page").programs;
        let expected = [
            ("page", None, Target::Module),
            ("a", Some("work"), Target::Worker),
            ("b", None, Target::Module),
        ]
        .map(|(name, package, target)| Program {
            name: name.to_owned(),
            package: package.map(str::to_owned),
            target,
        });
        assert_eq!(programs, expected);
    }

    #[test]
    fn unsupported_and_missing_attributes_are_named() {
        for (element, named) in [
            ("<link data-trunk rel=\"rust\">", "data-bin"),
            ("<link data-trunk rel=\"copy-file\">", "href"),
            ("<link data-trunk href=\"a\">", "rel"),
            ("<link data-trunk rel=\"sass\" href=\"a\">", "sass"),
            (
                "<link data-trunk rel=\"rust\" data-bin=\"a\" data-bindgen-target=\"deno\">",
                "deno",
            ),
        ] {
            let problem = Template::parse(&page(element)).expect_err(element);
            assert!(problem.contains(named), "{problem}");
        }
        assert!(
            Template::parse("<head>").is_err(),
            "a page without the attribute for offline use"
        );
    }

    #[test]
    fn the_projects_page_is_parsed() {
        let template = Template::parse(include_str!("../../../index.html")).expect("the page");
        assert!(!template.html.contains("data-trunk"), "{}", template.html);
        let names: Vec<_> = template
            .programs
            .iter()
            .map(|program| &*program.name)
            .collect();
        assert_eq!(
            names,
            ["explorer", "analyzer", "embedded", "explained", "merger"]
        );
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for file in &template.copied {
            assert!(root.join(file).is_file(), "{file}");
        }
    }
}
