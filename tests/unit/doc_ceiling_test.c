/* doc_ceiling_test.c — documents made under every memory ceiling from nothing to enough: each is refused cleanly or is
 * whole, nothing leaks, and what is shared goes on working; a folder with a broken template changes nothing. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/crypto.h"
#include "doc/doc_data_read.h"
#include "doc/doc_store.h"

#define STEPS 150

static struct arena *shared;
static struct doc_store *store;

static int
setup(void **state)
{
	const char *problem = "";

	(void)state;
	shared = arena_new(0);
	if (doc_store_load(&store, &problem, shared, "pdf-templates") != OK)
		fail_msg("%s", problem);
	return (0);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(shared);
	return (0);
}

struct work {
	struct arena *arena;
	const char *name, *data, *dir;
	enum { AS_PDF, AS_HTML, AS_DOCX, AS_TEMPLATE } as;
	char sum[65]; /* of what was made */
};

static enum status
render(struct work *w, struct buf *out, struct doc_report *report, const struct doc_data *data)
{
	const struct doc_meta meta = { .author = "Prøve", .made_at = INSTANT_DAY * 20000 };

	if (w->as == AS_HTML)
		return (doc_render_html(out, report, w->arena, store, w->name, data, LANG_NB, 1));
	if (w->as == AS_DOCX)
		return (doc_render_docx(out, report, w->arena, store, w->name, data, LANG_NB, meta.made_at));
	return (doc_render(out, report, w->arena, store, w->name, data, LANG_NB, &meta));
}

static enum status
make(void *object)
{
	struct work *w = object;
	struct xml_error error = { 0 };
	struct doc_report report = { 0 };
	struct doc_template *template;
	struct doc_data *data;
	struct buf out = buf_new(w->arena);
	enum status st;

	if (w->as == AS_TEMPLATE)
		return (doc_template_load(&template, &error, w->arena, NULL, w->dir, w->name));
	if ((st = doc_data_read(&data, &error, w->arena, w->data)) != OK || (st = render(w, &out, &report, data)) != OK)
		return (st);
	snprintf(w->sum, sizeof(w->sum), "%s", crypto_sha256(w->arena, buf_text(&out), out.len));
	return (OK);
}

/* Returns what it took. */
static size_t
make_under(struct work *w, size_t limit, enum status want)
{
	size_t used;
	enum status st;

	w->arena = arena_new(limit);
	st = arena_guard(w->arena, make, w);
	used = arena_used(w->arena);
	arena_free(w->arena);
	if (st != want)
		fail_msg("%s under %zu bytes: %s", w->name, limit, status_text(st));
	return (used);
}

static void
try_ceilings(struct work w)
{
	char whole[65];
	size_t enough = make_under(&w, 0, OK);

	memcpy(whole, w.sum, sizeof(whole));
	for (int step = 0; step < STEPS; step++)
		make_under(&w, 1 + enough * (size_t)step / STEPS, ERR_LIMIT);
	/* The last pieces one by one. */
	for (size_t less = 1; less < 4000; less += 331)
		make_under(&w, enough - less, ERR_LIMIT);
	make_under(&w, enough, OK);
	CHECK_TEXT(w.sum, whole);
}

static const struct {
	const char *name, *data;
} papers[] = {
	{ "receipt", "tests/fixtures/doc/data/receipt.xml" },
	{ "decision_letter", "tests/fixtures/doc/data/decision_letter-granted.xml" },
	{ "case_paper", "tests/fixtures/doc/data/case_paper.xml" },
	{ "recommendation_list", "tests/fixtures/doc/data/recommendation_list.xml" },
	{ "evaluation", "tests/fixtures/doc/data/evaluation.xml" },
	{ "scheme_leaflet", "tests/fixtures/doc/data/scheme_leaflet.xml" },
};

TEST(every_ceiling_stops_a_pdf_cleanly)
{
	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
		try_ceilings((struct work){ .name = papers[i].name, .data = papers[i].data, .as = AS_PDF });
}

TEST(every_ceiling_stops_a_web_twin_and_a_text_cleanly)
{
	for (size_t i = 2; i < sizeof(papers) / sizeof(papers[0]); i += 3) {
		try_ceilings((struct work){ .name = papers[i].name, .data = papers[i].data, .as = AS_HTML });
		try_ceilings((struct work){ .name = papers[i].name, .data = papers[i].data, .as = AS_DOCX });
	}
}

TEST(every_ceiling_stops_the_loading_of_a_template_cleanly)
{
	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
		try_ceilings((struct work){ .name = papers[i].name, .dir = "pdf-templates", .as = AS_TEMPLATE });
	try_ceilings((struct work){ .name = "languages", .dir = "tests/fixtures/doc", .as = AS_TEMPLATE });
}

static void
write_file(const char *dir, const char *name, const char *text)
{
	FILE *file = fopen(arena_printf(shared, "%s/%s", dir, name), "w");

	CHECK(file != NULL && fputs(text, file) >= 0 && fclose(file) == 0);
}

TEST(a_folder_with_a_broken_template_leaves_what_is_in_force)
{
	char dir[] = "/tmp/tilskudd-ceiling-test-XXXXXX";
	const char *problem = NULL;
	struct doc_store *before = store;
	struct work w = { .name = papers[0].name, .data = papers[0].data };
	struct buf *rng = arena_alloc(shared, sizeof(*rng));
	char sum[65];

	*rng = buf_new(shared);
	CHECK_INT(buf_read_file(rng, "pdf-templates/document.rng", 1 << 20), OK);
	make_under(&w, 0, OK);
	memcpy(sum, w.sum, sizeof(sum));
	CHECK(mkdtemp(dir) != NULL);
	write_file(dir, "document.rng", rng->data);
	write_file(dir, "receipt.xml",
	    "<document><title>t</title>\n<page-master name='m'/><body master='m'><q/></body></document>");
	CHECK_INT(doc_store_load(&store, &problem, shared, dir), ERR_INVALID);
	CHECK(strstr(problem, "receipt.xml:2: ") != NULL);
	CHECK(store == before);
	make_under(&w, 0, OK);
	CHECK_TEXT(w.sum, sum);
	unlink(arena_printf(shared, "%s/receipt.xml", dir));
	unlink(arena_printf(shared, "%s/document.rng", dir));
	rmdir(dir);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

UNIT_MAIN(CASE(every_ceiling_stops_a_pdf_cleanly), CASE(every_ceiling_stops_a_web_twin_and_a_text_cleanly),
    CASE(every_ceiling_stops_the_loading_of_a_template_cleanly),
    CASE(a_folder_with_a_broken_template_leaves_what_is_in_force))
