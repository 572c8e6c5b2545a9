// Wakes the islands of a page. The shell adds this file only where an island stands.
// The addresses below are rewritten to versioned ones when the site is built.
const wasm = fetch("/pkg/app_bg.wasm");
const app = await import("/pkg/app.js");
// What the inline scripts of Leptos would define; the policy forbids those, and an island with a Resource or an
// ErrorBoundary throws without them.
for (const name of ["RESOLVED_RESOURCES", "PENDING_RESOURCES", "RESOURCE_RESOLVERS", "SERIALIZED_ERRORS", "INCOMPLETE_CHUNKS"]) {
  globalThis[`__${name}`] = [];
}
await app.default({ module_or_path: wasm });
app.hydrate();

// In document order, and an outer island before those that stand among its children.
const slots = [];

async function wakeAll(nodes) {
  for (const node of nodes) await wake(node);
}

async function wake(node) {
  if (node.localName === "leptos-children") {
    slots.push(node.$$on_hydrate);
    await wakeAll(node.children);
    slots.pop();
    return;
  }
  if (node.localName === "leptos-island") {
    const island = app[node.dataset.component];
    if (island) {
      slots.at(-1)?.();
      await island(node);
    } else {
      console.error(`this version of the site has no island ${node.dataset.component}`);
    }
  }
  await wakeAll(node.children);
}

await wakeAll(document.body.children);
// Browser tests wait for it.
document.documentElement.dataset.awake = "true";
