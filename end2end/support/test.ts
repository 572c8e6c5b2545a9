import { test as base, expect, type BrowserContext } from "@playwright/test";
import { startServer, type Server } from "./server";

export { expect };

interface Fixtures {
  /** Say that a problem belongs to this test, as the 404 of a page that is not there. */
  allow: (problem: RegExp) => void;
  /** Whether pages may run scripts in this project. */
  scripting: boolean;
}

/**
 * Every test gets a server of its worker, and fails on anything that a visitor's browser would complain about: an error
 * in the console, an exception, a request that failed.
 */
export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    async ({}, use, worker) => {
      const server = await startServer(`${worker.project.name}-${worker.workerIndex}`);
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.baseURL),
  scripting: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  allow: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const problems = watch(context);
      await use((problem) => allowed.push(problem));
      const left = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      expect(left, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext): string[] {
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`exception: ${error.error().message}`));
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A navigation that becomes a download, or is overtaken by the next one, ends like this; so do the pictures of a page
    // that is left before all its stamps have come.
    const passing = request.isNavigationRequest() || ["eventsource", "image"].includes(request.resourceType());
    // And the tab's little picture, which a browser fetches when it pleases, and what the letter engine was fetching.
    const picture = request.url().includes("/pkg/favicon-");
    const engine = request.url().includes("/pkg/letter-") || request.url().includes("/pkg/fonts/letter/");
    const overtaken = reason === "net::ERR_ABORTED" && (passing || picture || engine);
    if (!overtaken) problems.push(`request: ${request.url()} ${reason}`);
  });
  return problems;
}
