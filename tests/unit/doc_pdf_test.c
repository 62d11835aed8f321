/* doc_pdf_test.c — pages are broken where they may be, the same document gives the same bytes, broken images stop it.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/crypto.h"
#include "doc/doc_fonts.h"
#include "doc/doc_pdf.h"
#include "doc/doc_template.h"
#include "doc/pdf.h"

static struct arena *arena, *font_arena;
static struct doc_fonts *fonts;
static char dir[] = "/tmp/tilskudd-doc-test-XXXXXX";

static int
setup(void **state)
{
	const char *problem = "";

	(void)state;
	arena = arena_new(0);
	if (fonts == NULL) {
		font_arena = arena_new(0);
		if (doc_fonts_load(&fonts, &problem, font_arena, DOC_FONT_DIR) != OK)
			fail_msg("%s", problem);
		CHECK(mkdtemp(dir) != NULL);
	}
	return (0);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static void __attribute__((destructor)) everything_ends(void)
{
	char path[64];

	snprintf(path, sizeof(path), "%s/x.png", dir);
	unlink(path);
	rmdir(dir);
	arena_free(font_arena);
}

static enum status
paint(struct buf *out, struct doc_report *report, const char *blocks, const struct doc_data *data, bool allow)
{
	const char *xml = arena_printf(arena,
	    "<document><title>Prøve</title><data><list name='l'><text name='x' optional='yes'/></list></data>"
	    "<page-master name='m'><footer><right><page-number/>/<page-count/></right></footer></page-master>"
	    "<body master='m'>%s</body></document>",
	    blocks);
	const struct doc_meta meta = {
		.author = "Prøve fylkeskommune", .made_at = INSTANT_DAY * 20000, .allow_uncovered = allow
	};
	struct doc_template *template;
	struct xml_error error;
	struct doc_tree *tree;

	*out = buf_new(arena);
	*report = (struct doc_report){ 0 };
	if (doc_template_read(&template, &error, arena, dir, "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", xml_error_text(arena, &error));
	if (doc_bind(&tree, report, arena, template, data, LANG_NB) != OK)
		fail_msg("%s", doc_report_text(arena, report));
	return (doc_pdf(out, report, arena, fonts, tree, &meta));
}

static struct doc_data *
rows(int count, const char *text)
{
	struct doc_data *data = doc_data_new(arena);

	doc_set_list(data, "l");
	for (int i = 0; i < count; i++)
		doc_set_text(doc_add_row(data, "l"), "x", text);
	return (data);
}

static int
pages(const char *blocks, const struct doc_data *data)
{
	struct doc_report report;
	struct buf out;

	CHECK_INT(paint(&out, &report, blocks, data, false), OK);
	CHECK(out.len > 1000 && memcmp(out.data, "%PDF-1.7\n", 9) == 0);
	CHECK(strcmp(out.data + out.len - 6, "%%EOF\n") == 0);
	return (report.pages);
}

#define ROWS                                                                                                           \
	"<table cols='1 1'><thead><tr><th>A</th><th>B</th></tr></thead><tbody><each name='l'><tr><td><field "          \
	"name='x'/></td>"                                                                                              \
	"<td>b</td></tr></each></tbody><tfoot><tr><th>Sum</th><td>1</td></tr></tfoot></table>"
#define PARAGRAPHS "<each name='l'><p><field name='x'/></p></each>"

TEST(an_empty_document_has_a_page)
{
	CHECK_INT(pages("", rows(0, "")), 1);
	CHECK_INT(pages("<p/><ul/><table cols='1'/><dl/><figure/>", rows(0, "")), 1);
	CHECK_INT(pages("<page-break/><page-break/>", rows(0, "")), 1);
}

TEST(page_breaks_make_one_page_each)
{
	CHECK_INT(pages("<p>a</p><page-break/><p>b</p><page-break/><page-break/><p>c</p>", rows(0, "")), 3);
}

TEST(long_texts_and_tables_go_on)
{
	CHECK(pages(PARAGRAPHS, rows(200, "Et avsnitt.")) > 4);
	CHECK(pages(ROWS, rows(300, "Rad")) > 5);
}

TEST(what_is_kept_together_moves_together)
{
	/* 30 paragraphs nearly fill a page; the kept ones need more than is left. */
	const char *kept = PARAGRAPHS "<keep><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p></keep>";

	CHECK_INT(pages(kept, rows(28, "Et avsnitt.")), 2);
	CHECK_INT(pages("<keep>" PARAGRAPHS "</keep>", rows(200, "Et avsnitt.")),
	    pages(PARAGRAPHS, rows(200, "Et avsnitt.")));
}

TEST(what_is_taller_than_a_page_is_divided_and_ends)
{
	struct buf tall = buf_new(arena);

	for (int i = 0; i < 400; i++)
		buf_printf(&tall, "linje %d\n", i);
	CHECK(pages(ROWS, rows(1, tall.data)) > 5);
	CHECK(pages("<h1><each name='l'><field name='x'/></each></h1>", rows(1, tall.data)) > 5);
	CHECK(pages("<table cols='1'><thead><tr><th><each name='l'><field name='x'/></each></th></tr></thead>"
		    "<tbody><tr><td>a</td></tr></tbody></table>",
		  rows(1, tall.data)) > 5);
}

TEST(the_same_document_is_the_same_bytes)
{
	struct doc_report report;
	struct buf once, twice;

	CHECK_INT(paint(&once, &report, ROWS PARAGRAPHS, rows(40, "Blåbær עברית مرحبا"), false), OK);
	CHECK_INT(paint(&twice, &report, ROWS PARAGRAPHS, rows(40, "Blåbær עברית مرحبا"), false), OK);
	CHECK_INT(once.len, twice.len);
	CHECK(memcmp(once.data, twice.data, once.len) == 0);
	CHECK_INT(paint(&twice, &report, ROWS PARAGRAPHS, rows(41, "Blåbær עברית مرحبا"), false), OK);
	CHECK(once.len != twice.len || memcmp(once.data, twice.data, once.len) != 0);
}

TEST(characters_no_font_has_stop_a_final_document)
{
	struct doc_report report;
	struct buf out;

	CHECK_INT(paint(&out, &report, PARAGRAPHS, rows(1, "漢"), false), ERR_INVALID);
	CHECK_INT(report.uncovered_count, 1);
	CHECK_INT(out.len, 0);
	CHECK_INT(paint(&out, &report, PARAGRAPHS, rows(1, "漢"), true), OK);
	CHECK_INT(report.uncovered_count, 1);
}

/* --- images ----------------------------------------------------------------------------------------------------- */

/* A red pixel. */
static const unsigned char pixel[] = { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49,
	0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77,
	0x53, 0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0x00, 0x00,
	0x03, 0x01, 0x01, 0x00, 0xC9, 0xFE, 0x92, 0xEF, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
	0x60, 0x82 };

static void
write_png(const void *bytes, size_t len)
{
	FILE *file = fopen(arena_printf(arena, "%s/x.png", dir), "wb");

	CHECK(file != NULL && fwrite(bytes, 1, len, file) == len && fclose(file) == 0);
}

TEST(a_whole_png_is_painted_and_a_broken_one_stops_the_document)
{
	const char *blocks = "<figure><alt>Rød</alt><image file='x.png' width='20mm'/></figure>";
	struct doc_report report;
	struct buf out;

	write_png(pixel, sizeof(pixel));
	CHECK_INT(pages(blocks, rows(0, "")), 1);
	for (size_t len = 0; len < sizeof(pixel) - 12; len += 7) {
		write_png(pixel, len);
		CHECK_INT(paint(&out, &report, blocks, rows(0, ""), false), ERR_INVALID);
		CHECK(strstr(report.problem, "replace it with a whole PNG or JPEG") != NULL);
	}
}

/* libharu's dictionaries hold 4,095 names, and keep to themselves that one more found no room. */
TEST(a_page_that_holds_too_much_is_an_error_and_no_file_with_parts_left_out)
{
	static const struct pdf_about about = { "Prøve", NULL, "nb-NO", INSTANT_DAY * 20000 };
	static unsigned char red[] = { 255, 0, 0 };
	const struct doc_image image = { .width = 1, .height = 1, .pixels = red };
	struct buf out = buf_new(arena);

	for (int n = 4095; n <= 4096; n++) {
		struct pdf *pdf = pdf_new(arena, fonts);
		struct pdf_page *page = pdf_page_new(pdf, 595, 842);

		pdf_mark_artifact(page, "/Type/Layout");
		for (int i = 0; i < n; i++)
			pdf_image(page, &image, i % 500, (double)i / 10, 1, 1);
		pdf_mark_end(page);
		CHECK_INT(pdf_finish(&out, pdf, &about), n <= 4095 ? OK : ERR_IO);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

UNIT_MAIN(CASE(an_empty_document_has_a_page), CASE(page_breaks_make_one_page_each), CASE(long_texts_and_tables_go_on),
    CASE(what_is_kept_together_moves_together), CASE(what_is_taller_than_a_page_is_divided_and_ends),
    CASE(the_same_document_is_the_same_bytes), CASE(characters_no_font_has_stop_a_final_document),
    CASE(a_whole_png_is_painted_and_a_broken_one_stops_the_document),
    CASE(a_page_that_holds_too_much_is_an_error_and_no_file_with_parts_left_out))
