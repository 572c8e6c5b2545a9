import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeFonts, root, site, target } from "../support/server";
import { expect, test } from "../support/test";

// The built modules run in Node here, without a page: languages in which no case has a letter yet are compared too.
const folder = mkdtempSync(join(tmpdir(), "pillarbox-letters-"));
const pkg = (name: string): string => {
  const names = JSON.parse(readFileSync(join(site, "pkg", "manifest.json"), "utf8"));
  return join(site, "pkg", names[name]);
};

/** A font that is built with the site, or one of the large ones. */
function fontFile(name: string): Buffer {
  const built = JSON.parse(readFileSync(join(site, "pkg", "manifest.json"), "utf8"))[`fonts/letter/${name}`];
  return readFileSync(built ? join(site, "pkg", built) : join(largeFonts, name));
}

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
    execFileSync(example, [folder, join(root, "crates", "letter", "tests", "letters")], {
      cwd: root,
      env: { ...process.env, PILLARBOX_FONTS_DIR: largeFonts },
    });
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const text = (letter: string): string => readFileSync(join(folder, `${letter}.json`), "utf8");

  for (const letter of ["en", "en-long", "en-lines", "en-plain-letter", "en-lists", "en-justified", "de", "nl", "ky", "ru", "el", "pl", "fr", "ar", "he", "hi", "th", "ja"]) {
    test(`${letter}: the same bytes`, async () => {
      const [layout, pdf] = [await load("letter-layout"), await load("letter-pdf")];
      const [typesetter, writer] = [new layout.Typesetter(), new pdf.PdfWriter()];
      for (const name of typesetter.missing(text(letter))) {
        typesetter.add(name, fontFile(name));
        writer.add(name, fontFile(name));
      }
      expect(typesetter.set(text(letter))).toBeGreaterThan(0);
      const file = writer.write(typesetter.frames());
      expect(Buffer.from(file).equals(readFileSync(join(folder, `${letter}.pdf`)))).toBe(true);
    });
  }
});
