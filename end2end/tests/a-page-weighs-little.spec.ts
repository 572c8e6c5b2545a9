import type { TestInfo } from "@playwright/test";
import { pages } from "../support/pages";
import { expect, test } from "../support/test";
import { fetched, sent, together } from "../support/weight";

// In bytes, as they are sent. A kilobyte is a thousand bytes.
const READ_PAGE = 25_000;
const FONTS = 45_000;
const STAMP = 4_096;
const LIVE = 1_000;
const ISLANDS = 90_000;
const LAYOUT = 450_000;
const PDF = 1_000_000;

const note = (info: TestInfo, type: string, bytes: number) => info.annotations.push({ type, description: `${bytes} bytes` });
const isFont = (url: string) => url.endsWith(".woff2");
const isStamp = (url: string) => /\/stamps\/[^/]+\.svg$/.test(url);
// The letter engine: a worker of its own, beside the page.
const isEngine = (url: string) => /\/pkg\/letter-/.test(url);
const isLetterFont = (url: string) => url.includes("/pkg/fonts/letter/");
// What keeps a read page's numbers true while it is looked at.
const isLive = (url: string) => /\/pkg\/live-/.test(url);
const isCode = (kind: string) => ["script", "fetch", "wasm", "xhr"].includes(kind);

for (const { path, islands } of pages) {
  test(`${path}: HTML and style, fonts, stamps`, async ({ page, baseURL }, info) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const all = fetched(page);
    await page.goto(path, { waitUntil: "networkidle" });
    const html = await sent(`${baseURL}${path}`, "gzip");
    expect(html).toMatchObject({ encoding: "gzip", status: 200 });
    const styles = all.filter((one) => one.kind === "stylesheet").map((one) => one.url);
    expect(styles.length).toBe(1);
    const read = html.bytes + (await together(styles, "gzip"));
    note(info, "HTML and style", read);
    expect(read, "HTML and style").toBeLessThanOrEqual(READ_PAGE);

    const fonts = all.map((one) => one.url).filter(isFont);
    // Where a letter is written its own face comes too.
    if (!islands) {
      const weight = await together(fonts, "br");
      note(info, "fonts", weight);
      expect(fonts.length, fonts.join(" ")).toBeLessThanOrEqual(2);
      expect(weight, "fonts").toBeLessThanOrEqual(FONTS);
      expect(all.filter((one) => isCode(one.kind) && !isLive(one.url)), "code on a page that is only read").toEqual([]);
      const live = await together(all.map((one) => one.url).filter(isLive), "br");
      expect(live, "the module of live numbers").toBeLessThan(LIVE);
    }

    const stamps = [...new Set(all.map((one) => one.url).filter(isStamp))];
    for (const url of stamps) {
      const drawing = await page.request.get(url);
      expect((await drawing.body()).length, url).toBeLessThanOrEqual(STAMP);
      expect(drawing.headers()["cache-control"], url).toContain("public, max-age=");
    }
    note(info, `${stamps.length} stamps`, await together(stamps, "gzip"));
  });
}

test("stamps far below the fold wait until somebody comes near", async ({ page, scripting }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const all = fetched(page);
  await page.goto("/cases", { waitUntil: "networkidle" });
  const came = () => new Set(all.map((one) => one.url).filter(isStamp)).size;
  const stand = await page.locator("main .stamp img").count();
  expect(stand).toBeGreaterThan(30);
  expect(came()).toBeGreaterThan(0);
  // Without scripting browsers load every picture at once, so that nobody is told where a reader is.
  if (!scripting) {
    await expect.poll(came).toBe(stand);
    return;
  }
  expect(came()).toBeLessThan(stand);
  await page.locator("main .stamp").last().scrollIntoViewIfNeeded();
  await expect(page.locator("main .stamp img").last()).toHaveJSProperty("complete", true);
});

test("a page with islands: what wakes them, then the letter engine", async ({ page, scripting }, info) => {
  const all = fetched(page);
  await page.goto("/cases/rita-karasartova/write");
  if (!scripting) {
    await page.waitForLoadState("networkidle");
    expect(all.filter((one) => isCode(one.kind) || isFont(one.url) && isLetterFont(one.url))).toEqual([]);
    return;
  }
  await expect(page.locator("#printed figure svg").first()).toBeVisible();
  const before = all.map((one) => one.url);
  const islands = all.filter((one) => isCode(one.kind) && !isEngine(one.url) && !isLetterFont(one.url)).map((one) => one.url);
  const woken = await together(islands, "br");
  note(info, "islands", woken);
  expect(islands.length).toBeGreaterThan(1);
  expect(woken, islands.join(" ")).toBeLessThanOrEqual(ISLANDS);

  // What a writer waits for before the first preview; the fonts are counted apart.
  const pdf = (url: string) => /\/pkg\/letter-pdf/.test(url);
  const layout = [...new Set(before.filter((url) => isEngine(url) && !pdf(url)))];
  const set = await together(layout, "br");
  note(info, "layout module", set);
  expect(layout.some((url) => url.includes("letter-layout"))).toBe(true);
  expect(set, layout.join(" ")).toBeLessThanOrEqual(LAYOUT);

  // The other module comes when it is asked for, or when nothing else is to do.
  const arrives = page.waitForEvent("download");
  await page.locator("#make").click();
  await arrives;
  const modules = [...new Set(all.map((one) => one.url).filter(pdf))];
  const made = await together(modules, "br");
  note(info, "pdf module", made);
  expect(modules.some((url) => url.includes("letter-pdf_bg"))).toBe(true);
  expect(made, modules.join(" ")).toBeLessThanOrEqual(PDF);
  const order = all.map((one) => one.url);
  const first = (part: string) => order.findIndex((url) => url.includes(part));
  expect(first("letter-pdf_bg"), "after the layout module").toBeGreaterThan(first("letter-layout_bg"));
});
