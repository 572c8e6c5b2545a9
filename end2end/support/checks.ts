import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // The server's own way of writing, as valid as any other.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "long-title": "off",
    "no-inline-style": "error",
    "no-trailing-whitespace": "off",
    "void-style": "off",
  },
  elements: ["html5", { "leptos-island": { flow: true, phrasing: true, transparent: true }, "leptos-children": { flow: true, phrasing: true, transparent: true } }],
});

/** No problem that axe can find, at the page's present size. Needs scripting. */
export async function axe(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const problems = found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(problems, `axe on ${page.url()}`).toEqual([]);
}

/** The page is no wider than the window. */
export async function noHorizontalScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window);
}

/** The page as the server sent it is valid HTML; invalid nesting would also break islands. */
export async function validHtml(html: string, address: string): Promise<void> {
  // Between two pieces of text Leptos leaves an empty comment in its shortest form, which parsers take and validators do not.
  const report = await validator.validateString(html.replaceAll("<!>", ""));
  const problems = report.results.flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
  expect(problems, `HTML of ${address}`).toEqual([]);
}
