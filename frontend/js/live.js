// Keeps a read page's numbers true while it is looked at. Without it they are those of when the page was made.
const { from, thousands } = document.querySelector("script[data-from]").dataset;
const places = [...document.querySelectorAll("[data-live]")];
const written = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, thousands);
let source;

function show({ data }) {
  const totals = JSON.parse(data);
  for (const place of places) {
    const { live, one, other = "" } = place.dataset;
    const of = (name) => totals[name] ?? totals.by_kind[name] ?? totals.by_case?.[name.slice(5)] ?? 0;
    const sum = live.split(" ").reduce((sum, name) => sum + of(name), 0);
    place.textContent = (sum === 1 && one) || written(sum) + other;
  }
}

// Only while somebody looks, and not for those who leave at once.
function follow() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(from);
  source.onmessage = show;
}

setTimeout(follow, 3000);
document.addEventListener("visibilitychange", follow);
