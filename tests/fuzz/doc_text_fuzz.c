/* doc_text_fuzz.c — any text from people in a document: told as HTML without becoming markup, set in columns and
 * paragraphs of a PDF, and packed as DOCX. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "doc/doc_docx.h"
#include "doc/doc_html.h"
#include "doc/doc_pdf.h"
#include "doc/doc_template.h"
#include "doc/doc_tree.h"
#include "fonts_once.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Wherever words of people stand: a title, a bookmark, prose, columns by content and narrow ones, a note, an address.
 */
static const char source[] =
    "<document>\n"
    "<title><nb>T</nb><nn>T</nn></title>\n"
    "<data><text name='t'/></data>\n"
    "<page-master name='sheet' size='A4 portrait'><header><left><field name='t'/></left></header></page-master>\n"
    "<style match='.narrow' base='td' hyphens='auto'/>\n"
    "<body master='sheet'><toc/><h1><field name='t'/></h1><write/>\n"
    "<p><b><field name='t'/></b><note><field name='t'/></note> <a href-field='t'><field name='t'/></a></p>\n"
    "<table cols='auto auto 1'><tbody><tr><td align='decimal'><field name='t'/></td><td><field name='t'/></td>"
    "<td class='narrow'><field name='t'/></td></tr></tbody></table>\n"
    "</body></document>";

static const struct doc_template *
template_once(void)
{
	static struct doc_template *template;
	struct xml_error error = { 0 };

	if (template == NULL && doc_template_read(&template, &error, arena_new(0), "/nowhere", "text.xml", source,
				    sizeof(source) - 1) != OK)
		abort();
	return (template);
}

static void
paint(struct arena *arena, const struct doc_tree *tree)
{
	const struct doc_meta meta = { .made_at = INSTANT_DAY, .allow_uncovered = true };
	struct doc_report report = { 0 };
	struct buf html = buf_new(arena), pdf = buf_new(arena), docx = buf_new(arena);

	if (doc_html(&html, &report, arena, tree, 1) != OK || memmem(buf_text(&html), html.len, "<script", 7) != NULL)
		abort();
	if (doc_pdf(&pdf, &report, arena, fonts_once(), tree, &meta) != OK ||
	    doc_docx(&docx, &report, arena, tree, INSTANT_DAY) != OK)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct doc_data *data = doc_data_new(arena);
	struct doc_report report = { 0 };
	struct doc_tree *tree = NULL;
	const char *text = NULL;
	size_t removed = 0;

	if (text_clean(&text, &removed, arena, (const char *)bytes, len) == OK) {
		doc_set_text(data, "t", text);
		if (doc_bind(&tree, &report, arena, template_once(), data, LANG_NB) == OK)
			paint(arena, tree);
		else if (report.missing == NULL)
			abort();
	}
	arena_free(arena);
	return (0);
}
