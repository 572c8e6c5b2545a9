import { defineConfig } from "@playwright/test";

// As root Chromium has no sandbox; the rest keeps it from talking to anybody but our server.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  // Each worker has a server and a database of its own, so tests of one file may build on each other's counts.
  fullyParallel: false,
  workers: 2,
  // On a busy machine Chromium now and then stops giving a page frames (of some 400 pages one or two), or does not start: a
  // click then waits for ever on a page that answers. What fails once is tried once more, with a new server, and
  // scripts/test names it.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args },
    actionTimeout: 10_000,
    locale: "en",
    screenshot: "only-on-failure",
    trace: "off",
  },
  projects: [
    { name: "scripting" },
    // What the browser itself makes is tested once.
    { name: "without-scripting", use: { javaScriptEnabled: false }, testIgnore: /-in-the-browser|-in-wasm/ },
  ],
});
