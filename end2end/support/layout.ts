import { expect, type Page } from "@playwright/test";

/** No two pieces of text lie on each other, but for postmarks, which are meant to. */
export async function nothingOverlaps(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    interface Piece { left: number; right: number; top: number; bottom: number; of: Element; text: string }
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent?.trim();
      if (!of || !text || of.closest(".postmark, .skip, option, [hidden]") || !of.checkVisibility()) continue;
      // What is stuck to the edge of the window lies over the page on purpose.
      if (of.closest(".desk > .bar")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // The box of a line is higher than its letters: these reach about a third of the type size from its middle.
      const reach = 0.36 * parseFloat(getComputedStyle(of).fontSize);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        const middle = (top + bottom) / 2;
        if (width > 1) pieces.push({ left, right, top: middle - reach, bottom: middle + reach, of, text });
      }
    }
    pieces.sort((one, other) => one.top - other.top);
    const overlaps: string[] = [];
    pieces.forEach(({ left, right, bottom, of, text }, at) => {
      for (const next of pieces.slice(at + 1)) {
        if (next.top > bottom - 1) break;
        if (next.of === of) continue;
        const across = Math.min(right, next.right) - Math.max(left, next.left);
        if (across > 2) overlaps.push(`"${text}" and "${next.text}"`);
      }
    });
    return overlaps;
  });
  expect(found, `text on text on ${page.url()}`).toEqual([]);
}

/** What is pressed is at least 44 px high; links inside sentences are as high as their line. */
export async function largeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const pressed = "button, .button, input:not([type=hidden]), select, textarea, summary, nav a, .brand, .choice, label:has(> input)";
    return [...document.querySelectorAll(pressed)]
      .filter((one) => one.checkVisibility() && !(one.matches("input") && one.closest("label")))
      .map((one) => ({ height: one.getBoundingClientRect().height, what: `${one.tagName} ${one.textContent?.trim().slice(0, 40)}` }))
      .filter((one) => one.height < 43.5)
      .map((one) => `${one.what}: ${one.height}`);
  });
  expect(small, `small targets on ${page.url()}`).toEqual([]);
}

/** Where every postmark and every fold lies, from the left edge of its stamp or sheet. */
export function marks(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".postmark, .fold")].map((mark) => {
      const frame = mark.closest(".stamp, .letter");
      return Math.round(mark.getBoundingClientRect().left - (frame?.getBoundingClientRect().left ?? 0));
    }),
  );
}
