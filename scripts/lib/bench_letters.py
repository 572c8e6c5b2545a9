"""Sets the letters of `pillarbox bench letters --specs` with other programs, and compares. Used by scripts/bench-letters.

compare FOLDER PILLARBOX NUMBER    measures pillarbox and the programs below, each in a process of its own
typst|weasyprint|reportlab FOLDER  sets FOLDER/letters.json as FOLDER/NAME.pdf
"""

import html
import json
import os
import pathlib
import subprocess
import sys
import time

FONTS = pathlib.Path(__file__).resolve().parents[2] / "crates/letter/fonts"
FONT = FONTS / "SourceSerif4-Regular.ttf"
OTHERS = ["typst", "reportlab", "weasyprint"]
# Those that take a second or two are run several times.
FAST = ["pillarbox", "typst"]
TRIES = 5

TYPST = """
#set document(title: "Letters", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: "Source Serif 4", size: 11pt, lang: "en")
#set par(leading: 0.55em, spacing: 0.85em)
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 27mm, bottom: 25mm))
#let mark(y, length) = place(top + left, dx: 5.5mm, dy: y, line(length: length, stroke: 0.1mm))
#for spec in json("letters.json") {
  page(background: { mark(105mm, 3.5mm); mark(148.5mm, 5.5mm); mark(210mm, 3.5mm) }, {
    place(top + left, dy: 21mm, text(size: 8pt, (spec.sender.name, ..spec.sender.lines).join(" · ")))
    place(top + left, dy: 36mm, spec.recipient.join(linebreak()))
    v(66mm)
    align(right, spec.at("place_and_date"))
    v(4mm)
    par(spec.salutation)
    for paragraph in spec.body.split("\\n\\n") { par(paragraph) }
    v(3mm)
    par(spec.closing)
    v(20mm)
    par(spec.sender.name)
  })
}
"""

CSS = """
@font-face { font-family: Serif4; src: url(FONT) }
@page { size: A4; margin: 27mm 20mm 25mm 25mm }
body { font: 11pt/15pt Serif4; margin: 0 }
section { break-after: page; position: relative; padding-top: 66mm }
.back { position: absolute; top: 21mm; font-size: 8pt; border-bottom: .1mm solid }
.to { position: absolute; top: 36mm }
.mark { position: absolute; left: -19.5mm; width: 3.5mm; border-top: .1mm solid }
.place { text-align: right; margin: 0 0 4mm }
p { margin: 0 0 2.8mm }
.name { margin-top: 20mm }
"""


def letters(folder):
    return json.loads((folder / "letters.json").read_text())


def set_typst(folder):
    import typst

    (folder / "letters.typ").write_text(TYPST)
    typst.compile(str(folder / "letters.typ"), output=str(folder / "typst.pdf"), font_paths=[str(FONTS)])


def set_weasyprint(folder):
    import weasyprint

    text = html.escape
    pages = []
    for spec in letters(folder):
        sender = spec["sender"]
        body = "".join(f"<p>{text(part)}</p>" for part in spec["body"].split("\n\n"))
        marks = "".join(f'<div class="mark" style="top: {top}mm"></div>' for top in (78, 121.5, 183))
        pages.append(
            f'<section>{marks}<div class="back">{text(" · ".join([sender["name"], *sender["lines"]]))}</div>'
            f'<div class="to">{"<br>".join(map(text, spec["recipient"]))}</div>'
            f'<p class="place">{text(spec["place_and_date"])}</p><p>{text(spec["salutation"])}</p>{body}'
            f'<p>{text(spec["closing"])}</p><p class="name">{text(sender["name"])}</p></section>'
        )
    style = CSS.replace("FONT", FONT.as_uri())
    page = f'<html lang="en"><title>Letters</title><style>{style}</style>{"".join(pages)}</html>'
    weasyprint.HTML(string=page).write_pdf(folder / "weasyprint.pdf", pdf_tags=True)


def set_reportlab(folder):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Frame, Paragraph, Spacer

    pdfmetrics.registerFont(TTFont("Serif4", str(FONT)))
    canvas = Canvas(str(folder / "reportlab.pdf"), pagesize=A4, pageCompression=1)
    style = ParagraphStyle("text", fontName="Serif4", fontSize=11, leading=15, spaceAfter=2.8 * mm)
    right = ParagraphStyle("place", parent=style, alignment=2)
    for spec in letters(folder):
        sender = spec["sender"]
        canvas.setFont("Serif4", 8)
        canvas.drawString(25 * mm, 248 * mm, " · ".join([sender["name"], *sender["lines"]]))
        canvas.setFont("Serif4", 11)
        for number, line in enumerate(spec["recipient"]):
            canvas.drawString(25 * mm, (230 - 4.5 * number) * mm, line)
        for top, length in ((105, 3.5), (148.5, 5.5), (210, 3.5)):
            canvas.line(5.5 * mm, (297 - top) * mm, (5.5 + length) * mm, (297 - top) * mm)
        story = [Paragraph(html.escape(spec["place_and_date"]), right)]
        texts = [spec["salutation"], *spec["body"].split("\n\n"), spec["closing"]]
        story += [Paragraph(html.escape(text), style) for text in texts]
        story += [Spacer(1, 20 * mm), Paragraph(html.escape(sender["name"]), style)]
        Frame(25 * mm, 25 * mm, 165 * mm, 180 * mm, 0, 0, 0, 0).addFromList(story, canvas)
        canvas.showPage()
    canvas.save()


def measured(command):
    """Seconds, peak memory in bytes, and what it said, of a process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return seconds, usage.ru_maxrss * 1024, said


def compare(folder, pillarbox, number):
    own = [pillarbox, "bench", "letters", "--letters", number, "--out", str(folder / "pillarbox.pdf")]
    commands = {"pillarbox": own}
    for other in OTHERS:
        commands[other] = [sys.executable, __file__, other, str(folder)]
    print(f"{number} letters, DIN 5008 B, one text, sender and addressee differ; the best of {TRIES} runs, of the slow ones of one")
    print(f"{'':12} {'seconds':>8} {'memory MB':>10} {'file MB':>8} {'times pillarbox':>16}")
    base = None
    for name, command in commands.items():
        tries = TRIES if name in FAST else 1
        seconds, memory, _ = min(measured(command) for _ in range(tries))
        base = base or seconds
        size = (folder / f"{name}.pdf").stat().st_size
        print(f"{name:12} {seconds:8.3f} {memory / 1e6:10.1f} {size / 1e6:8.2f} {seconds / base:16.1f}", flush=True)
    more = [
        ("five times as many letters", ["--letters", str(5 * int(number))]),
        ("a text of its own in each", ["--letters", number, "--own-texts"]),
        ("the same on one core", ["--letters", number, "--own-texts", "--one-core"]),
    ]
    for title, args in more:
        said = min(measured([pillarbox, "bench", "letters", "--json", *args]) for _ in range(TRIES))[2]
        told = json.loads(said)
        memory = (told["peak_memory_bytes"] or 0) / 1e6
        print(f"pillarbox, {title}: {told['seconds']:.3f} s, {told['letters_a_second']:.0f} letters a second, {memory:.1f} MB")


def main():
    what, folder, *rest = sys.argv[1:]
    if what == "compare":
        compare(pathlib.Path(folder), *rest)
    else:
        {"typst": set_typst, "weasyprint": set_weasyprint, "reportlab": set_reportlab}[what](pathlib.Path(folder))


if __name__ == "__main__":
    main()
