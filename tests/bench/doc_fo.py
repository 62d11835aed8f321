# doc_fo.py — writes the web twin of one of our documents as XSL-FO, for FOP in tests/bench: doc_fo.py FILE.html OUT.fo
import sys
from xml.sax.saxutils import escape, quoteattr

from doc_twin import twin_read

SIZES = {"h1": 20, "h2": 14, "h3": 11, "h4": 11}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="nb" font-family="Noto Sans, DejaVu Sans" font-size="10.5pt"
    line-height="1.4">
<fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm" margin="0 22mm">
<fo:region-body margin="25mm 0"/><fo:region-after extent="20mm"/></fo:simple-page-master></fo:layout-master-set>
"""
FLOW = """<fo:page-sequence master-reference="a4">
<fo:static-content flow-name="xsl-region-after"><fo:block text-align="right" font-size="9pt"><fo:page-number/> /
<fo:page-number-citation ref-id="end"/></fo:block></fo:static-content><fo:flow flow-name="xsl-region-body">
"""


def words(text):
    for tag, fo in (("<b>", '<fo:inline font-weight="bold">'), ("</b>", "</fo:inline>"), ("<br/>", "<fo:block/>")):
        text = text.replace(tag, fo)
    return text


def heading(kind, text, number):
    return (f'<fo:block id="h{number}" role="{kind.upper()}" font-weight="bold" font-size="{SIZES[kind]}pt" '
            f'space-before="10pt" space-after="3pt" keep-with-next="always">{words(text)}</fo:block>\n')


def cell(kind, text):
    bold = ' font-weight="bold"' if kind.startswith("head") else ""
    right = ' text-align="right"' if kind.endswith("number") else ""
    return (f'<fo:table-cell padding="2.5pt 4pt" border-bottom="0.5pt solid #8fa1ab"><fo:block{bold}{right}>'
            f"{words(text)}</fo:block></fo:table-cell>")


def rows(group):
    return "".join(f'<fo:table-row>{"".join(cell(*one) for one in row)}</fo:table-row>' for row in group)


def table(heads, body):
    head = f"<fo:table-header>{rows(body[:heads])}</fo:table-header>" if heads else ""
    return (f'<fo:table table-layout="fixed" width="100%" font-size="9.5pt" space-after="6pt">{head}'
            f"<fo:table-body>{rows(body[heads:])}</fo:table-body></fo:table>\n")


def chart(width, height, shapes):
    drawn = "".join(f'<{tag} {" ".join(f"{k}={quoteattr(v)}" for k, v in a.items() if k != "class")}>{escape(text)}</{tag}>'
                    for tag, a, text in shapes)
    return (f'<fo:block role="Figure"><fo:instream-foreign-object content-width="scale-down-to-fit" width="166mm">'
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'font-family="Noto Sans" font-size="13">{drawn}</svg></fo:instream-foreign-object></fo:block>\n')


def document(parts):
    flow, marks, number = [], [], 0
    for part in parts:
        if part[0] == "table":
            flow.append(table(*part[1:]))
        elif part[0] == "chart":
            flow.append(chart(*part[1:]))
        elif part[0] in SIZES:
            number += 1
            flow.append(heading(*part, number))
            marks.append(f'<fo:bookmark internal-destination="h{number}"><fo:bookmark-title>'
                         f'{part[1].replace("<b>", "").replace("</b>", "")}</fo:bookmark-title></fo:bookmark>')
        else:
            bold = ' font-weight="bold" keep-with-next="always"' if part[0] in ("dt", "caption") else ""
            flow.append(f'<fo:block space-after="3pt"{bold}>{words(part[1])}</fo:block>\n')
    tree = f'<fo:bookmark-tree>{"".join(marks)}</fo:bookmark-tree>\n' if marks else ""
    return HEAD + tree + FLOW + "".join(flow) + '<fo:block id="end"/></fo:flow></fo:page-sequence></fo:root>\n'


with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write(document(twin_read(sys.argv[1])))
