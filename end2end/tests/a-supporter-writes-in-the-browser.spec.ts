import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { axe, noHorizontalScroll } from "../support/checks";
import type { Server } from "../support/server";
import { expect, test } from "../support/test";

const home = "/cases/rita-karasartova";
// Words that nobody sends by chance.
const name = "Quirina Zwetschgenbaum";
const town = "Kornblumenweg 3\n79098 Freiburg";
const letters = {
  Latin: "I ask you to free Rita Karasartova. Marzipanwort.\n\nA second paragraph, with “quotes” – and\na line of its own.",
  Cyrillic: "Прошу вас освободить Риту Карасартову. Марципанслово.\n\nКайрымдуу күндү тилейм, үмүт өчпөсүн.",
  Greek: "Σας ζητώ να ελευθερώσετε τη Ρίτα Καρασάρτοβα. Αμυγδαλόλεξη.\n\nΜε εκτίμηση από μακριά.",
  Arabic: "أكتب إليكم بشأن ريتا كاراسارتوفا، وأرجو إلغاء الحكم الصادر في 18 سبتمبر 2025. كلمةاللوز.\n\nمع خالص الاحترام، UN-12.",
  Thai: "ข้าพเจ้าเขียนจดหมายฉบับนี้ถึงท่านเกี่ยวกับริตา คาราซาร์โตวา นักปกป้องสิทธิมนุษยชนจากกรุงบิชเคก ผู้ให้คำปรึกษาทางกฎหมาย",
  Khmer: "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។ មនុស្ស មានវិចារណញ្ញាណនិងសតិសម្បជញ្ញៈជាប់ពីកំណើត",
  Burmese: "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။",
  Chinese: "我写信给您，是为了丽塔·卡拉萨尔托娃。她是来自比什凯克的人权捍卫者（十多年来）。",
};
const secrets = ["Zwetschgenbaum", "Kornblumenweg", "Marzipanwort", "Марципанслово", "Αμυγδαλόλεξη"];

const sheet = (page: Page) => page.locator("#printed figure").first();

/** The page once the letter engine has answered. */
async function openDesk(page: Page): Promise<void> {
  await page.goto(`${home}/write`);
  await expect(sheet(page).locator("svg")).toBeVisible();
}

async function write(page: Page, text: string): Promise<void> {
  const before = await sheet(page).innerHTML();
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=town]").fill(town);
  await page.locator("textarea[name=body]").fill(text);
  await expect.poll(() => sheet(page).innerHTML()).not.toBe(before);
}

async function download(page: Page): Promise<Buffer> {
  const arrives = page.waitForEvent("download");
  await page.locator("#make").click();
  return readFileSync(await (await arrives).path());
}

/** The file of the same letter by the command line. */
function commandLine(server: Server, text: string, day: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "pillarbox-letter-"));
  const [body, from, out] = ["text.txt", "from.toml", "letter.pdf"].map((file) => join(folder, file));
  writeFileSync(body, text);
  writeFileSync(from, `name = ${JSON.stringify(name)}\nlines = ${JSON.stringify(town.split("\n"))}\n`);
  server.command("letter", "--case", "rita-karasartova", "--text", body, "--from", from, "--date", day, "-o", out);
  const file = readFileSync(out);
  rmSync(folder, { recursive: true });
  return file;
}

test.describe("a supporter writes in the browser", () => {
  for (const [script, text] of Object.entries(letters)) {
    test(`in ${script} letters: the browser's file, the server's and the command line's are the same bytes`, async ({ page, server }) => {
      await openDesk(page);
      await write(page, text);
      const made = await download(page);
      expect(made.subarray(0, 5).toString()).toBe("%PDF-");

      const form = page.locator("form#letter");
      const fields = await form.evaluate((element) =>
        Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([key, value]) => [key, String(value)])),
      );
      const headers = { origin: new URL(page.url()).origin, "sec-fetch-site": "same-origin" };
      const answer = await page.request.post(`${home}/write`, { form: fields, headers });
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      expect((await answer.body()).equals(made), "the server's file").toBe(true);

      const day = await page.locator("input[name=occurred_on]").inputValue();
      expect(commandLine(server, text, day).equals(made), "the command line's file").toBe(true);
    });
  }

  test("a font is fetched when the letter has a character of its script, and once", async ({ page, context }) => {
    const fonts: string[] = [];
    context.on("request", (one) => {
      const name = /([A-Za-z0-9]+-Regular|thai-words)[^/]*$/.exec(new URL(one.url()).pathname)?.[1];
      if (name && !one.url().endsWith(".woff2")) fonts.push(name);
    });
    await openDesk(page);
    await write(page, letters.Greek);
    expect(fonts).toEqual(["SourceSerif4-Regular"]);
    await write(page, letters.Thai);
    expect(fonts.slice(1)).toEqual(["NotoSerifThai-Regular", "thai-words"]);
    await write(page, letters.Chinese);
    await write(page, `${letters.Chinese} ${letters.Thai}`);
    expect(fonts.slice(3)).toEqual(["NotoSerifSC-Regular"]);
  });

  test("nothing that is typed leaves the page, and the posted letter counts", async ({ page, context, request }) => {
    const sent: string[] = [];
    context.on("request", (one) => {
      sent.push([one.url(), JSON.stringify(one.headers()), one.postDataBuffer()?.toString("utf8") ?? ""].join("\n"));
    });
    await openDesk(page);
    await expect(page.locator("#what-happens")).toContainText("stays on this device");
    for (const text of Object.values(letters)) {
      await write(page, text);
      await download(page);
    }
    await expect(page.locator(".bar [role=status]")).toContainText("downloads");
    // Whoever asks for the file waits for its module; it is fetched once.
    expect(sent.filter((one) => one.includes("letter-pdf_bg")).length).toBe(1);

    const total = async () => (await (await request.get("/api/v1/campaigns/open-cases/totals")).json()).actions;
    const before = await total();
    await page.locator(`form[action="${home}/posted"] button[type=submit]`).click();
    await expect(page).toHaveURL(/\/receipts\/[^/]+$/);
    expect(await total()).toBe(before + 1);

    const told = () => sent.map((one) => `${one}\n${decodeURIComponent(one.replace(/%(?![0-9a-fA-F]{2})/g, "%25"))}`);
    expect(told().length).toBeGreaterThan(5);
    for (const secret of secrets) {
      expect(told().filter((one) => one.includes(secret)), secret).toEqual([]);
    }

    // The record would have shown it: the same form sent to the server, as without scripting.
    await openDesk(page);
    await write(page, letters.Greek);
    const arrives = page.waitForEvent("download");
    await page.locator("form#letter").evaluate((form) => HTMLFormElement.prototype.submit.call(form));
    await arrives;
    expect(told().some((one) => one.includes("Αμυγδαλόλεξη"))).toBe(true);
  });

  test("what is wrong is said at its field and taken back when it is mended", async ({ page }) => {
    await openDesk(page);
    const body = page.locator("textarea[name=body]");
    await body.fill("Free her \u{1F54A} now.");
    await expect(page.locator("#body-wrong")).toContainText("U+1F54A");
    await expect(body).toHaveAttribute("aria-invalid", "true");
    await axe(page);
    await body.fill("Free her now.");
    await expect(page.locator("#body-wrong")).toHaveCount(0);
    await expect(body).not.toHaveAttribute("aria-invalid", "true");
    await body.fill(" ");
    await expect(page.locator("#body-wrong")).not.toBeEmpty();
  });

  test("a demand is put into the letter with one tap, once", async ({ page }) => {
    await openDesk(page);
    const body = page.locator("textarea[name=body]");
    await body.fill("My own words.");
    const demand = page.locator("#demands button").nth(1);
    const asked = (await demand.textContent()) ?? "";
    await demand.click();
    await demand.click();
    await expect(body).toHaveValue(`My own words.\n\n${asked}`);
    await expect(body).toBeFocused();
    await axe(page);
  });

  test("on paper the page is the letter and nothing else", async ({ page }) => {
    await openDesk(page);
    const file = await page.pdf({ preferCSSPageSize: true, format: "A4" });
    // One sheet: an object of a PDF file for each page.
    expect(file.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("main")).not.toContainText("Ask for one thing", { useInnerText: true });
    await expect(sheet(page)).toBeVisible();
  });

  test("a long letter shows all its pages, and the last word typed wins", async ({ page }) => {
    await openDesk(page);
    const body = page.locator("textarea[name=body]");
    const pages = page.locator("#printed figure");
    const long = Array(30).fill("A paragraph of a long letter that goes on and on and on.").join("\n\n");
    await body.fill(long);
    await expect(pages).toHaveCount(2);
    // Pasted whole there is one letter with one page to wait for: what is typed letter by letter must end as the same.
    await body.fill("Short. Typed quickly, letter by letter.");
    await expect(pages).toHaveCount(1);
    const wanted = await sheet(page).innerHTML();
    await body.fill(long);
    await expect(pages).toHaveCount(2);
    await body.fill("Short.");
    await body.pressSequentially(" Typed quickly, letter by letter.");
    await expect(pages).toHaveCount(1);
    await expect.poll(() => sheet(page).innerHTML()).toBe(wanted);
  });

  for (const width of [360, 1440]) {
    test(`the desk with its printed page is accessible at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openDesk(page);
      await noHorizontalScroll(page);
      await axe(page);
      const see = page.getByRole("link", { name: "See the page" });
      if (width === 360) {
        await see.click();
        await expect(page.locator("#printed-title")).toBeInViewport();
      } else {
        await expect(see).toBeHidden();
      }
      if (process.env.PILLARBOX_SCREENSHOTS) await page.screenshot({ path: `test-results/pages/desk-${width}.png`, fullPage: true });
    });
  }
});
