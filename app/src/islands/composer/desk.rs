//! What happens when: the form is read while somebody types, the worker is asked, the page shows what it says.

use std::{cell::Cell, rc::Rc, time::Duration};

use js_sys::{Array, Uint8Array};
use leptos::prelude::{GetUntracked as _, Set as _, document, set_timeout, window};
use letter::{
    LetterSpec,
    form::{Fault, Stationery},
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, Element, Event, HtmlElement, Url, Worker};

use super::{
    ComposerWords, Shown, demands, fields,
    worker::{self, Said},
};

struct Desk {
    worker: std::cell::OnceCell<Worker>,
    stationery: Stationery,
    file_name: String,
    words: ComposerWords,
    shown: Shown,
    /// The number of the last question.
    number: Cell<u32>,
    /// Whether pages are being set, and whether something was typed since: only the last letter is set then.
    busy: Cell<bool>,
    stale: Cell<bool>,
    /// The question for the file that somebody waits for, or 0.
    making: Cell<u32>,
}

/// Sets up everything.
pub fn open(form: &str, address: &str, stationery: Stationery, file_name: String, words: ComposerWords, shown: Shown) {
    let Some(form) = document().get_element_by_id(form) else { return };
    let desk = Rc::new(Desk {
        worker: std::cell::OnceCell::new(),
        stationery,
        file_name,
        words,
        shown,
        number: Cell::new(0),
        busy: Cell::new(false),
        stale: Cell::new(false),
        making: Cell::new(0),
    });
    let hearing = desk.clone();
    let Some(worker) = worker::start(address, move |number, said| hearing.hear(number, said)) else { return };
    // Set once, here.
    let _ = desk.worker.set(worker);
    listen(&form, &desk);
    demands::offer();
    say("demands-note", &desk.words.tap);
    desk.refresh();
}

fn listen(form: &Element, desk: &Rc<Desk>) {
    let typing = desk.clone();
    on(form, "input", move |_| typing.refresh());
    if let Some(button) = document().get_element_by_id("print") {
        on(&button, "click", |_| print());
    }
    let sending = desk.clone();
    on(form, "submit", move |event| {
        if sending.shown.alive.get_untracked() {
            event.prevent_default();
            sending.make_file();
        }
    });
}

fn on(form: &Element, event: &str, act: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(act);
    if form.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).is_ok() {
        // The page keeps the listener as long as it keeps the form.
        listener.forget();
    }
}

impl Desk {
    /// Has the letter set as it stands in the form now. One at a time: while one is set, only the last one waits.
    fn refresh(&self) {
        if self.busy.get() {
            self.stale.set(true);
            return;
        }
        self.stale.set(false);
        if let Some(spec) = self.read() {
            self.busy.set(true);
            self.ask(&spec, false);
        }
    }

    fn make_file(&self) {
        if self.making.get() != 0 {
            return;
        }
        if let Some(spec) = self.read() {
            say(NOTE, &self.words.making);
            self.ask(&spec, true);
            self.making.set(self.number.get());
        }
    }

    /// The letter in the form, or nothing when a field is wrong, which is then said.
    fn read(&self) -> Option<LetterSpec> {
        match self.stationery.spec(&fields::typed()) {
            Ok(spec) => Some(spec),
            Err(faults) => {
                self.tell(&faults);
                None
            }
        }
    }

    fn ask(&self, spec: &LetterSpec, file: bool) {
        self.number.set(self.number.get() + 1);
        if let (Some(worker), Ok(spec)) = (self.worker.get(), serde_json::to_string(spec)) {
            worker::ask(worker, self.number.get(), &spec, file);
        }
    }

    fn hear(&self, number: u32, said: Said) {
        let for_file = number != 0 && number == self.making.get();
        if for_file {
            self.making.set(0);
        } else {
            self.busy.set(false);
        }
        match said {
            Said::Pages(pages) => self.show(pages),
            Said::File(bytes) => {
                let made = download(&bytes, &self.file_name).is_some();
                say(NOTE, if made { &self.words.made } else { &self.words.failed });
            }
            Said::Wrong(wrong) => match serde_json::from_str::<Fault>(&wrong) {
                Ok(fault) => self.tell(&[fault]),
                Err(_) => say(NOTE, &self.words.failed),
            },
            // The form is the server's again, and says so.
            Said::Lost => self.live(false),
        }
        if self.stale.get() {
            self.refresh();
        }
    }

    fn show(&self, pages: Vec<String>) {
        self.tell(&[]);
        self.shown.pages.set(pages);
        if !self.shown.alive.get_untracked() {
            self.live(true);
        }
    }

    /// Whether the file is made here, shown and said.
    fn live(&self, alive: bool) {
        self.shown.alive.set(alive);
        say("make", if alive { &self.words.download } else { &self.words.make });
        hide("see", !alive);
        hide("print", !alive);
        say("what-happens", if alive { &self.words.stays } else { &self.words.passes });
    }

    fn tell(&self, faults: &[Fault]) {
        say(NOTE, &fields::tell(faults, &self.words.wrong));
    }
}

/// The place beside the button: what is being done or went wrong, beyond the pages.
const NOTE: &str = "note";

fn hide(id: &str, hidden: bool) {
    if let Some(element) = document().get_element_by_id(id) {
        // The attribute is there or not; nothing else can go wrong.
        let _ = element.toggle_attribute_with_force("hidden", hidden);
    }
}

/// The browser prints the page; on paper that is the letter alone (style/print.css).
fn print() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}

fn say(id: &str, words: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(words));
    }
}

/// Saves the file under a name, out of the page's memory.
fn download(bytes: &Uint8Array, name: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/pdf");
    let parts = Array::of1(bytes);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // The browser reads it after this; then the memory is given back.
    set_timeout(move || drop(Url::revoke_object_url(&address)), Duration::from_secs(60));
    Some(())
}
