//! The letter engine in its Web Worker: what is asked and what it answers (`frontend/js/letter-worker.js`).

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the worker says.
pub enum Said {
    /// The pages of a letter as SVG.
    Pages(Vec<String>),
    /// The file.
    File(Uint8Array),
    /// A fault of a field as JSON, or a sentence.
    Wrong(String),
    /// It cannot work here.
    Lost,
}

/// Starts the worker; `hear` gets what it says, with the number of the question.
pub fn start(address: &str, hear: impl Fn(u32, Said) + 'static) -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(address, &options).ok()?;
    let hear = std::rc::Rc::new(hear);
    let heard = hear.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let number = get(&data, "number").as_f64().unwrap_or_default() as u32;
        heard(number, read(&data));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let on_error = Closure::<dyn Fn()>::new(move || hear(0, Said::Lost));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    // The page keeps its worker as long as it stands.
    on_message.forget();
    on_error.forget();
    Some(worker)
}

/// Asks for the pages of a letter, or for its file.
pub fn ask(worker: &Worker, number: u32, spec: &str, file: bool) {
    let question = Object::new();
    for (name, value) in [("number", number.into()), ("spec", JsValue::from_str(spec)), ("file", file.into())] {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&question, &name.into(), &value);
    }
    let _ = worker.post_message(&question);
}

fn read(data: &JsValue) -> Said {
    if let Ok(pages) = get(data, "pages").dyn_into::<Array>() {
        return Said::Pages(pages.iter().filter_map(|page| page.as_string()).collect());
    }
    if let Ok(file) = get(data, "file").dyn_into::<Uint8Array>() {
        return Said::File(file);
    }
    get(data, "wrong").as_string().map_or(Said::Lost, Said::Wrong)
}

fn get(data: &JsValue, name: &str) -> JsValue {
    Reflect::get(data, &name.into()).unwrap_or_default()
}
