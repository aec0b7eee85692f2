//! The title, metadata and links of a page. The entry point is [`Head::for_page`].

use super::Page;
use super::escape::escape;
use catalogue::{Catalogue, DocumentEntry, Feature, Library, Pep};
use document::plain_text;
use publish::{Feed, MARKDOWN, OPENSEARCH, RELEASE_CALENDAR, REMOVAL_CALENDAR, Site};
use query::{Route, View};
use terms::{Kind, PepNumber, Series, counted};
use whats_new::title::{NAME, title};

/// The preview image for links to the site: file name, alternative text, and width and
/// height in pixels. `docs/offline.md` says how it is drawn.
const PREVIEW_IMAGE: (&str, &str, [u32; 2]) = (
    "preview.png",
    "What's New in Python: every feature, release by release",
    [1200, 630],
);

/// The maximum length of a description, in characters. Search engines show no more.
const MAX_DESCRIPTION: usize = 160;

/// A page's title and description, and what it links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub title: String,
    pub description: String,
    pub alternates: Vec<Alternate>,
}

/// An alternate of a page for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alternate {
    mime_type: &'static str,
    title: String,
    /// Relative to the site's root.
    path: String,
}

impl Head {
    /// The head of a page of this library. `feeds` are those of kinds, areas and modules.
    pub(crate) fn for_page(library: &Library, feeds: &[Feed], page: &Page) -> Self {
        let (catalogue, route) = (&library.catalogue, &page.route);
        let number = route.query.peps.first().copied();
        let pep = number.and_then(|number| library.pep(number));
        Self {
            title: title(catalogue, route, pep),
            description: truncate(&description(library, route, pep)),
            alternates: alternates(page, feeds),
        }
    }

    /// The elements of the head. Without the address of the site, the canonical link is
    /// relative, and `og:url`, `og:image` and the OpenSearch description, which need whole
    /// addresses, are left out.
    pub(crate) fn html(&self, page: &Page, site: &Site) -> String {
        let (title, description) = (escape(&self.title), escape(&self.description));
        let kind = if page.route.view == View::Page {
            "article"
        } else {
            "website"
        };
        let address = site
            .is_known()
            .then(|| escape(&site.link_to_route("", &page.route)));
        let canonical = address.as_deref().unwrap_or("./");
        let mut html = format!(
            "<title>{title}</title>\n    \
             <meta name=\"description\" content=\"{description}\">\n    \
             <link rel=\"canonical\" href=\"{canonical}\">\n    \
             <meta property=\"og:site_name\" content=\"{}\">\n    \
             <meta property=\"og:type\" content=\"{kind}\">\n    \
             <meta property=\"og:title\" content=\"{title}\">\n    \
             <meta property=\"og:description\" content=\"{description}\">",
            escape(NAME)
        );
        for alternate in &self.alternates {
            let path = format!("{}{}", "../".repeat(page.depth()), alternate.path);
            html.push_str(&format!(
                "\n    <link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"{}\">",
                alternate.mime_type,
                escape(&alternate.title),
                escape(&path)
            ));
        }
        if let Some(address) = address {
            html.push_str(&format!(
                "\n    <link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"{}\" href=\"{}\">",
                escape(NAME),
                escape(&site.link("", OPENSEARCH))
            ));
            html.push_str(&format!(
                "\n    <meta property=\"og:url\" content=\"{address}\">"
            ));
            html.push_str(&preview_image(site));
        }
        html
    }
}

/// The alternates of a page. The crate `publish` writes these files.
fn alternates(page: &Page, feeds: &[Feed]) -> Vec<Alternate> {
    const FEED: &str = "application/atom+xml";
    const JSON: &str = "application/json";
    const CALENDAR: &str = "text/calendar";
    let route = &page.route;
    let mut alternates = Vec::new();
    let mut add = |mime_type, title: &str, path: String| {
        alternates.push(Alternate {
            mime_type,
            title: title.to_owned(),
            path,
        });
    };
    let markdown = format!("{}{MARKDOWN}", page.folder);
    add("text/markdown", "This page as Markdown", markdown);
    add(FEED, "Releases of Python 3", "feeds/all.xml".to_owned());
    if let Some(slug) = &route.feature {
        let path = format!("api/v1/features/{slug}.json");
        add(JSON, "This feature as JSON", path);
    }
    let is_list = route.view == View::Explore && route.feature.is_none();
    if let Some(module) = route.query.modules.first() {
        let path = format!("api/v1/names/{module}.json");
        add(JSON, &format!("The names of {module} as JSON"), path);
        let of_module = feeds.iter().filter(|feed| feed.query == route.query);
        of_module.for_each(|feed| add(FEED, &feed.title, feed.path.clone()));
    } else if is_list {
        // The filters of the list. Modules have pages of their own.
        let filters = feeds.iter().filter(|feed| feed.query.modules.is_empty());
        filters.for_each(|feed| add(FEED, &feed.title, feed.path.clone()));
    }
    if let Some(series) = route.series {
        let title = format!("Releases of Python {series}");
        add(FEED, &title, format!("feeds/{series}.xml"));
        let title = format!("Python {series} as JSON");
        add(JSON, &title, format!("api/v1/releases/{series}.json"));
    }
    if is_list || route.view == View::Releases {
        add(
            CALENDAR,
            "Releases of Python 3",
            RELEASE_CALENDAR.to_owned(),
        );
        add(
            CALENDAR,
            "Removals from Python",
            REMOVAL_CALENDAR.to_owned(),
        );
    }
    alternates
}

/// The elements that describe the preview image.
fn preview_image(site: &Site) -> String {
    let (file, alt, [width, height]) = PREVIEW_IMAGE;
    let address = escape(&site.link("", file));
    let alt = escape(alt);
    format!(
        "\n    <meta property=\"og:image\" content=\"{address}\">\
         \n    <meta property=\"og:image:type\" content=\"image/png\">\
         \n    <meta property=\"og:image:width\" content=\"{width}\">\
         \n    <meta property=\"og:image:height\" content=\"{height}\">\
         \n    <meta property=\"og:image:alt\" content=\"{alt}\">\
         \n    <meta name=\"twitter:card\" content=\"summary_large_image\">"
    )
}

fn description(library: &Library, route: &Route, pep: Option<&Pep>) -> String {
    let catalogue = &library.catalogue;
    if let Some(slug) = &route.feature {
        return feature_description(library, slug);
    }
    if let Some(number) = route.query.peps.first() {
        return pep_description(catalogue, *number, pep);
    }
    if let Some(module) = route.query.modules.first() {
        return format!(
            "What every version of Python changed in the module {module}, and all of its names by version."
        );
    }
    if let Some(series) = route.series {
        return series_description(catalogue, series);
    }
    let document = route.document.as_deref();
    if let Some(entry) = document.and_then(|slug| catalogue.document(slug)) {
        return document_description(entry);
    }
    let documents = catalogue.documents.len();
    match route.view {
        View::Releases => format!(
            "Every release of Python 3 with its date, and how long each version is supported, as of {}.",
            catalogue.as_of
        ),
        View::Check => {
            "Which versions of Python your code runs on, and what an upgrade breaks in it: paste \
             code or drop files, a folder, a wheel or a notebook. Nothing leaves the page."
                .to_owned()
        }
        View::Errors => {
            "Paste an error, a warning or a traceback of Python, and see the change that \
                         explains it and what to write instead. Nothing leaves the page."
                .to_owned()
        }
        View::Documents => format!(
            "{} that the catalogue was made from, each with the verdicts on its claims.",
            counted(documents, "document")
        ),
        _ => format!(
            "{} of Python, release by release, from {}, each claim checked. Search and filter \
             them by version, PEP, status and kind.",
            counted(catalogue.features.len(), "feature"),
            counted(documents, "document")
        ),
    }
}

fn feature_description(library: &Library, slug: &str) -> String {
    let mut features = library.catalogue.features.iter().enumerate();
    let Some((index, feature)) = features.find(|(_, feature)| feature.slug == slug) else {
        return String::new();
    };
    let title = plain_text(&feature.title);
    let lead = library
        .excerpts
        .get(index)
        .map(|lead| lead.replace('`', ""));
    let lead = lead.unwrap_or_default();
    let kind = feature.kind.label().to_lowercase();
    format!("{title}, {kind} in Python {}. {lead}", feature.series)
}

fn pep_description(catalogue: &Catalogue, number: PepNumber, pep: Option<&Pep>) -> String {
    let belongs = |feature: &&Feature| feature.peps.contains(&number);
    let features = catalogue.features.iter().filter(belongs).count();
    let features = counted(features, "feature");
    let Some(pep) = pep else {
        return format!("{number}, and the {features} of Python that it led to.");
    };
    let status = pep.status.label().to_lowercase();
    let title = pep.title.replace('`', "");
    format!(
        "{number}, {title}: {status}, created {}. The {features} of Python that it led to.",
        pep.created
    )
}

fn series_description(catalogue: &Catalogue, series: Series) -> String {
    let count_of_kind = |kind: &Kind| {
        let features = catalogue.features.iter();
        let count = features
            .filter(|feature| feature.series == series && feature.kind == *kind)
            .count();
        format!("{count} {}", kind.label().to_lowercase())
    };
    let counts: Vec<String> = Kind::ALL.iter().map(count_of_kind).collect();
    let day = catalogue
        .calendar(series)
        .map(|calendar| format!(", first released {}", calendar.first_release));
    format!(
        "What is new in Python {series}{}: {}.",
        day.unwrap_or_default(),
        counts.join(", ")
    )
}

fn document_description(entry: &DocumentEntry) -> String {
    format!(
        "{}, with {} and the verdicts on its claims. {}",
        entry.title,
        counted(entry.features.len(), "feature"),
        entry.description.as_deref().unwrap_or_default()
    )
}

/// Truncates a text between two words to at most [`MAX_DESCRIPTION`] characters.
fn truncate(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= MAX_DESCRIPTION {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MAX_DESCRIPTION - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    let cut = cut.get(..end).unwrap_or(&cut);
    format!("{}…", cut.trim_end_matches([',', ';', ':', '.', ' ']))
}
