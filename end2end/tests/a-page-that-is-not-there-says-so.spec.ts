import { expect, test } from "../support/test";

for (const path of ["/cases/nobody-of-this-name", "/no/such/page"]) {
  test(`${path} answers 404 in words`, async ({ page, allow }) => {
    allow(/404/);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
    await expect(page.getByRole("link").first()).toBeVisible();
  });
}
