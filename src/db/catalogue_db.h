/* catalogue_db.h — schemes and calls from the database, as everyone may see them. */
#ifndef DB_CATALOGUE_DB_H
#define DB_CATALOGUE_DB_H

#include "core/ctx.h"
#include "domain/open_call.h"
#include "domain/shared_frame.h"

/*
 * area:  code, "" for all
 * words: folded
 * out:   arena; the order of the catalogue
 */
enum status catalogue_db_list(struct open_scheme **out, size_t *n, struct ctx *ctx, const char *area,
    const char *const *words, size_t n_words) MUST_CHECK;

/* Every call with an opening or a deadline of late or to come; one entry a call. area and scheme_id: "" for all. */
enum status catalogue_db_calendar(
    struct open_scheme **out, size_t *n, struct ctx *ctx, const char *area, const char *scheme_id) MUST_CHECK;

/* A scheme with the version its first call stands on, or its newest. */
struct catalogue_db_scheme {
	const char *version_hash;
	const char *status;    /* "active", "paused", "ended" */
	struct lang_text unit; /* who handles it */
	struct call *calls;
	size_t n_calls;
	struct call_notes notes; /* of the first call */
	struct call_calendar calendar;
	struct frame_partner *partners; /* who else gives from the first call's frame; only titles are filled in */
	size_t n_partners;
};

/* returns: OK; ERR_NOT_FOUND; what the database answered */
enum status catalogue_db_scheme(struct catalogue_db_scheme *out, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

#endif
