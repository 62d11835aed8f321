/* doc_docx.c — blocks to WordprocessingML one to one; looks come from a few styles that people may change in Word. */
#include "doc/docx_inside.h"

#include <stdio.h>
#include <string.h>

#include "core/text.h"
#include "xml/xml_write.h"

#define W_NS                                                                                                           \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                    \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TEXT_WIDTH 9000    /* twentieths of a point between the margins, about */
#define LETTER_WIDTH 105.0 /* twentieths of a point */
#define FIRST_LIST 2       /* numbering: 1 is the bullets */

/* --- words ------------------------------------------------------------------------------------------------------- */

static void
put_run(struct buf *out, const struct doc_span *span, bool link)
{
	if (span->kind == DOC_SPAN_BREAK) {
		BUF_LIT(out, "<w:r><w:br/></w:r>");
		return;
	}
	BUF_LIT(out, "<w:r>");
	BUF_LIT(out, "<w:rPr>");
	if (span->bold || span->italic || link)
		buf_printf(out, "%s%s%s", link ? "<w:rStyle w:val=\"Hyperlink\"/>" : "", span->bold ? "<w:b/>" : "",
		    span->italic ? "<w:i/>" : "");
	if (span->lang != NULL)
		buf_printf(out, "<w:lang w:val=\"%s\"/>", span->lang);
	BUF_LIT(out, "</w:rPr>");
	BUF_LIT(out, "<w:t xml:space=\"preserve\">");
	xml_escape_text(out, span->text);
	BUF_LIT(out, "</w:t></w:r>");
}

static void
put_span(struct docx *d, const struct doc_span *span)
{
	if (span->kind == DOC_SPAN_TARGET_PAGE)
		return;
	if (span->kind == DOC_SPAN_NOTE) {
		buf_printf(d->out,
		    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference "
		    "w:id=\"%d\"/></w:r>",
		    span->note->number);
		return;
	}
	if (span->target != NULL)
		buf_printf(d->out, "<w:hyperlink w:anchor=\"t%d\">", span->target->number);
	else if (span->href != NULL) {
		buf_printf(&d->links,
		    "<Relationship Id=\"link%d\" Type=\"" REL "hyperlink\" TargetMode=\"External\" Target=\"",
		    ++d->n_links);
		xml_escape_attribute(&d->links, span->href);
		BUF_LIT(&d->links, "\"/>");
		buf_printf(d->out, "<w:hyperlink r:id=\"link%d\">", d->n_links);
	}
	put_run(d->out, span, span->target != NULL || span->href != NULL);
	if (span->target != NULL || span->href != NULL)
		BUF_LIT(d->out, "</w:hyperlink>");
}

/* properties: what stands in <w:pPr>, style first. */
static void
put_words(struct docx *d, const struct doc_text *text, const char *properties, const struct doc_target *target)
{
	buf_printf(d->out, "<w:p><w:pPr>%s</w:pPr>", properties);
	if (target != NULL)
		buf_printf(d->out, "<w:bookmarkStart w:id=\"%d\" w:name=\"t%d\"/>", target->number, target->number);
	for (int i = 0; i < text->count; i++)
		put_span(d, &text->spans[i]);
	if (target != NULL)
		buf_printf(d->out, "<w:bookmarkEnd w:id=\"%d\"/>", target->number);
	BUF_LIT(d->out, "</w:p>\n");
}

static void
put_plain(struct docx *d, const char *words, const char *properties)
{
	struct doc_span span = { .text = words };
	struct doc_text text = { .spans = &span, .count = 1 };

	put_words(d, &text, properties, NULL);
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

/* above: it goes on from there, and its words stand there. */
static void
put_cell(struct docx *d, const struct doc_cell *cell, bool head, bool above)
{
	BUF_LIT(d->out, "<w:tc><w:tcPr>");
	if (cell->span > 1)
		buf_printf(d->out, "<w:gridSpan w:val=\"%d\"/>", cell->span);
	if (cell->rows > 1)
		buf_puts(d->out, above ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
	BUF_LIT(d->out, "</w:tcPr>");
	if (above) {
		BUF_LIT(d->out, "<w:p/></w:tc>");
		return;
	}
	put_words(d, &cell->text,
	    arena_printf(d->arena, "<w:pStyle w:val=\"%s\"/>%s", head || cell->header ? "CellHead" : "Cell",
		docx_alignment(cell->align)),
	    NULL);
	BUF_LIT(d->out, "</w:tc>");
}

/* Columns by content take room for their longest words, at most half of it together; the others share the rest. */
static const double *
grid_widths(struct docx *d, const struct doc_table *table)
{
	double *widths = arena_array(d->arena, (size_t)table->columns, sizeof(*widths));
	double by_content = 0, shared = 0;

	for (const struct doc_row *row = table->rows; row != NULL; row = row->next)
		for (const struct doc_cell *cell = row->cells; cell != NULL; cell = cell->next) {
			double room = LETTER_WIDTH * (4 + (double)text_length(doc_plain(d->arena, &cell->text)));

			if (table->widths[cell->column] <= 0 && cell->span == 1 && room > widths[cell->column])
				widths[cell->column] = room;
		}
	for (int i = 0; i < table->columns; i++) {
		by_content += widths[i];
		shared += table->widths[i];
	}
	for (int i = 0; i < table->columns; i++) {
		double most = shared > 0 ? TEXT_WIDTH / 2.0 : TEXT_WIDTH;

		if (table->widths[i] > 0)
			widths[i] = table->widths[i] / shared * (TEXT_WIDTH - (by_content < most ? by_content : most));
		else if (by_content > most)
			widths[i] *= most / by_content;
	}
	return (widths);
}

static void
put_grid(struct docx *d, const double *widths, int n, bool ruled)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += widths[i];
	buf_printf(d->out,
	    "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
	    "<w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
	    ruled ? "Rows" : "Facts");
	for (int i = 0; i < n; i++)
		buf_printf(d->out, "<w:gridCol w:w=\"%.0f\"/>", widths[i] / sum * TEXT_WIDTH);
	BUF_LIT(d->out, "</w:tblGrid>\n");
}

/* What a cell above covers is a cell too in WordprocessingML. */
static void
put_cells(struct docx *d, const struct doc_row *row, int columns, const struct doc_cell **covering, int *covered)
{
	const struct doc_cell *cell = row->cells;
	bool head = row->group != DOC_GROUP_BODY;

	for (int column = 0; column < columns; column += covering[column]->span) {
		bool above = covered[column] > 0;

		if (!above) {
			covering[column] = cell;
			covered[column] = cell->rows;
			cell = cell->next;
		}
		put_cell(d, covering[column], head, above);
		covered[column]--;
	}
}

static void
put_table(struct docx *d, const struct doc_table *table, const struct doc_target *target)
{
	const struct doc_cell **covering = arena_array(d->arena, (size_t)table->columns, sizeof(struct doc_cell *));
	int *covered = arena_array(d->arena, (size_t)table->columns, sizeof(int));

	if (table->caption.count > 0)
		put_words(d, &table->caption, "<w:pStyle w:val=\"Caption\"/><w:keepNext/>", target);
	put_grid(d, grid_widths(d, table), table->columns, true);
	for (const struct doc_row *row = table->rows; row != NULL; row = row->next) {
		bool head = row->group == DOC_GROUP_HEAD;

		buf_printf(d->out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>", head ? "<w:tblHeader/>" : "");
		put_cells(d, row, table->columns, covering, covered);
		BUF_LIT(d->out, "</w:tr>\n");
	}
	/* Two tables that follow each other would become one. */
	BUF_LIT(d->out, "</w:tbl>\n<w:p/>\n");
}

static void
put_facts(struct docx *d, const struct doc_table *table)
{
	static const struct doc_text nothing;

	put_grid(d, table->widths, 2, false);
	for (const struct doc_row *row = table->rows; row != NULL; row = row->next) {
		const struct doc_cell *cell = row->cells;

		BUF_LIT(d->out, "<w:tr><w:tc><w:tcPr/>");
		put_words(
		    d, cell != NULL && cell->header ? &cell->text : &nothing, "<w:pStyle w:val=\"CellHead\"/>", NULL);
		BUF_LIT(d->out, "</w:tc><w:tc><w:tcPr/>");
		if (cell != NULL && cell->header)
			cell = cell->next;
		put_words(d, cell != NULL ? &cell->text : &nothing, "<w:pStyle w:val=\"Cell\"/>", NULL);
		BUF_LIT(d->out, "</w:tc></w:tr>\n");
	}
	BUF_LIT(d->out, "</w:tbl>\n<w:p/>\n");
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

static void
put_chart_cell(struct docx *d, const char *words, bool head, bool number)
{
	BUF_LIT(d->out, "<w:tc><w:tcPr/>");
	put_plain(d, words,
	    arena_printf(d->arena, "<w:pStyle w:val=\"%s\"/>%s", head ? "CellHead" : "Cell",
		number ? "<w:jc w:val=\"end\"/>" : ""));
	BUF_LIT(d->out, "</w:tc>");
}

/* A chart's figures, which are what is quoted. */
static void
put_chart(struct docx *d, const struct doc_chart *chart)
{
	double *widths = arena_array(d->arena, (size_t)chart->series_count + 1, sizeof(*widths));

	for (int i = 0; i <= chart->series_count; i++)
		widths[i] = i == 0 ? 2 : 1;
	put_grid(d, widths, chart->series_count + 1, true);
	BUF_LIT(d->out, "<w:tr><w:trPr><w:tblHeader/></w:trPr>");
	put_chart_cell(d, "", true, false);
	for (int s = 0; s < chart->series_count; s++)
		put_chart_cell(d, chart->series[s].name, true, true);
	BUF_LIT(d->out, "</w:tr>\n");
	for (int i = 0; i < chart->rows; i++) {
		BUF_LIT(d->out, "<w:tr>");
		put_chart_cell(d, chart->labels[i], false, false);
		for (int s = 0; s < chart->series_count; s++)
			put_chart_cell(d, chart->series[s].shown[i], false, true);
		BUF_LIT(d->out, "</w:tr>\n");
	}
	BUF_LIT(d->out, "</w:tbl>\n<w:p/>\n");
}

static void
put_figure(struct docx *d, const struct doc_block *block)
{
	enum status st = OK;

	const struct doc_figure *figure = block->figure;

	if (figure->caption.count > 0)
		put_words(d, &figure->caption, "<w:pStyle w:val=\"Caption\"/><w:keepNext/>", block->target);
	if (figure->chart != NULL)
		put_chart(d, figure->chart);
	else if (figure->image != NULL)
		st = docx_image(d, figure);
	else if (figure->code != NULL)
		st = docx_code(d, figure);
	if (d->st == OK)
		d->st = st;
}

/* --- blocks ------------------------------------------------------------------------------------------------------ */

static void put_blocks(struct docx *d, const struct doc_block *block);

static void
put_list(struct docx *d, const struct doc_block *list)
{
	int number = list->ordered ? FIRST_LIST + d->n_lists++ : 1;

	for (const struct doc_block *item = list->children; item != NULL; item = item->next) {
		const struct doc_block *first = item->children;
		const struct doc_text *words =
		    first != NULL && first->kind == DOC_PARAGRAPH ? &first->text : &item->text;

		put_words(d, words,
		    arena_printf(d->arena,
			"<w:pStyle w:val=\"ListParagraph\"/>%s<w:numPr><w:ilvl w:val=\"%d\"/><w:numId "
			"w:val=\"%d\"/></w:numPr>",
			words != &item->text && first->style->keep_with_next ? "<w:keepNext/>" : "", d->depth, number),
		    NULL);
		d->depth++;
		put_blocks(d, words == &item->text ? first : first->next);
		d->depth--;
	}
}

static void
put_contents(struct docx *d, const struct doc_block *block)
{
	for (struct doc_target *target = block->target; target != NULL; target = target->next) {
		struct doc_span span = { .text = target->title, .target = target };
		struct doc_text text = { .spans = &span, .count = 1 };

		if (target->level > 0 && target->level <= block->level)
			put_words(d, &text, arena_printf(d->arena, "<w:pStyle w:val=\"TOC%d\"/>", target->level), NULL);
	}
}

static void
put_block(struct docx *d, const struct doc_block *block)
{
	switch (block->kind) {
	case DOC_HEADING:
		put_words(d, &block->text, arena_printf(d->arena, "<w:pStyle w:val=\"Heading%d\"/>", block->level),
		    block->target);
		break;
	case DOC_PARAGRAPH:
		put_words(d, &block->text,
		    arena_printf(d->arena, "%s%s", block->style->keep_with_next ? "<w:keepNext/>" : "",
			docx_alignment(block->style->align)),
		    NULL);
		break;
	case DOC_LIST:
		put_list(d, block);
		break;
	case DOC_TABLE:
		put_table(d, block->table, block->target);
		break;
	case DOC_FACTS:
		put_facts(d, block->table);
		break;
	case DOC_FIGURE:
		put_figure(d, block);
		break;
	case DOC_KEEP:
		put_blocks(d, block->children);
		break;
	case DOC_CONTENTS:
		put_contents(d, block);
		break;
	case DOC_PAGE_BREAK:
		BUF_LIT(d->out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n");
		break;
	case DOC_WRITE:
		BUF_LIT(d->out, "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" "
				"w:color=\"8FA1AB\"/></w:pBdr></w:pPr></w:p>\n");
		break;
	case DOC_ITEM:
		break;
	}
}

static void
put_blocks(struct docx *d, const struct doc_block *block)
{
	for (; block != NULL; block = block->next)
		put_block(d, block);
}

/* --- parts ------------------------------------------------------------------------------------------------------- */

static const char types[] = HEAD
    "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
    "openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default "
    "Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd."
    "openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override PartName=\"/word/numbering.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/><Override "
    "PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
    "footnotes+xml\"/><Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-"
    "officedocument.wordprocessingml.footer+xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\""
    "application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char package[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"r1\" Type=\"" REL "officeDocument\" "
	 "Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"" PACKAGE
	 "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

static const char footer[] =
    HEAD "<w:ftr " W_NS "><w:p><w:pPr><w:jc w:val=\"end\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
	 "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/>"
	 "</w:r></w:p></w:ftr>";

static void
put_style(struct buf *out, const char *id, const char *name, const char *paragraph, const char *run)
{
	buf_printf(out,
	    "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
	    "<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>\n",
	    id, name, paragraph, run);
}

static void
put_styles(struct buf *out, const struct doc_tree *tree)
{
	static const int sizes[] = { 36, 26, 23, 22 };

	buf_printf(out,
	    HEAD
	    "<w:styles " W_NS "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "
	    "w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:lang w:val=\"%s\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
	    "<w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
	    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\n",
	    doc_language(tree->lang));
	for (int i = 1; i <= 4; i++) {
		char id[] = "Heading1", name[] = "heading 1", toc[] = "TOC1", toc_name[] = "toc 1";
		char paragraph[120], run[80];

		id[7] = name[8] = toc[3] = toc_name[4] = (char)('0' + i);
		snprintf(paragraph, sizeof(paragraph),
		    "<w:keepNext/><w:spacing w:before=\"%d\" w:after=\"80\"/><w:outlineLvl w:val=\"%d\"/>",
		    360 - 60 * i, i - 1);
		snprintf(run, sizeof(run), "<w:b/><w:sz w:val=\"%d\"/>", sizes[i - 1]);
		put_style(out, id, name, paragraph, run);
		snprintf(
		    paragraph, sizeof(paragraph), "<w:spacing w:after=\"40\"/><w:ind w:left=\"%d\"/>", 280 * (i - 1));
		put_style(out, toc, toc_name, paragraph, "");
	}
	put_style(out, "ListParagraph", "List Paragraph", "<w:contextualSpacing/>", "");
	put_style(
	    out, "Caption", "caption", "<w:spacing w:before=\"160\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"20\"/>");
	put_style(out, "Cell", "Cell", "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
	    "<w:sz w:val=\"20\"/>");
	put_style(out, "CellHead", "Cell head",
	    "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
	    "<w:b/><w:sz w:val=\"20\"/>");
	put_style(out, "FootnoteText", "footnote text", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"18\"/>");
	buf_puts(out,
	    "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote "
	    "reference\"/><w:rPr>"
	    "<w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
	    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color "
	    "w:val=\"1A5F7E\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
	    "<w:style w:type=\"table\" w:styleId=\"Facts\"><w:name w:val=\"Facts\"/></w:style>"
	    "<w:style w:type=\"table\" w:styleId=\"Rows\"><w:name w:val=\"Rows\"/><w:tblPr><w:tblBorders><w:top w:val="
	    "\"single\" w:sz=\"6\" w:color=\"8FA1AB\"/><w:bottom w:val=\"single\" w:sz=\"6\" "
	    "w:color=\"8FA1AB\"/><w:insideH "
	    "w:val=\"single\" w:sz=\"4\" w:color=\"DCE4E8\"/></w:tblBorders></w:tblPr></w:style></w:styles>");
}

static void
put_levels(struct buf *out, int id, bool ordered)
{
	buf_printf(out, "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"hybridMultilevel\"/>", id);
	for (int level = 0; level < 9; level++)
		buf_printf(out,
		    "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText "
		    "w:val=\"%s\"/><w:pPr><w:ind "
		    "w:left=\"%d\" w:hanging=\"360\"/></w:pPr></w:lvl>",
		    level, ordered ? "decimal" : "bullet",
		    ordered ? (char[]){ '%', (char)('1' + level), '.', '\0' } : "\xE2\x80\xA2", 360 * (level + 1));
	BUF_LIT(out, "</w:abstractNum>");
}

static void
put_numbering(struct buf *out, int n_lists)
{
	BUF_LIT(out, HEAD "<w:numbering " W_NS ">");
	put_levels(out, 0, false);
	put_levels(out, 1, true);
	BUF_LIT(out, "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
	for (int i = 0; i < n_lists; i++)
		buf_printf(out,
		    "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
		    "w:val=\"1\"/></w:lvlOverride></w:num>",
		    FIRST_LIST + i);
	BUF_LIT(out, "</w:numbering>");
}

/* The first two are the lines above the notes, which Word wants to find. */
static void
put_notes(struct docx *d)
{
	BUF_LIT(d->out,
	    HEAD "<w:footnotes " W_NS "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r>"
		 "</w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
		 "<w:continuationSeparator/></w:r></w:p></w:footnote>");
	for (const struct doc_note *note = d->tree->notes; note != NULL; note = note->next) {
		buf_printf(d->out,
		    "<w:footnote w:id=\"%d\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr>"
		    "<w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t "
		    "xml:space=\"preserve\"> </w:t></w:r>",
		    note->number);
		for (int i = 0; i < note->text.count; i++)
			put_run(d->out, &note->text.spans[i], false);
		BUF_LIT(d->out, "</w:p></w:footnote>");
	}
	BUF_LIT(d->out, "</w:footnotes>");
}

static void
put_core(struct buf *out, const struct doc_tree *tree)
{
	BUF_LIT(out, HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE
			  "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
	xml_escape_text(out, tree->title);
	buf_printf(out, "</dc:title><dc:language>%s</dc:language></cp:coreProperties>", doc_language(tree->lang));
}

static void
put_relations(struct buf *out, const struct docx *d)
{
	static const char *const parts[] = { "styles", "numbering", "footnotes" };

	BUF_LIT(out, HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		buf_printf(out, "<Relationship Id=\"%s\" Type=\"" REL "%s\" Target=\"%s.xml\"/>", parts[i], parts[i],
		    parts[i]);
	BUF_LIT(out, "<Relationship Id=\"footer\" Type=\"" REL "footer\" Target=\"footer1.xml\"/>");
	buf_add(out, d->links.data, d->links.len);
	BUF_LIT(out, "</Relationships>");
}

static void
put_document(struct docx *d)
{
	BUF_LIT(d->out, HEAD "<w:document " W_NS "><w:body>\n");
	for (const struct doc_section *section = d->tree->sections; section != NULL; section = section->next) {
		put_blocks(d, section->blocks);
		if (section->next != NULL)
			BUF_LIT(d->out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n");
	}
	BUF_LIT(d->out,
	    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
	    "<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" "
	    "w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
}

enum status
doc_docx(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_tree *tree, instant made_at)
{
	struct docx_part parts[] = { { .name = "[Content_Types].xml" }, { .name = "_rels/.rels" },
		{ .name = "word/document.xml" }, { .name = "word/footnotes.xml" }, { .name = "word/numbering.xml" },
		{ .name = "word/styles.xml" }, { .name = "word/footer1.xml" },
		{ .name = "word/_rels/document.xml.rels" }, { .name = "docProps/core.xml" } };
	size_t n = sizeof(parts) / sizeof(parts[0]);
	struct docx d = { .report = report, .arena = arena, .tree = tree, .links = buf_new(arena) };
	struct docx_part *all;

	for (size_t i = 0; i < n; i++)
		parts[i].bytes = buf_new(arena);
	buf_puts(&parts[0].bytes, types);
	buf_puts(&parts[1].bytes, package);
	d.out = &parts[2].bytes;
	put_document(&d);
	d.out = &parts[3].bytes;
	put_notes(&d);
	put_numbering(&parts[4].bytes, d.n_lists);
	put_styles(&parts[5].bytes, tree);
	buf_puts(&parts[6].bytes, footer);
	put_relations(&parts[7].bytes, &d);
	put_core(&parts[8].bytes, tree);
	if (d.st != OK)
		return (d.st);
	all = arena_array(arena, n + (size_t)d.n_pictures, sizeof(*all));
	memcpy(all, parts, sizeof(parts));
	if (d.n_pictures > 0)
		memcpy(all + n, d.pictures, (size_t)d.n_pictures * sizeof(*all));
	return (docx_pack(out, all, n + (size_t)d.n_pictures, made_at));
}
