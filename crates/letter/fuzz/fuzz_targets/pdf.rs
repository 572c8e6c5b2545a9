//! Any display list is written as a file that can be read, or refused; never a panic.
#![no_main]

#[path = "../src/any.rs"]
mod any;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let fonts = letter::Fonts::embedded();
    let document = any::document(data);
    if let Ok(bytes) = letter::pdf::write(&document, &fonts) {
        let pdf = lopdf::Document::load_mem(&bytes).expect("a file that was written can be read");
        assert_eq!(pdf.get_pages().len(), document.pages.len());
    }
    for page in 0..document.pages.len() {
        let _ = letter::svg::page(&document, &fonts, page);
    }
});
