/* doc_bench.c — a living process that makes the product's documents again and again, for tests/bench.
 *
 * Reads lines "TEMPLATE DATA.xml TIMES", makes the document so many times, and answers one line of milliseconds, one
 * number a document. Templates and fonts are loaded once, as in the web server; data is filled in anew each time. A
 * line "letters TEMPLATE DATA.xml TIMES FIRST" makes so many letters, each to somebody else, numbered from FIRST, and
 * answers all their milliseconds, and the kB of memory the process held after the first tenth and at the end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/crypto.h"
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

static long
memory_kb(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	long pages = 0, held = 0;

	if (file == NULL || fscanf(file, "%ld %ld", &pages, &held) != 2)
		held = 0;
	if (file != NULL)
		fclose(file);
	return (held * sysconf(_SC_PAGESIZE) / 1024);
}

/* Names, addresses, numbers and sums that no other letter has. */
static enum status
letter_make(const struct doc_store *store, const char *template, const char *path, int n)
{
	static const char *const kinds[] = { "kulturlag", "idrettslag", "janitsjar", "grendelag", "mannskor",
		"kunstlag" };
	struct arena *arena = arena_new(0);
	struct xml_error error = { 0 };
	struct doc_data *data;
	enum status st;

	if ((st = doc_data_read(&data, &error, arena, path)) == OK) {
		const char *name = arena_printf(arena, "Bygd %d %s", n, kinds[n % 6]);

		doc_set_text(data, "number", arena_printf(arena, "2026-%05d", n));
		doc_set_text(data, "recipient", name);
		doc_set_text(
		    data, "recipient_address", arena_printf(arena, "Veien %d\n%04d Hamar", n, n % 9000 + 1000));
		doc_set_text(data, "title", arena_printf(arena, "Sommeren med %s", name));
		doc_set_text(data, "awarded", arena_printf(arena, "%d %03d kr", n / 1000 + 10, n % 1000));
		st = make_one(store, template, data);
	}
	arena_free(arena);
	return (st);
}

static int
letters_run(const struct doc_store *store, const char *template, const char *path, int times, int first)
{
	double started = now_ms();
	long early = 0;

	for (int i = 0; i < times; i++) {
		if (letter_make(store, template, path, first + i) != OK)
			return (failed("a letter can't be made"));
		if (i == times / 10)
			early = memory_kb();
	}
	printf("%.1f %ld %ld\n", now_ms() - started, early, memory_kb());
	fflush(stdout);
	return (0);
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new(0);
	struct doc_store *store;
	const char *problem;
	char line[4096], template[64], path[2048];
	int times, first;

	if (crypto_start() != OK)
		return (failed("libsodium can't start"));
	if (argc != 2)
		return (failed("usage: doc_bench FOLDER-OF-TEMPLATES"));
	if (doc_store_load(&store, &problem, arena, argv[1]) != OK)
		return (failed(problem));
	while (fgets(line, sizeof(line), stdin) != NULL) {
		if (sscanf(line, "letters %63s %2047s %d %d", template, path, &times, &first) == 4) {
			if (letters_run(store, template, path, times, first) != 0)
				return (1);
			continue;
		}
		if (sscanf(line, "%63s %2047s %d", template, path, &times) != 3 || times < 1 || times > TIMES_MAX)
			return (failed("a line is TEMPLATE DATA.xml TIMES"));
		if (round_run(store, template, path, times) != 0)
			return (1);
	}
	arena_free(arena);
	return (0);
}
