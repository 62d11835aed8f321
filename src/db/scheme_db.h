/* scheme_db.h — schemes and their published versions in the database. */
#ifndef DB_SCHEME_DB_H
#define DB_SCHEME_DB_H

#include "core/ctx.h"
#include "scheme/scheme.h"

/* A scheme's newest version, for lists. */
struct scheme_published {
	const char *id, *area, *unit, *status, *version_hash;
	struct lang_text title;
	instant published_at;
};

/*
 * Publishes a compiled scheme. Inside a transaction, with the rights of DB_JOBS or more.
 *
 * added:    whether the version is new; false when the same content is published already
 * document: as it was written; kept whole
 * returns:  OK; ERR_NOT_FOUND when the database has no such unit; what db_run() answers
 */
enum status
scheme_db_publish(bool *added, struct ctx *ctx, const struct scheme *scheme, const char *document) MUST_CHECK;

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
