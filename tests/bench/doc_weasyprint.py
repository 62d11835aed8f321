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

STYLE = open(f"{sys.path[0]}/print.css", encoding="utf-8").read()


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
