import type { APIRequestContext } from "@playwright/test";
import { axe, noHorizontalScroll, validHtml } from "../support/checks";
import { widths } from "../support/pages";
import { expect, test } from "../support/test";

async function reported(request: APIRequestContext): Promise<number> {
  const answer = await request.get("/api/v1/campaigns/open-cases/totals");
  return (await answer.json()).by_channel.reported;
}

test("an organiser prints a pack, holds the evening and reports", async ({ page, request, scripting, server }) => {
  test.slow();
  await page.goto("/");
  await page.getByRole("link", { name: "Groups" }).click();
  await expect(page).toHaveURL("/groups");
  await page.getByRole("link", { name: "Print a pack" }).click();
  await expect(page).toHaveURL("/packs");

  await page.getByLabel(/^Rita Karasartova/).fill("12");
  await page.getByLabel("The group’s name").fill("Freiburg");
  await page.getByLabel("Where do you post the letters?").selectOption("DE");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page).toHaveURL(/\/packs\/[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const code = page.url().split("/").pop()!;
  await expect(page.getByRole("main")).toContainText("Rita Karasartova");
  await expect(page.getByRole("main")).toContainText("Freiburg");
  if (scripting) await axe(page);

  // After the evening somebody types the code from the tally sheet, as it comes.
  await page.goto("/groups");
  await page.getByLabel("Code of the pack").fill(code.toLowerCase().replace("-", ""));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(`/r/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How many did we post?");
  await page.getByText("Your numbers stand in a table already?").click();
  await expect(page.getByLabel("Or paste the table")).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await noHorizontalScroll(page);
    if (scripting) await axe(page);
  }
  const before = await reported(request);
  const rita = page.getByRole("group", { name: /Rita Karasartova/ });
  // The pack's own number stands there to begin with; on the evening the letters were written by hand.
  await expect(rita.getByLabel("Printed letter, signed")).toHaveValue("12");
  await rita.getByLabel("Printed letter, signed").fill("");
  await rita.getByLabel("Letter in own words").fill("11");
  await rita.getByLabel("Card or postcard").fill("4");
  await page.getByRole("button", { name: "Look at it once more" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is this right?");
  await expect(page.getByRole("main")).toContainText("15 actions will be counted");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await noHorizontalScroll(page);
    if (scripting) await axe(page);
  }
  await validHtml(await page.content(), "the last look");
  expect(await reported(request)).toBe(before);

  // One thing was wrong after all.
  await page.getByRole("button", { name: "Change something" }).click();
  await expect(rita.getByLabel("Letter in own words")).toHaveValue("11");
  await rita.getByLabel("Letter in own words").fill("10");
  await page.getByRole("button", { name: "Look at it once more" }).click();
  await page.getByRole("button", { name: "Count it" }).click();
  await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
  await expect(page.getByRole("main")).toContainText("14 actions of your group are counted");
  expect(await reported(request)).toBe(before + 14);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await noHorizontalScroll(page);
    if (scripting) await axe(page);
  }

  // The next morning a bundle turns up.
  await page.getByRole("link", { name: "Report again from this pack" }).click();
  await expect(rita.getByLabel("Letter in own words")).toHaveValue("10");
  await rita.getByLabel("Letter in own words").fill("12");
  await page.getByRole("button", { name: "Look at it once more" }).click();
  await expect(page.getByRole("main")).toContainText("You reported 14 before. Now it is 16");
  await page.getByRole("button", { name: "Count it" }).click();
  await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
  expect(await reported(request)).toBe(before + 16);

  // Staff put the group on the site's list.
  server.command("groups", "--show", "freiburg");
  await page.goto("/groups");
  await page.getByRole("main").getByRole("link", { name: "Freiburg" }).click();
  await expect(page).toHaveURL("/groups/freiburg");
  await expect(page.getByRole("row", { name: /Counted one by one\s+16$/ }).first()).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await noHorizontalScroll(page);
    if (scripting) await axe(page);
  }
  await validHtml(await page.content(), "the group's page");
});

test("an organiser who mistypes is told what to do, and nothing typed is lost", async ({ page, allow, scripting }) => {
  allow(/422|404/);
  await page.goto("/packs");
  await page.getByLabel(/^Rita Karasartova/).fill("twelve");
  await page.getByLabel("The group’s name").fill("Freiburg");
  await page.getByRole("button", { name: "Make the pack" }).click();
  await expect(page.getByRole("alert")).toContainText("from 1 to 5,000");
  await expect(page.getByLabel(/^Rita Karasartova/)).toHaveValue("twelve");
  await expect(page.getByLabel("The group’s name")).toHaveValue("Freiburg");
  if (scripting) await axe(page);

  await page.goto("/r/K7QF-2M9U");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No pack has this code");
  await expect(page.getByLabel("Code of the pack")).toHaveValue("K7QF-2M9U");
  if (scripting) await axe(page);
});
