# doc_weasyprint.py — a living process that lets WeasyPrint make PDFs of our documents' web twins, for tests/bench.
#
# Reads lines "FILE.html TIMES", makes the document so many times, and answers one line of milliseconds. "FILE.html
# OUT.pdf" keeps one instead, for a look.
import logging
import sys
import time

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

# What our own PDFs look like, as far as a style sheet of a page or two says it.
STYLE = """
@page { size: A4; margin: 25mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt } }
html { font-family: "Noto Sans"; font-size: 10.5pt; line-height: 1.4 }
h1 { font-size: 20pt } h2 { font-size: 14pt } h3, h4 { font-size: 11pt }
h1, h2, h3, h4, caption, figcaption { break-after: avoid }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; margin: 6pt 0 }
caption, figcaption { text-align: left; font-weight: bold }
th, td { text-align: left; vertical-align: top; padding: 2.5pt 4pt; border-bottom: 0.5pt solid #8fa1ab }
.doc-number { text-align: right }
dl.doc-facts { display: grid; } dt { font-weight: bold }
svg { max-width: 100%; max-height: 230mm }
details { display: none }
"""


def make(text):
    fonts = FontConfiguration()
    return HTML(string=text).write_pdf(stylesheets=[CSS(string=STYLE, font_config=fonts)], font_config=fonts)


def page(path):
    with open(path, encoding="utf-8") as file:
        return f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>a</title></head><body>{file.read()}</body></html>'


for line in sys.stdin:
    path, rest = line.split()
    text = page(path)
    if not rest.isdigit():
        with open(rest, "wb") as out:
            out.write(make(text))
        print("kept", flush=True)
        continue
    times = []
    for _ in range(int(rest)):
        started = time.perf_counter()
        make(text)
        times.append((time.perf_counter() - started) * 1000)
    print(" ".join(f"{ms:.3f}" for ms in times), flush=True)
