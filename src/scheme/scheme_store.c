/* scheme_store.c — a growing list of compiled versions, each in an arena of its own. */
#include "scheme/scheme_store.h"

#include <string.h>

#include "core/log.h"
#include "scheme/scheme_compile.h"

struct entry {
	struct entry *next;
	const struct scheme *scheme;
	struct arena *arena;
};

struct scheme_store {
	struct arena *arena; /* the store itself and its entries */
	scheme_fetch *fetch;
	struct entry *first;
	size_t n;
};

struct scheme_store *
scheme_store_new(scheme_fetch *fetch)
{
	struct arena *arena = arena_new(0);
	struct scheme_store *store = arena_alloc(arena, sizeof(*store));

	store->arena = arena;
	store->fetch = fetch;
	return (store);
}

void
scheme_store_free(struct scheme_store *store)
{
	if (store == NULL)
		return;
	for (struct entry *entry = store->first; entry != NULL; entry = entry->next)
		arena_free(entry->arena);
	arena_free(store->arena);
}

size_t
scheme_store_count(const struct scheme_store *store)
{
	return (store->n);
}

/* Found entries move to the front: a worker asks for few versions again and again. */
static const struct scheme *
find(struct scheme_store *store, const char *version_hash)
{
	for (struct entry **at = &store->first; *at != NULL; at = &(*at)->next) {
		struct entry *entry = *at;

		if (strcmp(entry->scheme->version_hash, version_hash) != 0)
			continue;
		*at = entry->next;
		entry->next = store->first;
		store->first = entry;
		return (entry->scheme);
	}
	return (NULL);
}

static void
keep(struct scheme_store *store, const struct scheme *scheme, struct arena *arena)
{
	struct entry *entry = arena_alloc(store->arena, sizeof(*entry));

	*entry = (struct entry){ .next = store->first, .scheme = scheme, .arena = arena };
	store->first = entry;
	store->n++;
}

/*
 * The scheme's arena has no ceiling, so nothing unwinds between its birth and its place in the store; the messages
 * stay in it too.
 */
static enum status
compile(const struct scheme **out, struct scheme_store *store, const char *version_hash, const char *xml, size_t len)
{
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_EN);

	if (scheme_compile(out, &messages, arena, version_hash, xml, len) != OK)
		log_line(LOG_ERROR, NULL, "published scheme does not compile: %s", scheme_message_line(&messages, 0));
	else if (strcmp((*out)->version_hash, version_hash) != 0)
		log_line(LOG_ERROR, NULL, "published scheme %.12s has the content of %.12s", version_hash,
		    (*out)->version_hash);
	else {
		keep(store, *out, arena);
		return (OK);
	}
	arena_free(arena);
	*out = NULL;
	return (ERR_INVALID);
}

enum status
scheme_store_get(
    const struct scheme **out, struct scheme_store *store, struct arena *arena, void *user, const char *version_hash)
{
	const struct scheme *scheme = find(store, version_hash);
	const char *xml;
	size_t len;
	enum status st;

	if (scheme == NULL) {
		if ((st = store->fetch(&xml, &len, arena, user, version_hash)) != OK)
			return (st);
		if ((st = compile(&scheme, store, version_hash, xml, len)) != OK)
			return (st);
	}
	*out = scheme;
	return (OK);
}

bool
scheme_store_has(struct scheme_store *store, const char *version_hash)
{
	return (find(store, version_hash) != NULL);
}

enum status
scheme_store_put(struct scheme_store *store, const char *version_hash, const char *document, size_t len)
{
	const struct scheme *scheme;

	return (scheme_store_has(store, version_hash) ? OK : compile(&scheme, store, version_hash, document, len));
}
