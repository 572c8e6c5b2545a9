import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, site, target } from "../support/server";
import { expect, test } from "../support/test";

// The built modules run in Node here, without a page: languages in which no case has a letter yet are compared too.
const folder = mkdtempSync(join(tmpdir(), "pillarbox-letters-"));
const pkg = (name: string): string => {
  const names = JSON.parse(readFileSync(join(site, "pkg", "manifest.json"), "utf8"));
  return join(site, "pkg", names[name]);
};

async function load(name: string) {
  const bindings = join(folder, `${name}.mjs`);
  copyFileSync(pkg(`${name}.js`), bindings);
  const module = await import(bindings);
  module.initSync({ module: readFileSync(pkg(`${name}_bg.wasm`)) });
  return module;
}

test.describe("the engine in WASM", () => {
  test.beforeAll(() => {
    // Built with the Rust tests.
    const example = join(target, "debug", "examples", "letter");
    execFileSync(example, [folder, join(root, "crates", "letter", "tests", "letters")], { cwd: root });
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const letter of ["en", "en-long", "en-plain-letter", "ky", "ru", "el", "pl", "fr"]) {
    test(`${letter}: the same bytes`, async () => {
      const [layout, pdf] = [await load("letter-layout"), await load("letter-pdf")];
      const font = readFileSync(pkg("fonts/letter/SourceSerif4-Regular.ttf"));
      const typesetter = new layout.Typesetter(font);
      expect(typesetter.set(readFileSync(join(folder, `${letter}.json`), "utf8"))).toBeGreaterThan(0);
      const file = new pdf.PdfWriter(font).write(typesetter.frames());
      expect(Buffer.from(file).equals(readFileSync(join(folder, `${letter}.pdf`)))).toBe(true);
    });
  }

  test("letters in German are left to the server, whose hyphenation they need", async () => {
    const { Typesetter } = await load("letter-layout");
    const typesetter = new Typesetter(readFileSync(pkg("fonts/letter/SourceSerif4-Regular.ttf")));
    const german = readFileSync(join(folder, "de.json"), "utf8");
    expect(() => typesetter.set(german)).toThrow(/server/);
  });
});
