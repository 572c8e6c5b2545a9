// The Web Worker that sets letters, with the same engine as the server. It fetches two modules and a font and sends nothing.
// Asked { number, spec }, it answers { number, pages: [SVG] } or { number, wrong }; asked { number, spec, file: true },
// { number, file: bytes } or { number, wrong }. `wrong` is a fault of a field as JSON,
// or a sentence about something else. { lost: true } says that it cannot work.
// The addresses below are rewritten to versioned ones when the site is built.
import startLayout, { Typesetter } from "/pkg/letter-layout.js";

const layoutModule = fetch("/pkg/letter-layout_bg.wasm");
const font = fetch("/pkg/fonts/letter/SourceSerif4-Regular.ttf").then(async (answer) => {
  if (!answer.ok) throw new Error(`the letter's font: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
});

async function makeTypesetter() {
  await startLayout({ module_or_path: layoutModule });
  return new Typesetter(await font);
}

let writer;

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
  return new PdfWriter(await font);
}

let idle;

function fetchWriterWhenIdle() {
  if (writer || navigator.connection?.saveData) return;
  clearTimeout(idle);
  idle = setTimeout(() => needWriter().catch(() => {}), 1500);
}

async function answer(typesetter, { number, spec, file }) {
  const pages = typesetter.set(spec);
  if (!file) return { number, pages: Array.from({ length: pages }, (_, page) => typesetter.svg(page)) };
  // Taken now: while the module comes, other letters are set.
  const frames = typesetter.frames();
  return { number, file: (await needWriter()).write(frames) };
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
