import { pages } from "../support/pages";
import { expect, test } from "../support/test";

for (const { path, islands } of pages) {
  test(`${path} loads ${islands ? "what its islands need" : "HTML, style, fonts and pictures only"}`, async ({ page, scripting }) => {
    const loaded: string[] = [];
    // The module of live numbers is no WASM and weighs less than a kilobyte.
    page.on("request", (request) => { if (!/\/pkg\/live-/.test(request.url())) loaded.push(request.resourceType()); });
    await page.goto(path, { waitUntil: "networkidle" });
    const code = loaded.filter((kind) => kind === "script" || kind === "fetch" || kind === "wasm");
    if (islands && scripting) {
      expect(code).toContain("script");
    } else {
      expect(code).toEqual([]);
    }
    // An island without its scripts would stay still for ever.
    expect(await page.locator("leptos-island").count() > 0, "islands on the page").toBe(islands);
  });
}

// The letter engine: in a worker of its own, beside the page and with budgets of its own (scripts/lib/build.sh).
const engine = /\/pkg\/(letter-|fonts\/letter\/)/;

test("what the islands need weighs less than 90 kB", async ({ request, page, scripting }) => {
  const parts: string[] = [];
  page.on("request", (one) => { if (["script", "fetch"].includes(one.resourceType())) parts.push(one.url()); });
  await page.goto("/cases/rita-karasartova/write", { waitUntil: "networkidle" });
  expect(parts.length > 0, "whether scripts were loaded").toBe(scripting);
  let bytes = 0;
  for (const url of parts) {
    const { "cache-control": kept, "content-encoding": encoding } = (await request.get(url)).headers();
    expect(kept, url).toContain("immutable");
    expect(encoding, url).toBe("br");
    if (engine.test(url)) continue;
    const sent = await page.evaluate((address) => {
      const [entry] = performance.getEntriesByName(address) as PerformanceResourceTiming[];
      return entry?.encodedBodySize ?? 0;
    }, url);
    expect(sent, url).toBeGreaterThan(0);
    bytes += sent;
  }
  expect(bytes).toBeLessThan(90_000);
});
