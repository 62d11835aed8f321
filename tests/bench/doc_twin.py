# doc_twin.py — reads the web twin of one of our documents into a plain list of what stands in it, for the other engines of
# tests/bench that take no HTML.
from html.parser import HTMLParser
from xml.sax.saxutils import escape

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


def twin_read(path):
    twin = Twin()
    with open(path, encoding="utf-8") as file:
        twin.feed(file.read())
    return twin.parts
