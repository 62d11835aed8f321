/* doc_template_fuzz.c — any bytes as a document template: refused with a message, or filled, told as HTML and painted
 * as PDF. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc_html.h"
#include "doc/doc_pdf.h"
#include "doc/doc_template.h"
#include "doc/doc_tree.h"
#include "fonts_once.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Data that seeds use; what a template demands beyond it is reported as missing. */
static struct doc_data *
data_new(struct arena *arena)
{
	struct doc_data *data = doc_data_new(arena), *row;

	doc_set_text(data, "a", "Første\n\nandre <&> \xD8\xB9");
	doc_set_flag(data, "f", true);
	row = doc_add_row(data, "l");
	doc_set_text(row, "x", "https://x.test");
	doc_set_number(row, "n", 12.5, "12,5");
	return (data);
}

static void
paint(struct arena *arena, const struct doc_tree *tree)
{
	const struct doc_meta meta = { .made_at = INSTANT_DAY, .allow_uncovered = true };
	struct doc_report report = { 0 };
	struct buf html = buf_new(arena), pdf = buf_new(arena);

	if (doc_html(&html, &report, arena, tree, 1) == OK && memmem(buf_text(&html), html.len, "<&>", 3) != NULL)
		abort();
	/* Only an image can stop it, and there are none here. */
	if (doc_pdf(&pdf, &report, arena, fonts_once(), tree, &meta) != OK && report.problem == NULL)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct doc_template *template = NULL;
	struct xml_error error = { 0 };
	struct doc_report report = { 0 };
	struct doc_tree *tree = NULL;

	if (doc_template_read(&template, &error, arena, "/nowhere", "fuzz.xml", (const char *)bytes, len) != OK) {
		if (error.message == NULL || error.name == NULL)
			abort();
	} else if (doc_bind(&tree, &report, arena, template, data_new(arena), LANG_NN) != OK) {
		if (report.missing == NULL)
			abort();
	} else {
		paint(arena, tree);
	}
	arena_free(arena);
	return (0);
}
