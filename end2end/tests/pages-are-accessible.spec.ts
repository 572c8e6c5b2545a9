import { axe, noHorizontalScroll, validHtml } from "../support/checks";
import { pages, widths } from "../support/pages";
import { expect, test } from "../support/test";

for (const { path } of pages) {
  for (const width of widths) {
    test(`${path} at ${width} px`, async ({ page, scripting }, info) => {
      // The longest page: axe looks at every word of it.
      test.slow(path === "/outcomes");
      await page.setViewportSize({ width, height: 900 });
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await noHorizontalScroll(page);
      if (scripting) {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await axe(page);
        }
        await page.emulateMedia({ colorScheme: "light" });
      }
      // For looking at: PILLARBOX_SCREENSHOTS=1
      if (process.env.PILLARBOX_SCREENSHOTS) {
        const name = `${path.replaceAll("/", "-").slice(1) || "home"}-${width}-${info.project.name}.png`;
        await page.screenshot({ path: `test-results/pages/${name}`, fullPage: true });
      }
    });
  }

  test(`${path} is valid HTML under the strict policy`, async ({ request }) => {
    const answer = await request.get(path);
    await validHtml(await answer.text(), path);
    const policy = answer.headers()["content-security-policy"];
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain("unsafe-inline");
  });

  test(`${path} can be walked by keyboard from the skip link on`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.locator("a[href='#content']");
    await expect(skip).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#content")).toBeFocused();
  });
}
