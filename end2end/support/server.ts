import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The project's folder. */
export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
/** Where cargo builds. */
export const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
/** Where scripts/fonts puts the East Asian fonts. */
export const largeFonts =
  process.env.PILLARBOX_FONTS_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "pillarbox", "fonts");
/** The built browser files. */
export const site = process.env.PILLARBOX_SITE_DIR ?? join(target, "site");

/** A running server with a state folder of its own. */
export interface Server {
  baseURL: string;
  /** The server's own command line on the server's own database; prints what it printed. */
  command(...args: string[]): string;
  stop(): Promise<void>;
}

/** Starts the real binary as an operator would, with the demonstration campaigns, and waits until it answers. */
export async function startServer(name: string): Promise<Server> {
  if (process.env.PILLARBOX_TEST_SERVER) {
    const command = (): string => { throw new Error("the command line of a server started elsewhere is not here"); };
    return { baseURL: process.env.PILLARBOX_TEST_SERVER, command, stop: async () => {} };
  }
  const binary = process.env.PILLARBOX_BIN ?? join(target, "debug", "pillarbox");
  if (!existsSync(binary)) throw new Error(`${binary} is not there: run scripts/test, which builds it`);
  const port = await freePort();
  const baseURL = `http://localhost:${port}`;
  const state = mkdtempSync(join(tmpdir(), "pillarbox-end2end-"));
  const logs = join(root, "end2end", "test-results", "servers");
  mkdirSync(logs, { recursive: true });
  const log = join(logs, `${name}.log`);
  const env = {
    ...process.env,
    PILLARBOX_ADDR: `127.0.0.1:${port}`,
    PILLARBOX_BASE_URL: baseURL,
    PILLARBOX_STATE_DIR: state,
    PILLARBOX_SITE_DIR: site,
    PILLARBOX_FONTS_DIR: largeFonts,
    // All browsers of a run come from one address.
    PILLARBOX_LIMITS_ENABLED: "false",
  };
  const child = spawn(binary, ["serve", "--first-import", "data"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const sink = createWriteStream(log);
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  await answers(baseURL, child, log);
  const command = (...args: string[]): string => execFileSync(binary, args, { cwd: root, env, encoding: "utf8" });
  return { baseURL, command, stop: () => stop(child, state) };
}

async function answers(baseURL: string, child: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended at once, see ${log}`);
    const answer = await fetch(`${baseURL}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`the server was not ready within 30 s, see ${log}`);
}

async function stop(child: ChildProcess, state: string): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 5_000);
  if (child.exitCode === null && child.signalCode === null) await ended;
  clearTimeout(patience);
  rmSync(state, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
