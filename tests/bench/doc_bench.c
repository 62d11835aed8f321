/* doc_bench.c — a living process that makes the product's documents again and again, for tests/bench.
 *
 * Reads lines "TEMPLATE DATA.xml TIMES", makes the document so many times, and answers one line of milliseconds, one
 * number a document. Templates and fonts are loaded once, as in the web server; data is filled in anew each time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "doc/doc_data_read.h"
#include "doc/doc_store.h"

#define DOCUMENT_BYTES_MAX ((size_t)256 << 20)
#define TIMES_MAX 100000
/* The same data gives the same bytes. */
#define SAMPLE_DAY ((struct date){ 2026, 1, 15 })

static int
failed(const char *what)
{
	fprintf(stderr, "doc_bench: %s\n", what);
	return (1);
}

static double
now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return ((double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6);
}

/* One document in an arena of its own, as a request makes it. */
static enum status
make_one(const struct doc_store *store, const char *template, const struct doc_data *data)
{
	const struct doc_meta meta = { .author = "Tilskudd", .made_at = instant_at(SAMPLE_DAY, 12, 0, 0) };
	struct arena *arena = arena_new(DOCUMENT_BYTES_MAX);
	struct buf pdf = buf_new(arena);
	struct doc_report report;
	enum status st;

	st = doc_render(&pdf, &report, arena, store, template, data, LANG_NB, &meta);
	if (st != OK)
		fprintf(stderr, "doc_bench: %s: %s\n", template, doc_report_text(arena, &report));
	arena_free(arena);
	return (st);
}

static int
round_run(const struct doc_store *store, const char *template, const char *path, int times)
{
	struct arena *arena = arena_new(0);
	struct xml_error error = { 0 };
	struct doc_data *data;
	double started;

	if (doc_data_read(&data, &error, arena, path) != OK)
		return (failed(xml_error_text(arena, &error)));
	for (int i = 0; i < times; i++) {
		started = now_ms();
		if (make_one(store, template, data) != OK)
			return (1);
		printf("%s%.3f", i == 0 ? "" : " ", now_ms() - started);
	}
	printf("\n");
	fflush(stdout);
	arena_free(arena);
	return (0);
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new(0);
	struct doc_store *store;
	const char *problem;
	char line[4096], template[64], path[2048];
	int times;

	if (argc != 2)
		return (failed("usage: doc_bench FOLDER-OF-TEMPLATES"));
	if (doc_store_load(&store, &problem, arena, argv[1]) != OK)
		return (failed(problem));
	while (fgets(line, sizeof(line), stdin) != NULL) {
		if (sscanf(line, "%63s %2047s %d", template, path, &times) != 3 || times < 1 || times > TIMES_MAX)
			return (failed("a line is TEMPLATE DATA.xml TIMES"));
		if (round_run(store, template, path, times) != 0)
			return (1);
	}
	arena_free(arena);
	return (0);
}
