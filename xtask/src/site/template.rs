//! `index.html` as Trunk reads it, for building without Trunk. [`Template::read`] is
//! the entry point.

use std::path::Path;

/// What Trunk takes for its own, at the beginning of an element.
const ELEMENT: &str = "<link data-trunk ";

/// What keeps the site in the browser, which a preview must not do.
const OFFLINE: &str = "data-offline=\"./offline/offline.js\"";

/// The page with what has to be made for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// The page without the elements that are for Trunk, and without what would keep
    /// it in the browser.
    pub html: String,
    pub programs: Vec<Program>,
    /// The files that are copied into the site.
    pub copied: Vec<String>,
}

/// A program that is compiled to WebAssembly.
#[derive(Debug, PartialEq, Eq)]
pub struct Program {
    pub name: String,
    /// Its package below `crates`, or nothing where it is the page's.
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
    /// What `wasm-bindgen` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Module => "web",
            Self::Worker => "no-modules",
        }
    }
}

impl Template {
    /// Reads the text of `index.html`. What is wrong is said in half a sentence.
    pub fn read(text: &str) -> Result<Self, String> {
        if !text.contains(OFFLINE) {
            return Err(format!("there is no {OFFLINE}"));
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
                .ok_or_else(|| format!("`{ELEMENT}` does not end"))?;
            template.html.push_str(before.trim_end());
            template.take(element)?;
            rest = after;
        }
        template.html.push_str(rest);
        template.html = template.html.replace(OFFLINE, "data-offline=\"\"");
        Ok(template)
    }

    fn take(&mut self, element: &str) -> Result<(), String> {
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
            other => return Err(format!("nothing is known about rel=\"{other}\"")),
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

/// The name of the package with this manifest: that of its folder.
fn package(manifest: &str) -> Option<String> {
    let folder = Path::new(manifest).parent()?.file_name()?;
    Some(folder.to_string_lossy().into_owned())
}

/// As Trunk takes it: the page's own program is a module, and a worker is none unless
/// the element says so.
fn target(element: &str) -> Result<Target, String> {
    let kind = attribute(element, "data-type");
    match attribute(element, "data-bindgen-target") {
        Some("web") => Ok(Target::Module),
        Some("no-modules") => Ok(Target::Worker),
        Some(other) => Err(format!("data-bindgen-target=\"{other}\" is not known")),
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
    fn what_is_for_trunk_is_taken_out_of_the_page() {
        let text = page(
            "<link rel=\"icon\">\n  <link data-trunk rel=\"copy-file\" href=\"a/icon.svg\">\n",
        );
        let template = Template::read(&text).expect("a page");
        assert_eq!(
            template.html,
            "<head>\n<link rel=\"icon\">\n</head><template data-offline=\"\">"
        );
        assert_eq!(template.copied, ["a/icon.svg"]);
        assert_eq!(template.programs, []);
    }

    #[test]
    fn programs_are_known_with_package_and_target() {
        let text = page(
            "<link data-trunk rel=\"rust\" data-bin=\"page\" data-type=\"main\">\n\
             <link data-trunk rel=\"rust\" href=\"crates/work/Cargo.toml\" data-bin=\"a\" data-type=\"worker\">\n\
             <link data-trunk rel=\"rust\" data-bin=\"b\" data-type=\"worker\" data-bindgen-target=\"web\">",
        );
        let programs = Template::read(&text).expect("a page").programs;
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
    fn what_is_not_known_is_named() {
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
            let problem = Template::read(&page(element)).expect_err(element);
            assert!(problem.contains(named), "{problem}");
        }
        assert!(
            Template::read("<head>").is_err(),
            "a page that would be kept"
        );
    }

    #[test]
    fn the_projects_own_page_is_read() {
        let template = Template::read(include_str!("../../../index.html")).expect("the page");
        assert!(!template.html.contains("data-trunk"), "{}", template.html);
        let names: Vec<_> = template.programs.iter().map(|one| &*one.name).collect();
        assert_eq!(names, ["explorer", "analyzer", "embedded", "reader"]);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for file in &template.copied {
            assert!(root.join(file).is_file(), "{file}");
        }
    }
}
