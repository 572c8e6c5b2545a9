// The Web Worker that sets letters, with the same engine as the server. It fetches two modules, and the fonts and hyphenation
// that a letter needs, by script and language, and sends nothing.
// Asked { number, spec }, it answers { number, pages: [SVG] } or { number, wrong }; asked { number, spec, file: true },
// { number, file: bytes } or { number, wrong }. `wrong` is a fault of a field as JSON,
// or a sentence about something else. { lost: true } says that it cannot work.
// The addresses that begin with /pkg are rewritten to versioned ones when the site is built.
import startLayout, { Typesetter } from "/pkg/letter-layout.js";

const book = "SourceSerif4-Regular.ttf";
const addresses = {
  [book]: "/pkg/fonts/letter/SourceSerif4-Regular.ttf",
  "NotoSerif-Regular.ttf": "/pkg/fonts/letter/NotoSerif-Regular.ttf",
  "NotoNaskhArabic-Regular.ttf": "/pkg/fonts/letter/NotoNaskhArabic-Regular.ttf",
  "NotoSerifHebrew-Regular.ttf": "/pkg/fonts/letter/NotoSerifHebrew-Regular.ttf",
  "NotoSerifDevanagari-Regular.ttf": "/pkg/fonts/letter/NotoSerifDevanagari-Regular.ttf",
  "NotoSerifBengali-Regular.ttf": "/pkg/fonts/letter/NotoSerifBengali-Regular.ttf",
  "NotoSerifThai-Regular.ttf": "/pkg/fonts/letter/NotoSerifThai-Regular.ttf",
  "thai-words.bin": "/pkg/fonts/letter/thai-words.bin",
  "NotoSerifKhmer-Regular.ttf": "/pkg/fonts/letter/NotoSerifKhmer-Regular.ttf",
  "khmer-words.bin": "/pkg/fonts/letter/khmer-words.bin",
  "NotoSerifLao-Regular.ttf": "/pkg/fonts/letter/NotoSerifLao-Regular.ttf",
  "lao-words.bin": "/pkg/fonts/letter/lao-words.bin",
  "NotoSerifMyanmar-Regular.ttf": "/pkg/fonts/letter/NotoSerifMyanmar-Regular.ttf",
  "burmese-words.bin": "/pkg/fonts/letter/burmese-words.bin",
  "hyphens-de.bin": "/pkg/fonts/letter/hyphens-de.bin",
  "hyphens-el.bin": "/pkg/fonts/letter/hyphens-el.bin",
  "hyphens-en.bin": "/pkg/fonts/letter/hyphens-en.bin",
  "hyphens-es.bin": "/pkg/fonts/letter/hyphens-es.bin",
  "hyphens-fr.bin": "/pkg/fonts/letter/hyphens-fr.bin",
  "hyphens-it.bin": "/pkg/fonts/letter/hyphens-it.bin",
  "hyphens-nl.bin": "/pkg/fonts/letter/hyphens-nl.bin",
  "hyphens-pl.bin": "/pkg/fonts/letter/hyphens-pl.bin",
  "hyphens-pt.bin": "/pkg/fonts/letter/hyphens-pt.bin",
  "hyphens-ru.bin": "/pkg/fonts/letter/hyphens-ru.bin",
  "hyphens-uk.bin": "/pkg/fonts/letter/hyphens-uk.bin",
};

const fetched = new Map();

// A file, fetched once. The East Asian fonts are not built with the site: the server has them in a folder of their own.
function fetchFile(name) {
  if (!fetched.has(name)) {
    const arrives = fetch(addresses[name] ?? `/fonts/${name}`).then(async (answer) => {
      if (!answer.ok) throw new Error(`the font ${name}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    });
    arrives.catch(() => fetched.delete(name));
    fetched.set(name, arrives);
  }
  return fetched.get(name);
}

const layoutModule = fetch("/pkg/letter-layout_bg.wasm");
fetchFile(book);

async function makeTypesetter() {
  await startLayout({ module_or_path: layoutModule });
  const typesetter = new Typesetter();
  typesetter.add(book, await fetchFile(book));
  return typesetter;
}

let writer;
const written = new Set();

// The module that writes files is several times as heavy: it comes when somebody asks, or when nothing else is to do.
function needWriter() {
  writer ??= makeWriter().catch((error) => {
    writer = undefined;
    throw error;
  });
  return writer;
}

async function makeWriter() {
  const { default: startPdf, PdfWriter } = await import("/pkg/letter-pdf.js");
  await startPdf({ module_or_path: fetch("/pkg/letter-pdf_bg.wasm") });
  return new PdfWriter();
}

let idle;

function fetchWriterWhenIdle() {
  if (writer || navigator.connection?.saveData) return;
  clearTimeout(idle);
  idle = setTimeout(() => needWriter().catch(() => {}), 1500);
}

const given = new Set([book]);

async function giveWhatIsMissing(typesetter, spec) {
  for (const name of typesetter.missing(spec)) {
    let file;
    try {
      file = await fetchFile(name);
    } catch (error) {
      // A server without the East Asian fonts: the letter is set if it needs them for no character; otherwise that one is named.
      if (addresses[name]) throw error;
      continue;
    }
    // Another letter may have waited for it too.
    if (!given.has(name)) typesetter.add(name, file);
    given.add(name);
  }
}

async function answer(typesetter, { number, spec, file }) {
  await giveWhatIsMissing(typesetter, spec);
  const pages = typesetter.set(spec);
  if (!file) return { number, pages: Array.from({ length: pages }, (_, page) => typesetter.svg(page)) };
  // Taken now: while the module comes, other letters are set.
  const frames = typesetter.frames();
  const writes = await needWriter();
  for (const name of given) {
    // Words and patterns are for setting alone.
    if (!name.endsWith(".ttf")) continue;
    const content = await fetchFile(name);
    if (!written.has(name)) writes.add(name, content);
    written.add(name);
  }
  return { number, file: writes.write(frames) };
}

const ready = makeTypesetter();
ready.catch((error) => {
  console.error(error);
  postMessage({ lost: true });
});

addEventListener("message", async ({ data }) => {
  try {
    const said = await answer(await ready, data);
    postMessage(said, said.file ? [said.file.buffer] : []);
    if (said.pages) fetchWriterWhenIdle();
  } catch (error) {
    postMessage({ number: data.number, wrong: String(error) });
  }
});
