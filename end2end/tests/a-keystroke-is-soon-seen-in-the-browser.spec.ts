import { expect, test } from "../support/test";

/** A letter of one page, about 250 words, as people write them. */
const letter = [
  "I am writing to you about Rita Karasartova, who has given legal advice to people in need for more than ten years. ".repeat(3),
  "She was arrested at home and has been held since. The hearing was closed to her family and to the press. ".repeat(4),
  "I respectfully ask you to quash the conviction and to let her live and work without fear. Thank you for reading this. ".repeat(3),
].join("\n\n");

/** How many keystrokes are measured, after the first ones, which warm everything up. */
const warm = 5;
const measured = 15;
/** Milliseconds from a key to its picture: the median, and what a single key may take when the machine is busy with something else. */
const usual = 50;
const most = 500;

test("what somebody types is seen on the printed page at once, and set beside the page's own thread", async ({ page }, info) => {
  await page.goto("/cases/rita-karasartova/write");
  const sheet = page.locator("#printed figure").first();
  await expect(sheet.locator("svg")).toBeVisible();
  const body = page.locator("textarea[name=body]");
  const before = await sheet.innerHTML();
  await body.fill(letter);
  await expect.poll(() => sheet.innerHTML()).not.toBe(before);
  await expect(page.locator("#printed [role=status]")).toHaveText("One page.");
  expect(page.workers().length, "the letter is set in a worker").toBe(1);

  await page.evaluate(() => {
    const times: number[] = [];
    const busy: number[] = [];
    let typed = 0;
    document.addEventListener("input", () => (typed = performance.now()), { capture: true });
    const seen = () => {
      if (typed) times.push(performance.now() - typed);
      typed = 0;
    };
    new MutationObserver(seen).observe(document.querySelector("#printed")!, { childList: true, subtree: true });
    new PerformanceObserver((list) => busy.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
    Object.assign(window, { times, busy });
  });
  type Measured = { times: number[]; busy: number[] };
  await body.press("End");
  for (let key = 1; key <= warm + measured; key += 1) {
    await page.keyboard.type("e");
    await expect.poll(() => page.evaluate(() => (window as unknown as Measured).times.length), { intervals: [20] }).toBe(key);
  }
  const { times, busy } = await page.evaluate(() => {
    const { times, busy } = window as unknown as Measured;
    return { times, busy };
  });
  const sorted = times.slice(warm).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const told = `a keystroke is seen after ${median.toFixed(1)} ms (median of ${measured}; ${sorted[0].toFixed(1)} to ${sorted.at(-1)!.toFixed(1)}); \
the page's own thread was busy for over 50 ms ${busy.length} times`;
  info.annotations.push({ type: "measured", description: told });
  console.log(told);
  expect(median).toBeLessThan(usual);
  expect(sorted.at(-1)!).toBeLessThan(most);
});
