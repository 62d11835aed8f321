/* scheme_bench.c — a worker's first meeting with every scheme there is, for tests/bench: each published document
 * compiled into a store of its own, again and again.
 *
 * Arguments: the documents, whatever they extend merged in. Reads lines "load TIMES" and "libxml2 TIMES", and answers a
 * line of milliseconds, one number a time; "memory" answers how many KB a filled store holds.
 */
#include <libxml/parser.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/crypto.h"
#include "scheme/scheme_compile.h"
#include "scheme/scheme_store.h"

#define DOCUMENTS_MAX 1000

struct document {
	char *xml;
	size_t len;
	char hash[65];
};

static struct document documents[DOCUMENTS_MAX];
static size_t n_documents;

static double
now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return ((double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6);
}

static int
failed(const char *what, const char *which)
{
	fprintf(stderr, "scheme_bench: %s: %s\n", what, which);
	return (1);
}

/* As the database hands it out: by the hash of its canonical form. */
static enum status
fetch(const char **out, size_t *len, struct arena *arena, void *user, const char *version_hash)
{
	(void)arena;
	(void)user;
	for (size_t i = 0; i < n_documents; i++)
		if (strcmp(documents[i].hash, version_hash) == 0) {
			*out = documents[i].xml;
			*len = documents[i].len;
			return (OK);
		}
	return (ERR_NOT_FOUND);
}

static bool
document_read(const char *path)
{
	struct document *d = &documents[n_documents++];
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_EN);
	const struct scheme *scheme;
	FILE *file = fopen(path, "rb");
	char *form;
	enum status st;

	if (file == NULL || (d->xml = malloc(SCHEME_MAX_BYTES)) == NULL)
		return (false);
	d->len = fread(d->xml, 1, SCHEME_MAX_BYTES, file);
	fclose(file);
	if ((st = scheme_canonical(&form, &messages, arena, path, d->xml, d->len)) == OK &&
	    (st = scheme_compile(&scheme, &messages, arena, path, d->xml, d->len)) == OK) {
		free(d->xml);
		d->xml = strdup(form);
		d->len = strlen(form);
		memcpy(d->hash, scheme->version_hash, sizeof(d->hash));
	}
	arena_free(arena);
	return (st == OK);
}

static struct scheme_store *
store_filled(void)
{
	struct scheme_store *store = scheme_store_new(fetch);

	for (size_t i = 0; i < n_documents; i++) {
		struct arena *arena = arena_new(0);
		const struct scheme *scheme;

		if (scheme_store_get(&scheme, store, arena, NULL, documents[i].hash) != OK)
			exit(failed("does not compile", documents[i].hash));
		arena_free(arena);
	}
	return (store);
}

/* The same bytes read to a tree by the library alone. */
static void
trees_made(void)
{
	for (size_t i = 0; i < n_documents; i++)
		xmlFreeDoc(xmlReadMemory(documents[i].xml, (int)documents[i].len, "scheme.xml", NULL, XML_PARSE_NONET));
}

static long
store_kb(void)
{
	struct mallinfo2 before = mallinfo2(), after;
	struct scheme_store *store = store_filled();

	after = mallinfo2();
	scheme_store_free(store);
	return ((long)((after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / 1024));
}

int
main(int argc, char **argv)
{
	char what[16];
	int times;

	if (crypto_start() != OK || argc - 1 > DOCUMENTS_MAX)
		return (failed("cannot start", argv[0]));
	for (int i = 1; i < argc; i++)
		if (!document_read(argv[i]))
			return (failed("is no scheme", argv[i]));
	setvbuf(stdout, NULL, _IOLBF, 0);
	while (scanf("%15s %d", what, &times) == 2) {
		if (strcmp(what, "memory") == 0) {
			printf("%ld\n", store_kb());
			continue;
		}
		for (int i = 0; i < times; i++) {
			double start = now_ms();

			if (strcmp(what, "libxml2") == 0)
				trees_made();
			else
				scheme_store_free(store_filled());
			printf("%s%.4f", i == 0 ? "" : " ", now_ms() - start);
		}
		printf("\n");
	}
	return (0);
}
