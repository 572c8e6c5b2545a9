import { expect, test } from "../support/test";

test.describe("on the page for writing", () => {
  test("a supporter sees how much of the page is filled while typing", async ({ page, scripting }) => {
    await page.goto("/cases/rita-karasartova/write");
    const field = page.locator("textarea").first();
    const status = page.locator(".letter-meter [role=status]");
    const before = await status.textContent();
    await field.fill("Dear Madam,\n\nplease free Rita Karasartova.");
    if (scripting) {
      await expect(status).toContainText("6");
      await expect(page.locator("html")).toHaveAttribute("data-awake", "true");
    } else {
      await expect(status).toHaveText(before ?? "");
    }
  });
});
