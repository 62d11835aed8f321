/* scheme_store.h — the compiled schemes a process has met, by version: compiled once, shared by every request. */
#ifndef SCHEME_SCHEME_STORE_H
#define SCHEME_SCHEME_STORE_H

#include "scheme/scheme.h"

struct scheme_store;

/*
 * Fetches a published document; the database layer supplies it.
 *
 * out:     the document, in arena
 * returns: OK; ERR_NOT_FOUND; what the database answered
 */
typedef enum status
scheme_fetch(const char **out, size_t *len, struct arena *arena, void *user, const char *version_hash);

/* Lives as long as the process or until scheme_store_free(). fetch is kept. */
struct scheme_store *scheme_store_new(scheme_fetch *fetch);
void scheme_store_free(struct scheme_store *store);

/*
 * The compiled scheme of a version; fetched and compiled the first time, never again.
 *
 * out:     owned by the store, valid as long as it is
 * arena:   the request's, for the document while it is compiled
 * user:    handed to fetch, usually the ctx
 * returns: OK; ERR_NOT_FOUND; ERR_INVALID when the document doesn't compile or has another hash (logged); what fetch
 *          answered
 */
enum status scheme_store_get(const struct scheme **out, struct scheme_store *store, struct arena *arena, void *user,
    const char *version_hash) MUST_CHECK;

/* Whether it is held already; and what was read elsewhere put in. returns: OK; ERR_INVALID as above */
bool scheme_store_has(struct scheme_store *store, const char *version_hash);
enum status
scheme_store_put(struct scheme_store *store, const char *version_hash, const char *document, size_t len) MUST_CHECK;

/* How many versions are held. */
size_t scheme_store_count(const struct scheme_store *store);

#endif
