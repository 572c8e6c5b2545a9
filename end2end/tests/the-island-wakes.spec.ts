import { expect, test } from "../support/test";

test("a supporter sees while typing how much of the page is filled", async ({ page, scripting }) => {
  await page.goto("/cases/rita-karasartova/write");
  const status = page.locator(".letter-meter [role=status]");
  const before = (await status.textContent()) ?? "";
  await page.locator("textarea[name=body]").fill("Please free her now.");
  if (scripting) {
    await expect(page.locator("html")).toHaveAttribute("data-awake", "true");
    await expect(status).not.toHaveText(before);
    await expect(status).toContainText("4");
  } else {
    await expect(status).toHaveText(before);
  }
});
