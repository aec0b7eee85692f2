//! Writes an upgrade as a checklist in Markdown. The entry point is
//! [`Upgrade::to_markdown`].

use super::{Section, Step, Upgrade};
use catalogue::FeatureText;
use document::Inline;
use terms::{Area, Series, value_in};

impl Upgrade<'_> {
    /// The checklist, with a heading for each section and group. `done` are the slugs of
    /// completed steps. `text_of` returns the text of a feature, if it is loaded, for the
    /// link and the replacement.
    pub fn to_markdown<'t>(
        &self,
        done: &[String],
        text_of: &dyn Fn(&str) -> Option<&'t FeatureText>,
    ) -> String {
        let mut out = format!("# Python {} to {}\n", self.from, self.to);
        let (ticked, all) = self.progress(done);
        if all > 0 {
            out.push_str(&format!("\n{ticked} of {all} done.\n"));
        }
        for section in &self.sections {
            let (label, count) = (section.concern.label(), section.count());
            out.push_str(&format!("\n## {label} ({count})\n"));
            push_groups(section, (done, self.to), text_of, &mut out);
        }
        out
    }
}

fn push_groups<'t>(
    section: &Section,
    (done, to): (&[String], Series),
    text_of: &dyn Fn(&str) -> Option<&'t FeatureText>,
    out: &mut String,
) {
    for group in &section.groups {
        let area = group.area.map_or("Other", Area::label);
        let module = group.module.map(|module| format!(": `{module}`"));
        out.push_str(&format!("\n### {area}{}\n\n", module.unwrap_or_default()));
        for step in &group.steps {
            let slug = &step.feature.slug;
            out.push_str(match (section.concern.is_task(), done.contains(slug)) {
                (false, _) => "- ",
                (true, false) => "- [ ] ",
                (true, true) => "- [x] ",
            });
            push_step(step, to, text_of(slug), out);
        }
    }
}

/// Writes a step: its title, what to use instead, and what is seen in the version that the
/// upgrade leads to.
fn push_step(step: &Step, to: Series, text: Option<&FeatureText>, out: &mut String) {
    match text.and_then(|text| text.url.as_ref()) {
        Some(url) => {
            out.push('[');
            push_inlines(&step.feature.title, Links::AsText, out);
            out.push_str(&format!("](<{url}>)"));
        }
        None => push_inlines(&step.feature.title, Links::Keep, out),
    }
    out.push_str(&format!(" ({})", step.summary()));
    if let Some(text) = text.filter(|text| !text.instead.is_empty()) {
        out.push_str(". Instead: ");
        push_inlines(&text.instead, Links::Keep, out);
    }
    let seen = text.and_then(|text| value_in(&text.repair.seen, to));
    if let Some(last) = seen.and_then(|seen| seen.lines().last()) {
        out.push_str("\n  You will see: ");
        push_code(last, out);
    }
    out.push('\n');
}

/// Whether links are written as links. They cannot be nested.
#[derive(Clone, Copy, PartialEq)]
enum Links {
    Keep,
    AsText,
}

fn push_inlines(content: &[Inline], links: Links, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) => push_text(text, out),
            Inline::Code(text) => push_code(text, out),
            Inline::Emphasis(inner) => push_delimited("*", inner, links, out),
            Inline::Strong(inner) => push_delimited("**", inner, links, out),
            Inline::Strikethrough(inner) => push_delimited("~~", inner, links, out),
            // Links within the page would not work in the exported checklist.
            Inline::Link { url, content } if links == Links::Keep && !url.starts_with('#') => {
                out.push('[');
                push_inlines(content, Links::AsText, out);
                out.push_str(&format!("](<{url}>)"));
            }
            Inline::Link { content, .. } => push_inlines(content, links, out),
            Inline::Break => out.push(' '),
        }
    }
}

fn push_delimited(delimiter: &str, inner: &[Inline], links: Links, out: &mut String) {
    out.push_str(delimiter);
    push_inlines(inner, links, out);
    out.push_str(delimiter);
}

fn push_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            other => out.push(other),
        }
    }
}

/// Writes code, delimited by one backtick more than its longest run of backticks.
fn push_code(text: &str, out: &mut String) {
    let runs = text.split(|c| c != '`').map(str::len);
    let longest = runs.max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    out.push_str(&format!("{fence}{pad}{text}{pad}{fence}"));
}
