//! The form's fields: what is typed in them, and what is wrong with it.

use leptos::prelude::document;
use letter::form::{Fault, Typed, address_lines};
use letter::{LetterStyle, Paper, Profile};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::WrongWords;

/// The fields that show a message of their own.
const TOLD: [&str; 4] = ["salutation", "body", "name", "town"];

/// What stands in the form now.
pub fn typed() -> Typed {
    Typed {
        name: value("name"),
        sender_lines: address_lines(&value("town")),
        salutation: value("salutation"),
        body: value("body"),
        style: LetterStyle::Prefilled,
        profile: value("profile").parse().unwrap_or(Profile::Plain),
        paper: value("paper").parse().unwrap_or(Paper::A4),
        alignment: value("alignment").parse().unwrap_or_default(),
        posted_from: value("posted_from"),
    }
}

/// The value of an input, a menu or a textarea, which share no type.
fn value(id: &str) -> String {
    let field = document().get_element_by_id(id);
    let value = field.and_then(|field| js_sys::Reflect::get(&field, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Says at each field what is wrong with it, and takes back what is mended. Gives the words for what is at no field.
pub fn tell(faults: &[Fault], words: &WrongWords) -> String {
    for name in TOLD {
        let messages: Vec<String> = faults.iter().filter(|f| f.field == name).map(|f| words.say(f)).collect();
        if let Some(field) = document().get_element_by_id(name) {
            mark(&field, name, &messages.join(" "));
        }
    }
    let elsewhere = faults.iter().filter(|fault| !TOLD.contains(&fault.field.as_ref()));
    elsewhere.map(|fault| words.say(fault)).collect::<Vec<_>>().join(" ")
}

/// The markup that the server writes too (`parts::fields`). Only the browser's own errors are ignored here: they would mean
/// that the field is gone.
fn mark(field: &Element, name: &str, message: &str) {
    let id = format!("{name}-wrong");
    let told = document().get_element_by_id(&id);
    if message.is_empty() {
        let _ = field.remove_attribute("aria-invalid");
        describe(field, &id, false);
        if let Some(told) = told {
            told.remove();
        }
        return;
    }
    let _ = field.set_attribute("aria-invalid", "true");
    describe(field, &id, true);
    match told {
        Some(told) if told.text_content().as_deref() == Some(message) => {}
        Some(told) => told.set_text_content(Some(message)),
        None => {
            let Ok(told) = document().create_element("p") else { return };
            told.set_class_name("wrong");
            told.set_id(&id);
            told.set_text_content(Some(message));
            let _ = field.before_with_node_1(&told);
        }
    }
}

/// Adds an id to those that describe a field, or takes it away.
fn describe(field: &Element, id: &str, described: bool) {
    let before = field.get_attribute("aria-describedby").unwrap_or_default();
    let mut ids: Vec<&str> = before.split_whitespace().filter(|one| *one != id).collect();
    if described {
        ids.push(id);
    }
    if ids.is_empty() {
        let _ = field.remove_attribute("aria-describedby");
    } else {
        let _ = field.set_attribute("aria-describedby", &ids.join(" "));
    }
}
