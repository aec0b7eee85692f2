//! Draws static nodes without Yew's renderer, which keeps the nodes to compare them with the
//! next ones. The entry point is [`replace`].

use gloo::utils::document;
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};
use yew::Html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// Replaces the content of `root` by the elements and text in `html`. Components, listeners
/// and properties are left out.
///
/// # Errors
///
/// If the browser refuses an element or an attribute; the value is the browser's.
pub fn replace(root: &Element, html: &Html) -> Result<(), JsValue> {
    let drawn = document().create_document_fragment();
    append(&drawn, html)?;
    root.replace_children_with_node_1(&drawn);
    Ok(())
}

fn append(parent: &Node, html: &Html) -> Result<(), JsValue> {
    match html {
        Html::VTag(tag) => {
            let element = element(tag)?;
            parent.append_child(&element)?;
        }
        Html::VText(text) => {
            parent.append_child(&document().create_text_node(&text.text))?;
        }
        Html::VList(list) => {
            for child in list.iter() {
                append(parent, child)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// The namespace of icons.
const SVG: &str = "http://www.w3.org/2000/svg";

fn element(tag: &VTag) -> Result<Element, JsValue> {
    let element = match tag.tag() {
        name @ ("svg" | "path") => document().create_element_ns(Some(SVG), name),
        name => document().create_element(name),
    }?;
    let set = |name: &str, value: &AttributeOrProperty| match value {
        AttributeOrProperty::Attribute(value) => element.set_attribute(name, value),
        AttributeOrProperty::Static(value) => element.set_attribute(name, value),
        AttributeOrProperty::Property(_) => Ok(()),
    };
    match &tag.attributes {
        Attributes::Static(all) => all.iter().try_for_each(|(name, value)| set(name, value))?,
        Attributes::Dynamic { keys, values } => {
            let pairs = keys.iter().zip(values.iter());
            let mut given = pairs.filter_map(|(name, value)| Some((name, value.as_ref()?)));
            given.try_for_each(|(name, value)| set(name, value))?;
        }
        Attributes::IndexMap(all) => {
            all.iter().try_for_each(|(name, value)| set(name, value))?;
        }
    }
    if let Some(children) = tag.children() {
        append(&element, children)?;
    }
    Ok(element)
}
