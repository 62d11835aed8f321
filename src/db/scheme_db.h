/* scheme_db.h — schemes and their published versions in the database. */
#ifndef DB_SCHEME_DB_H
#define DB_SCHEME_DB_H

#include "core/ctx.h"
#include "scheme/scheme.h"

/* A scheme with its version in force, for lists. */
struct scheme_published {
	const char *id, *area, *unit, *status, *version_hash;
	int number;     /* of the publication: ID@3 */
	bool installed; /* came with the installation; else proposed and approved here */
	int64_t n_calls, n_open_calls, n_cases;
	struct lang_text title;
	instant published_at;
};

enum scheme_installed {
	SCHEME_UNCHANGED, /* in force already */
	SCHEME_PUBLISHED,
	SCHEME_KEPT /* the county has a version of its own in force, which stays */
};

/*
 * Brings a compiled scheme that comes with the installation into force, unless the county has proposed and approved a
 * version of its own. Inside a transaction, with the rights of DB_JOBS or more.
 *
 * document: as it was written; kept whole
 * returns:  OK; ERR_NOT_FOUND when the database has no such unit; what db_run() answers
 */
enum status scheme_db_install(
    enum scheme_installed *out, struct ctx *ctx, const struct scheme *scheme, const char *document) MUST_CHECK;

/* Titles, summary, purpose and target group in every language, folded: what the catalogue searches. */
const char *scheme_search_text(struct arena *arena, const struct scheme *scheme);

/*
 * The codes of bodies the scheme names that the database doesn't know.
 *
 * out: in ctx->arena, *count of them
 */
enum status
scheme_db_bodies_unknown(const char ***out, size_t *count, struct ctx *ctx, const struct scheme *scheme) MUST_CHECK;

/* out: in ctx->arena, *count of them, by id. In a transaction. */
enum status scheme_db_list(struct scheme_published **out, size_t *count, struct ctx *ctx) MUST_CHECK;

#endif
