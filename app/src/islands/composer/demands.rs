//! The demands beside the sheet: buttons that put them into the letter. Without scripting they are a list to read.

use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, Event, EventInit, HtmlTextAreaElement};

/// Makes a button of each entry of the list. The browser's own errors are ignored: then an entry stays what it is.
pub fn offer() {
    let Some(list) = document().get_element_by_id("demands") else { return };
    let entries = list.children();
    for entry in (0..entries.length()).filter_map(|at| entries.item(at)) {
        let _ = make_button(&entry);
    }
}

fn make_button(entry: &Element) -> Option<()> {
    let demand = entry.text_content()?;
    let button = document().create_element("button").ok()?;
    button.set_attribute("type", "button").ok()?;
    button.set_text_content(Some(&demand));
    let listener = Closure::<dyn Fn(Event)>::new(move |_| {
        let _ = put_in(&demand);
    });
    button.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref()).ok()?;
    // The page keeps the listener as long as it keeps the button.
    listener.forget();
    entry.replace_children_with_node_1(&button);
    Some(())
}

/// Adds the demand as a paragraph of its own, once, and leads the writer to its end.
fn put_in(demand: &str) -> Option<()> {
    let field: HtmlTextAreaElement = document().get_element_by_id("body")?.dyn_into().ok()?;
    let text = with_demand(&field.value(), demand);
    let end = u32::try_from(text.encode_utf16().count()).ok()?;
    field.set_value(&text);
    field.focus().ok()?;
    field.set_selection_range(end, end).ok()?;
    let typed = EventInit::new();
    typed.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("input", &typed).ok()?).ok()?;
    Some(())
}

fn with_demand(text: &str, demand: &str) -> String {
    if text.contains(demand) {
        return text.to_owned();
    }
    let begun = text.trim_end();
    let gap = if begun.is_empty() { "" } else { "\n\n" };
    format!("{begun}{gap}{demand}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demand_becomes_a_paragraph_once() {
        assert_eq!(with_demand("", "Free her."), "Free her.");
        assert_eq!(with_demand("Dear Sir,\n", "Free her."), "Dear Sir,\n\nFree her.");
        assert_eq!(with_demand("Free her. Now.", "Free her."), "Free her. Now.");
    }
}
