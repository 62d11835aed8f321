# doc_reportlab.py — a living process that lets ReportLab make PDFs with the words of our documents' web twins, for
# tests/bench.
#
# Reads lines "FILE.html TIMES" and answers as doc_weasyprint.py does. The twin is read once, outside the clock, into a
# plain list of headings, paragraphs, tables and charts; what a program would do for each document, from that list to
# the finished bytes, is inside the clock. As ours it has bookmarks for the headings, and "page of pages" below.
import io
import sys
import time

from doc_twin import twin_read
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

FONTS = "/usr/share/fonts/truetype/noto/"
pdfmetrics.registerFont(TTFont("Noto", FONTS + "NotoSans-Regular.ttf"))
pdfmetrics.registerFont(TTFont("Noto-Bold", FONTS + "NotoSans-Bold.ttf"))
pdfmetrics.registerFontFamily("Noto", normal="Noto", bold="Noto-Bold", italic="Noto", boldItalic="Noto-Bold")

WIDTH = A4[0] - 44 * mm
LINE = HexColor("#8fa1ab")


def style(name, size, bold=False, align=0, before=0.0, after=3.0):
    return ParagraphStyle(name, fontName="Noto-Bold" if bold else "Noto", fontSize=size, leading=size * 1.4,
                          alignment=align, spaceBefore=before, spaceAfter=after, keepWithNext=bold)


STYLES = {
    "h1": style("h1", 20, True, before=12), "h2": style("h2", 14, True, before=10), "h3": style("h3", 11, True, before=6),
    "h4": style("h4", 11, True, before=6), "p": style("p", 10.5), "li": style("li", 10.5), "dd": style("dd", 10.5),
    "dt": style("dt", 10.5, True), "caption": style("caption", 10.5, True, before=6), "cell": style("cell", 9.5, after=0),
    "number": style("number", 9.5, align=2, after=0), "head": style("head", 9.5, True, after=0),
    "headnumber": style("headnumber", 9.5, True, align=2, after=0),
}


def drawing(width, height, shapes):
    scale = min(WIDTH / width, 230 * mm / height)
    d = Drawing(width * scale, height * scale)
    for tag, a, text in shapes:
        n = {k: float(v) * scale for k, v in a.items() if k in ("x", "y", "width", "height", "x1", "y1", "x2", "y2")}
        if tag == "rect":
            d.add(Rect(n["x"], d.height - n["y"] - n["height"], n["width"], n["height"], fillColor=HexColor(a["fill"]), strokeColor=None))
        elif tag == "line":
            d.add(Line(n["x1"], d.height - n["y1"], n["x2"], d.height - n["y2"], strokeColor=HexColor(a["stroke"])))
        else:
            d.add(String(n["x"], d.height - n["y"], text, fontName="Noto", fontSize=13 * scale,
                         fillColor=HexColor(a["fill"]), textAnchor=a["text-anchor"]))
    return d


def table(heads, rows):
    cells = [[Paragraph(text, STYLES[kind]) for kind, text in row] for row in rows]
    return Table(cells, colWidths=[WIDTH / len(rows[0])] * len(rows[0]), repeatRows=heads, style=[
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")])


class Numbered(Canvas):
    """Keeps the pages until it knows how many there are."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept = []

    def showPage(self):
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for page in self.kept:
            self.__dict__.update(page)
            self.setFont("Noto", 9)
            self.drawRightString(A4[0] - 22 * mm, 12 * mm, f"{self._pageNumber} / {len(self.kept)}")
            super().showPage()
        super().save()


class Report(SimpleDocTemplate):
    def afterFlowable(self, flowable):
        level = {"h1": 0, "h2": 1, "h3": 2, "h4": 2}.get(getattr(getattr(flowable, "style", None), "name", ""))
        if level is None:
            return
        key = f"h{id(flowable)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(flowable.getPlainText(), key, level)


def make(parts):
    story = []
    for part in parts:
        if part[0] == "table":
            story += [table(*part[1:]), Spacer(1, 6)]
        elif part[0] == "chart":
            story.append(drawing(*part[1:]))
        else:
            story.append(Paragraph(part[1], STYLES[part[0]]))
    out = io.BytesIO()
    Report(out, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=25 * mm, bottomMargin=25 * mm,
           title="a", lang="nb").build(story, canvasmaker=Numbered)
    return out.getvalue()


for line in sys.stdin:
    path, rest = line.split()
    parts = twin_read(path)
    if not rest.isdigit():
        with open(rest, "wb") as out:
            out.write(make(parts))
        print("kept", flush=True)
        continue
    times = []
    for _ in range(int(rest)):
        started = time.perf_counter()
        make(parts)
        times.append((time.perf_counter() - started) * 1000)
    print(" ".join(f"{ms:.3f}" for ms in times), flush=True)
