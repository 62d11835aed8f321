# doc_reportlab.py — a living process that lets ReportLab make PDFs with the words of our documents' web twins, for
# tests/bench.
#
# Reads lines "FILE.html TIMES" and answers as doc_weasyprint.py does. The twin is read once, outside the clock, into a
# plain list of headings, paragraphs, tables and charts; what a program would do for each document, from that list to
# the finished bytes, is inside the clock.
import io
import sys
import time
from html.parser import HTMLParser
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
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
BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "caption", "figcaption", "th", "td"}


class Twin(HTMLParser):
    """Reads a twin into self.parts: (kind, text), ("table", heads, rows) and ("chart", width, height, shapes)."""

    def __init__(self):
        super().__init__()
        self.parts, self.rows, self.heads, self.chart = [], None, 0, None
        self.block, self.text, self.hidden, self.shape = None, "", 0, None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "details":
            self.hidden += 1
        elif self.hidden:
            return
        elif tag == "table":
            self.rows, self.heads = [], 0
        elif tag == "tr":
            self.rows.append([])
        elif tag == "svg":
            self.chart = [float(n) for n in a["viewbox"].split()[2:]] + [[]]
        elif tag in ("rect", "line", "text") and self.chart:
            self.shape = [tag, a, ""]
            self.chart[2].append(self.shape)
        elif tag in BLOCKS:
            self.block = (tag, "number" if "doc-number" in (a.get("class") or "") else "")
            self.text = "• " if tag == "li" else ""
        elif tag in ("b", "strong"):
            self.text += "<b>"
        elif tag == "br":
            self.text += "<br/>"

    def handle_endtag(self, tag):
        if tag == "details":
            self.hidden -= 1
        elif self.hidden:
            return
        elif tag == "thead":
            self.heads = len(self.rows)
        elif tag == "table":
            self.parts.append(("table", self.heads, self.rows))
            self.rows = None
        elif tag == "svg":
            self.parts.append(("chart", *self.chart))
            self.chart = None
        elif tag in ("th", "td"):
            kind = ("head" if tag == "th" else "") + self.block[1] or "cell"
            self.rows[-1].append((kind, self.text))
            self.block = None
        elif tag in BLOCKS and self.block:
            self.parts.append(("caption" if tag == "figcaption" else tag, self.text))
            self.block = None
        elif tag in ("b", "strong"):
            self.text += "</b>"

    def handle_data(self, data):
        if self.hidden:
            return
        if self.chart:
            if self.shape and self.shape[0] == "text":
                self.shape[2] += data
        elif self.block:
            self.text += escape(data)


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


def footer(canvas, doc):
    canvas.setFont("Noto", 9)
    canvas.drawRightString(A4[0] - 22 * mm, 12 * mm, str(doc.page))


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
    SimpleDocTemplate(out, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=25 * mm, bottomMargin=25 * mm,
                      title="a", lang="nb").build(story, onFirstPage=footer, onLaterPages=footer)
    return out.getvalue()


for line in sys.stdin:
    path, rest = line.split()
    twin = Twin()
    with open(path, encoding="utf-8") as file:
        twin.feed(file.read())
    if not rest.isdigit():
        with open(rest, "wb") as out:
            out.write(make(twin.parts))
        print("kept", flush=True)
        continue
    times = []
    for _ in range(int(rest)):
        started = time.perf_counter()
        make(twin.parts)
        times.append((time.perf_counter() - started) * 1000)
    print(" ".join(f"{ms:.3f}" for ms in times), flush=True)
