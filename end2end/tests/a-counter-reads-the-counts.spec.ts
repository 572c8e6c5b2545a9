import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { axe, noHorizontalScroll, validHtml } from "../support/checks";
import { widths } from "../support/pages";
import { invite, signIn } from "../support/staff";
import type { Server } from "../support/server";
import { expect, test } from "../support/test";

/** A UUIDv7 as a client makes it. */
function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const today = (): string => new Date().toISOString().slice(0, 10);

async function count(request: APIRequestContext, slug: string, kind: string, quantity: number, country: string): Promise<void> {
  const action = { id: newId(), campaign: "open-cases", case: slug, kind, quantity, country, occurred_on: today() };
  expect((await request.post("/api/v1/actions", { data: action })).status()).toBe(201);
}

/** A section's report from the command line. Gives its reference. */
function reportOfSection(server: Server): string {
  const folder = mkdtempSync(join(tmpdir(), "pillarbox-report-"));
  const table = join(folder, "table.csv");
  writeFileSync(table, "case,kind,quantity,people\nrita-karasartova,letter,42,17\n");
  const days = ["--from", today(), "--to", today()];
  const said = server.command("report", table, "--campaign", "open-cases", "--section", "de", ...days);
  rmSync(folder, { recursive: true });
  return said.trim().split(" ").at(-1) ?? "";
}

async function fillLedger(request: APIRequestContext): Promise<void> {
  await count(request, "rita-karasartova", "letter", 1783, "DE");
  await count(request, "rita-karasartova", "card", 400, "FR");
  await count(request, "manahel-al-otaibi", "letter", 1777, "DE");
  await count(request, "manahel-al-otaibi", "solidarity-message", 495, "NO");
  await count(request, "sebnem-korur-fincanci", "email", 399, "GB");
}

async function show(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show" }).click();
}

test("a counter follows a link, signs in, filters, takes the file and leaves", async ({ page, request, server }, info) => {
  await fillLedger(request);
  const login = `anna-${info.project.name}@example.org`;
  await signIn(page, server, login, "--name", "Anna Berg", "--role", "counter");
  await expect(page.getByText("Anna Berg").first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Counts", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Counts");
  const all = page.locator(".stacked tfoot .all");
  const whole = Number((await all.innerText()).replace(/\D/g, ""));
  expect(whole).toBeGreaterThanOrEqual(4854);

  // What is asked stands in the address, and only what fits is shown.
  await page.getByLabel("Written from").selectOption("DE");
  await page.getByText("All kinds").click();
  await page.getByLabel("Letter in own words").check();
  await show(page);
  await expect(page).toHaveURL(/country=DE/);
  await expect(page).toHaveURL(/kind=letter/);
  await expect(page.getByRole("rowheader", { name: "Rita Karasartova" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /Fincanc/ })).toHaveCount(0);

  // A number leads to what it is made of.
  await page.getByRole("link", { name: "Rita Karasartova" }).click();
  await expect(page).toHaveURL(/by=country/);
  await expect(page.getByRole("rowheader", { name: "Germany" })).toBeVisible();

  const arrives = page.waitForEvent("download");
  await page.getByRole("link", { name: "These numbers as a CSV file" }).click();
  const file = await arrives;
  expect(file.suggestedFilename()).toMatch(/^counts-open-cases-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.slice(1).trimEnd().split("\r\n").map((line) => line.split(","));
  expect(lines[0]).toContain("actions");
  expect(lines.length).toBe(2);
  const cell = (name: string): string => lines[1]![lines[0]!.indexOf(name)]!;
  expect([cell("country_name"), cell("kind"), cell("channel")]).toEqual(["Germany", "letter", "online"]);
  expect(Number(cell("actions")) % 1783).toBe(0);

  const address = page.url();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto(address);
  await expect(page).toHaveURL(/\/staff\/sign-in\?to=/);
  await expect(page.getByRole("main")).not.toContainText("Karasartova");
  await page.goBack();
  await expect(page.getByRole("main")).not.toContainText("Germany");
});

test("a wrong password is said so, and a used link too", async ({ page, server, allow }, info) => {
  allow(/422|404/);
  const login = `ben-${info.project.name}@example.org`;
  const link = invite(server, login);
  await signIn(page, server, login);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("E-mail or name").fill(login);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
  await expect(page.getByLabel("E-mail or name")).toHaveValue(login);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText("used already or is too old");
});

for (const width of widths) {
  test(`staff's pages are accessible at ${width} px`, async ({ page, request, server, scripting }, info) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await fillLedger(request);
    const login = `cleo-${info.project.name}-${width}@example.org`;
    const link = invite(server, login, "--name", "Cleo");
    const look = async (path: string, name: string): Promise<void> => {
      await page.goto(path, { waitUntil: "networkidle" });
      await noHorizontalScroll(page);
      if (scripting) await axe(page);
      if (process.env.PILLARBOX_SCREENSHOTS) {
        await page.screenshot({ path: `test-results/pages/staff-${name}-${width}-${info.project.name}.png`, fullPage: true });
      }
    };
    await look("/staff/sign-in", "sign-in");
    await look(link, "welcome");
    await signIn(page, server, login, "--name", "Cleo", "--role", "counter");
    await look("/staff", "start");
    await look("/staff/reports", "reports");
    await look("/staff/corrections", "corrections");
    await look("/staff/corrections?campaign=open-cases&country=DE", "correction");
    const reference = reportOfSection(server);
    await look(`/staff/reports/${reference}`, "report");
    server.command("correct", "--receipt", reference, "--reason", "mistake", "--remark", "They wrote to us.", "--actions", "42");
    await look(`/staff/reports/${reference}`, "report-taken-back");
    await expect(page.getByRole("main")).toContainText("it counts nothing now");
    await look("/staff/reports", "reports-marked");
    await look("/staff/corrections", "corrections-made");
    await expect(page.getByRole("main")).toContainText("They wrote to us.");
    await look(`/receipts/${reference}`, "receipt-corrected");
    await expect(page.getByRole("main")).toContainText("it counts nothing now");
    await look("/staff/snapshots", "snapshots");
    await look("/staff/counts", "counts");
    await page.locator("summary").first().click();
    if (scripting) await axe(page);
    for (const by of ["case-country", "day"]) await look(`/staff/counts?by=${by}`, `counts-${by}`);
    if (width !== widths[0]) return;
    // As the server sends them to whoever is signed in.
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    for (const path of ["/staff", "/staff/counts", "/staff/reports", "/staff/corrections", "/staff/sign-in"]) {
      const answer = await page.request.get(path, { headers: { cookie: cookies } });
      await validHtml(await answer.text(), path);
    }
  });
}
