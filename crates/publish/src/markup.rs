//! Elements of XML and HTML. The entry point is [`Element`], which escapes all text and
//! attribute values.

use quick_xml::escape::escape;
use std::fmt::{Display, Write as _};

/// An element with its attributes and content.
#[derive(Debug, Clone)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            content: Vec::new(),
        }
    }

    /// Sets an attribute.
    pub(crate) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Appends text.
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.content.push(Node::Text(text.into()));
        self
    }

    /// Appends an element.
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.content.push(Node::Element(child));
        self
    }

    /// Appends elements.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        let children = children.into_iter().map(Node::Element);
        self.content.extend(children);
        self
    }

    /// The element as XML. It is valid HTML, too, if all empty elements are void elements
    /// of HTML.
    pub(crate) fn to_xml(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// The element as XML in ASCII, for fragments of HTML that cannot declare their
    /// encoding.
    pub(crate) fn to_ascii(&self) -> String {
        let mut out = String::new();
        for c in self.to_xml().chars() {
            if c.is_ascii() {
                out.push(c);
            } else {
                // Writing to a string does not fail.
                let _ = write!(out, "&#{};", u32::from(c));
            }
        }
        out
    }

    fn write(&self, out: &mut String) {
        let name = self.name;
        let _ = write!(out, "<{name}");
        for (key, value) in &self.attributes {
            let _ = write!(out, " {key}=\"{}\"", escape(replace_invalid(value)));
        }
        if self.content.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.content {
            match node {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape(replace_invalid(text))),
            }
        }
        let _ = write!(out, "</{name}>");
    }
}

/// Replaces the characters that XML 1.0 does not allow. Most control characters are not
/// even allowed as character references.
pub(super) fn replace_invalid(text: &str) -> String {
    let replace = |c: char| match c {
        '\t' | '\n' => c,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(replace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let element = Element::new("a")
            .with("href", "x\" onload='y'&")
            .child(Element::new("br"))
            .text("</a><script>\u{1}é");
        let expected = "<a href=\"x&quot; onload=&apos;y&apos;&amp;\"><br/>\
                        &lt;/a&gt;&lt;script&gt;\u{fffd}é</a>";
        assert_eq!(element.to_xml(), expected);
        assert!(element.to_ascii().ends_with("&#65533;&#233;</a>"));
    }
}
