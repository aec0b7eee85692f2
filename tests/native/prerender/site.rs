//! The pages of the shipped library, rendered once for all tests. The entry point
//! is [`rendered`].

use catalogue::sources;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A page as built by Trunk and the later steps.
const BUILT: &str = "<!doctype html><html lang=\"en\"><head><!-- head -->\
    <link rel=\"stylesheet\" href=\"./style.css\"><template data-bundle=\"./bundle/\"></template>\
    </head><body><div id=\"app\"></div></body></html>";

/// A rendered page.
pub(super) struct Rendered {
    /// Its folder relative to that of the site, with a trailing slash.
    pub folder: String,
    pub html: String,
    pub title: String,
    pub description: String,
    /// The route that it shows.
    pub query: String,
}

impl Rendered {
    fn new(folder: String, html: String) -> Self {
        let between = |start: &str, end: &str| {
            let after = html.split_once(start).map_or("", |(_, after)| after);
            after.split(end).next().unwrap_or_default().to_owned()
        };
        Self {
            title: between("<title>", "</title>"),
            // Count characters as readers see them.
            description: between("<meta name=\"description\" content=\"", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"),
            query: between("data-query=\"", "\"").replace("&amp;", "&"),
            folder,
            html,
        }
    }

    /// The content of the page.
    pub(super) fn main(&self) -> &str {
        let after = self.html.split_once("<main").map_or("", |(_, after)| after);
        after.split("</main>").next().unwrap_or_default()
    }

    /// The targets of its links and references within the site, relative to the site's
    /// folder.
    pub(super) fn targets(&self) -> Vec<String> {
        let references = self.html.split("=\"").skip(1);
        let values = references.filter_map(|rest| rest.split('"').next());
        let relative = values.filter(|value| value.starts_with("./") || value.starts_with("../"));
        relative.map(|value| self.resolved(value)).collect()
    }

    #[track_caller]
    fn resolved(&self, reference: &str) -> String {
        let mut way: Vec<&str> = self.folder.split_terminator('/').collect();
        let mut rest = reference;
        loop {
            if let Some(after) = rest.strip_prefix("../") {
                assert!(way.pop().is_some(), "{}: {reference}", self.folder);
                rest = after;
            } else if let Some(after) = rest.strip_prefix("./") {
                rest = after;
            } else {
                break;
            }
        }
        let way: String = way.iter().map(|name| format!("{name}/")).collect();
        way + rest
    }
}

/// The whole rendered site.
pub(super) struct Site {
    directory: PathBuf,
    pages: BTreeMap<String, Rendered>,
}

impl Site {
    pub(super) fn pages(&self) -> impl Iterator<Item = &Rendered> {
        self.pages.values()
    }

    pub(super) fn page(&self, folder: &str) -> Option<&Rendered> {
        self.pages.get(folder)
    }

    /// Whether there is a file, or a folder with a page.
    pub(super) fn has(&self, target: &str) -> bool {
        let path = self.directory.join(target);
        path.is_file() || path.join("index.html").is_file() || path == self.directory
    }

    /// The text of a file.
    #[track_caller]
    pub(super) fn file(&self, name: &str) -> String {
        fs::read_to_string(self.directory.join(name)).expect("a file of the site")
    }
}

/// The pages of the shipped library.
#[track_caller]
pub(super) fn rendered() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("prerender");
        // The files of an earlier run may include pages that no longer exist.
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(directory.join("bundle")).expect("a temporary folder");
        fs::write(directory.join("index.html"), BUILT).expect("a template");
        fs::write(directory.join("style.css"), "").expect("a style");
        fs::write(directory.join("bundle/index.html"), "").expect("a folder of the bundle");
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let library = sources::read(&assets).expect("the shipped assets");
        ::prerender::write(&library, None, &directory, &::publish::Site::default())
            .expect("the pages");
        // Pages lead to what is published beside them.
        let files =
            ::publish::publish(&library, None, &::publish::Site::default()).expect("the data");
        for file in files.into_iter().flat_map(|(_, files)| files) {
            let path = directory.join(file.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
            fs::write(path, file.bytes).expect("a file of the data");
        }
        let mut pages = BTreeMap::new();
        collect(&directory, "", &mut pages);
        pages.remove("bundle/");
        Site { directory, pages }
    })
}

fn collect(directory: &Path, folder: &str, pages: &mut BTreeMap<String, Rendered>) {
    for entry in fs::read_dir(directory.join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            collect(directory, &format!("{folder}{name}/"), pages);
        } else if name == "index.html" {
            let html = fs::read_to_string(entry.path()).expect("a page");
            pages.insert(folder.to_owned(), Rendered::new(folder.to_owned(), html));
        }
    }
}
