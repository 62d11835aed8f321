/* catalogue_flow.c — the catalogue's questions, each in a read-only transaction. */
#include "flow/catalogue_flow.h"

#include <string.h>

#include "core/text.h"
#include "db/catalogue_db.h"
#include "db/db.h"
#include "flow/scheme_flow.h"

/* More words than this say no more of what is sought. */
#define WORDS_MAX 12

/* White space and what people put between words part them. */
static const char *const *
words_of(struct arena *arena, const char *search, size_t *n)
{
	char *folded = arena_strdup(arena, text_fold(arena, search));
	char **words;

	for (char *c = folded; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || strchr(",;.!?\"'()", *c) != NULL)
			*c = ' ';
	words = text_split(arena, folded, ' ', n);
	if (*n > WORDS_MAX)
		*n = WORDS_MAX;
	return ((const char *const *)words);
}

enum status
catalogue_list(struct open_scheme **out, size_t *n, struct ctx *ctx, enum scheme_area area, const char *search)
{
	size_t n_words;
	const char *const *words = words_of(ctx->arena, search, &n_words);
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	st = catalogue_db_list(out, n, ctx, area == AREA__MAX ? "" : area_code(area), words, n_words);
	return (st == OK ? db_commit(ctx) : db_rollback(ctx, st));
}

enum status
catalogue_scheme(struct catalogue_scheme *out, struct ctx *ctx, const char *scheme_id)
{
	struct catalogue_db_scheme row;
	const struct scheme *scheme;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = catalogue_db_scheme(&row, ctx, scheme_id)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK || (st = scheme_of(&scheme, ctx, row.version_hash)) != OK)
		return (st);
	*out = (struct catalogue_scheme){ .scheme = scheme,
		.unit = row.unit,
		.paused = strcmp(row.status, "paused") == 0,
		.ended = text_lists("ended phased-out merged", row.status),
		.one_off = strcmp(row.status, "one-off") == 0,
		.calls = row.calls,
		.n_calls = row.n_calls,
		.notes = row.notes,
		.calendar = row.calendar,
		.partners = row.partners,
		.n_partners = row.n_partners };
	return (OK);
}
