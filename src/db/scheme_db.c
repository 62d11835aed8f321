/* scheme_db.c — writes and lists schemes and their versions. */
#include "db/scheme_db.h"

#include <string.h>

#include "core/buf.h"
#include "core/text.h"
#include "db/db.h"

const char *
scheme_search_text(struct arena *arena, const struct scheme *scheme)
{
	const struct lang_text *texts[] = { &scheme->title, &scheme->short_title, &scheme->summary, &scheme->purpose,
		&scheme->target_group };
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		for (enum lang lang = 0; lang < LANG__MAX; lang++)
			if (texts[i]->in[lang] != NULL)
				buf_printf(&out, "%s\n", texts[i]->in[lang]);
	return (text_fold(arena, buf_text(&out)));
}

/* "" when there is none: lists then show bokmål. */
static const char *
english(const struct lang_text *text)
{
	return (text->in[LANG_EN] == NULL ? "" : text->in[LANG_EN]);
}

static enum status
version_put(struct ctx *ctx, const struct scheme *scheme, const char *document)
{
	return (db_exec(ctx, "scheme_version_put",
	    PARAMS(TEXT(scheme->version_hash), TEXT(scheme->id), TEXT(document),
		TEXT(lang_pick(&scheme->title, LANG_NB)), TEXT(lang_pick(&scheme->title, LANG_NN)),
		TEXT(english(&scheme->title)), TEXT(lang_pick(&scheme->summary, LANG_NB)),
		TEXT(lang_pick(&scheme->summary, LANG_NN)), TEXT(english(&scheme->summary)),
		TEXT(scheme_search_text(ctx->arena, scheme)), ID(ctx->user_id))));
}

enum status
scheme_db_install(enum scheme_installed *out, struct ctx *ctx, const struct scheme *scheme, const char *document)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "scheme_in_force", PARAMS(TEXT(scheme->id)))) != OK)
		return (st);
	if (rows_count(rows) > 0 && !rows_bool(rows, 0, "installed")) {
		*out = strcmp(rows_text(rows, 0, "version_hash"), scheme->version_hash) == 0 ? SCHEME_UNCHANGED
											     : SCHEME_KEPT;
		return (OK);
	}
	if ((st = db_one(&rows, ctx, "scheme_put",
		 PARAMS(TEXT(scheme->id), TEXT(area_code(scheme->area)), TEXT(scheme->unit), TEXT(scheme->status)))) !=
		OK ||
	    (st = version_put(ctx, scheme, document)) != OK ||
	    (st = db_run(&rows, ctx, "scheme_install",
		 PARAMS(TEXT(scheme->id), TEXT(scheme->version_hash), INSTANT(ctx->now)))) != OK)
		return (st);
	*out = rows_count(rows) > 0 ? SCHEME_PUBLISHED : SCHEME_UNCHANGED;
	return (OK);
}

static void
body_add(const char **codes, size_t *n, const char *code)
{
	if (code != NULL)
		codes[(*n)++] = code;
}

enum status
scheme_db_bodies_unknown(const char ***out, size_t *count, struct ctx *ctx, const struct scheme *scheme)
{
	const char **codes = arena_array(ctx->arena, 4 * scheme->n_levels + scheme->after.n_advice + 1, sizeof(*codes));
	struct rows *rows;
	size_t n = 0;
	enum status st;

	body_add(codes, &n, scheme->appeal_body);
	for (size_t i = 0; i < scheme->n_levels; i++) {
		body_add(codes, &n, scheme->levels[i].body);
		body_add(codes, &n, scheme->levels[i].recommended_by);
		body_add(codes, &n, scheme->levels[i].informs);
		body_add(codes, &n, scheme->levels[i].appeal);
	}
	for (size_t i = 0; i < scheme->after.n_advice; i++)
		body_add(codes, &n, scheme->after.advice[i].body);
	if ((st = db_run(&rows, ctx, "scheme_bodies_unknown", PARAMS(TEXTS(codes, n)))) != OK)
		return (st);
	*out = arena_array(ctx->arena, (size_t)rows_count(rows) + 1, sizeof(**out));
	*count = 0;
	ROWS_EACH(i, rows)
		(*out)[(*count)++] = rows_text(rows, i, "code");
	return (OK);
}

enum status
scheme_db_list(struct scheme_published **out, size_t *count, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "scheme_published_list", PARAMS(INSTANT(ctx->now)))) != OK)
		return (st);
	*out = arena_array(ctx->arena, (size_t)rows_count(rows) + 1, sizeof(**out));
	*count = 0;
	ROWS_EACH(i, rows)
		(*out)[(*count)++] = (struct scheme_published){ .id = rows_text(rows, i, "scheme_id"),
			.area = rows_text(rows, i, "field"),
			.unit = rows_text(rows, i, "unit"),
			.status = rows_text(rows, i, "status"),
			.version_hash = rows_text(rows, i, "version_hash"),
			.number = (int)rows_int(rows, i, "number"),
			.installed = rows_bool(rows, i, "installed"),
			.n_calls = rows_int(rows, i, "calls"),
			.n_open_calls = rows_int(rows, i, "open_calls"),
			.n_cases = rows_int(rows, i, "cases"),
			.title = rows_lang(rows, i, "title"),
			.published_at = rows_instant(rows, i, "published_at") };
	return (OK);
}
