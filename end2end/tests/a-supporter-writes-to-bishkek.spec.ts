import { readFileSync } from "node:fs";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "../support/test";

const home = "/cases/rita-karasartova";

/** Opens the page that a link on this one leads to, as somebody who reads would. */
async function follow(page: Page, address: string): Promise<void> {
  await page.locator(`main a[href="${address}"]`).first().click();
  await expect(page).toHaveURL(address);
}

async function counted(request: APIRequestContext): Promise<number> {
  const answer = await request.get("/api/v1/campaigns/open-cases/totals");
  expect(answer.ok()).toBe(true);
  return (await answer.json()).actions;
}

test("a supporter writes to Bishkek, posts the letter and says so", async ({ page, request }) => {
  await page.goto("/");
  await follow(page, "/campaigns/open-cases");
  await follow(page, home);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Rita Karasartova");
  await follow(page, `${home}/write`);

  const form = page.locator(`form[action="${home}/write"]`);
  await form.locator("textarea[name=body]").fill("Please quash the conviction of Rita Karasartova.");
  await form.locator("[name=name]").fill("Anna Berg");
  const arrives = page.waitForEvent("download");
  await form.locator("button[type=submit]").first().click();
  const letter = await arrives;
  expect(letter.suggestedFilename()).toMatch(/\.pdf$/);
  expect(readFileSync(await letter.path()).subarray(0, 5).toString()).toBe("%PDF-");
  // What was typed is still there.
  await expect(form.locator("[name=name]")).toHaveValue("Anna Berg");

  const before = await counted(request);
  await page.locator(`form[action="${home}/posted"] button[type=submit]`).click();
  await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
  await expect(page.getByRole("main")).toContainText("Rita Karasartova");
  expect(await counted(request)).toBe(before + 1);

  // Thanks lead on: the next case.
  const next = page.locator("main a[href^='/cases/']").filter({ hasNotText: "Rita Karasartova" }).first();
  await next.click();
  await expect(page).toHaveURL(/\/cases\/[^/]+/);
});

test("a letter that was posted twice by a nervous finger is one letter", async ({ page, request }) => {
  await page.goto(`${home}/write`);
  const before = await counted(request);
  const form = page.locator(`form[action="${home}/posted"]`);
  const sent = await form.evaluate((element) =>
    Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])),
  );
  // The second one leaves before the first is answered, as two quick taps do.
  const headers = { origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" };
  const taps = [1, 2].map(() => request.post(`${home}/posted`, { form: sent, headers, maxRedirects: 0 }));
  const [first, second] = await Promise.all(taps);
  expect([first.status(), second.status()]).toEqual([303, 303]);
  expect(second.headers().location).toBe(first.headers().location);
  expect(await counted(request)).toBe(before + 1);
});

test("a letter of two pages is made when the writer has heard of it", async ({ page, scripting }) => {
  test.skip(scripting, "with scripting the page says so while somebody types");
  await page.goto(`${home}/write`);
  const form = page.locator(`form[action="${home}/write"]`);
  const long = "Please look at this case again. ".repeat(130).trim();
  await form.locator("textarea[name=body]").fill(long);
  await form.locator("#make").click();
  await expect(page.locator("#longer")).toContainText("Your letter takes 2 pages");
  await expect(form.locator("textarea[name=body]")).toHaveValue(long);
  const arrives = page.waitForEvent("download");
  await form.locator("#make").click();
  expect(readFileSync(await (await arrives).path()).subarray(0, 5).toString()).toBe("%PDF-");
  await expect(form.locator("textarea[name=body]")).toHaveValue(long);
});

test("nothing typed is lost when the form is refused", async ({ page, allow, scripting }) => {
  allow(/422/);
  await page.goto(`${home}/write`);
  const form = page.locator(`form[action="${home}/write"]`);
  // More than the longest letter that is read.
  const long = `Please free her.${" Again: please free her.".repeat(1000)}`;
  await form.locator("textarea[name=body]").evaluate((field) => field.removeAttribute("maxlength"));
  await form.locator("textarea[name=body]").fill(long);
  await form.locator("[name=name]").fill("Anna Berg");
  if (scripting) {
    // The page says it itself; what was typed is not sent.
    await expect(form.locator("#make")).toHaveText("Download the PDF");
    await form.locator("#make").click();
  } else {
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await form.locator("#make").click();
    expect((await answer).status()).toBe(422);
  }
  await expect(form.locator("#body-wrong")).toContainText("20000");
  await expect(form.locator("textarea[name=body]")).toHaveValue(long);
  await expect(form.locator("[name=name]")).toHaveValue("Anna Berg");
});
