//! What the browser runs: the islands of `app`, woken by `frontend/js/boot.js`.

// Without this line the linker drops the whole crate: every island is gone and the build stays green. `web-build`
// counts the exports against the islands in the source.
use app as _;

/// Prepares the page for its islands; `boot.js` then wakes them one by one.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
