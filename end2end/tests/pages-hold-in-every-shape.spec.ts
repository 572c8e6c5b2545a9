import { noHorizontalScroll } from "../support/checks";
import { largeTargets, marks, nothingOverlaps } from "../support/layout";
import { pages, widths } from "../support/pages";
import { expect, test } from "../support/test";

for (const { path } of pages) {
  for (const width of widths) {
    test(`${path} mirrors at ${width} px, and its postmarks and folds do not`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await nothingOverlaps(page);
      await largeTargets(page);
      const [brand, places] = [page.locator(".brand"), await marks(page)];
      const before = await brand.boundingBox();
      await page.evaluate(() => (document.documentElement.dir = "rtl"));
      await noHorizontalScroll(page);
      await nothingOverlaps(page);
      const after = await brand.boundingBox();
      expect(Math.abs((after?.x ?? 0) + (after?.width ?? 0) - (width - (before?.x ?? 0))), "the brand's place").toBeLessThan(2);
      expect(await marks(page)).toEqual(places);
    });
  }

  // A window of 1440 px at 200 % has room for 720; 320 px is a desk at 400 %. And a reader may double the type alone.
  test(`${path} reads at 200 and 400 % and with type twice as large`, async ({ page }) => {
    for (const [width, type] of [[720, "100%"], [320, "100%"], [720, "200%"]] as const) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(path);
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), type);
      await noHorizontalScroll(page);
      await nothingOverlaps(page);
    }
  });

  test(`${path} shows where the keyboard is`, async ({ page }) => {
    await page.goto(path);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body || focused.id === "content") return "none";
        const style = getComputedStyle(focused);
        const box = focused.getBoundingClientRect();
        const inside = box.bottom > 0 && box.top < innerHeight;
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && inside ? "yes" : focused.outerHTML.slice(0, 120);
      });
      expect(["yes", "none"], `focus on ${path}`).toContain(seen);
    }
  });
}
