/* deadline_calendar.c — two moments a call at the most: its opening while that is news, and its deadline. */
#include "flow/deadline_calendar.h"

#include <string.h>

#include "core/catalogue.h"
#include "db/catalogue_db.h"
#include "db/db.h"
#include "doc/calendar_file.h"

/* Opened earlier than this is no news. */
#define NEWS (31 * INSTANT_DAY)

struct moments {
	struct ctx *ctx;
	const struct deadlines_asked *asked;
	struct calendar_moment *list;
	size_t n;
};

/* "tilskudd.fylke.no": what makes ids ours alone. */
static const char *
host_of(const char *url)
{
	const char *after = strstr(url, "://");

	return (after == NULL ? url : after + 3);
}

/* Schemes that are not in English are named as the county wrote them. */
static void
moment_add(struct moments *to, const struct open_scheme *scheme, const char *kind, instant at, const char *title)
{
	struct arena *arena = to->ctx->arena;
	const struct deadlines_asked *asked = to->asked;
	const char *name = lang_pick(&scheme->title, asked->lang);

	to->list[to->n++] = (struct calendar_moment){
		.uid = arena_printf(arena, "%s-%lld@%s", kind, (long long)scheme->call.id, host_of(asked->url)),
		.at = at,
		.title = arena_printf(arena, "%s: %s", title, name),
		.text = arena_printf(arena, "%s\n\n%s", call_when_long(arena, &scheme->call, to->ctx->now, asked->lang),
		    lang_pick(&scheme->summary, asked->lang)),
		.url = arena_printf(arena, "%s/ordninger/%s", asked->url, scheme->scheme_id),
	};
}

/* 0 when the call takes applications for as long as there is money, or until so long before the activity. */
static instant
closes_at(const struct call *call)
{
	return (call->kind == CALL_FIXED ? call->closes_at : call->main_closes_at);
}

static void
call_add(struct moments *to, const struct open_scheme *scheme)
{
	instant closes = closes_at(&scheme->call);

	if (scheme->call.opens_at > to->ctx->now - NEWS)
		moment_add(to, scheme, "opens", scheme->call.opens_at, tr(to->asked->lang, "Åpner"));
	if (closes != 0)
		moment_add(to, scheme, "closes", deadline_told(closes), tr(to->asked->lang, "Søknadsfrist"));
}

static enum status
calls_get(struct open_scheme **out, size_t *n, struct ctx *ctx, const struct deadlines_asked *asked)
{
	const char *area = asked->area == AREA__MAX ? "" : area_code(asked->area);
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	st = catalogue_db_calendar(out, n, ctx, area, asked->scheme_id);
	return (st == OK ? db_commit(ctx) : db_rollback(ctx, st));
}

enum status
deadline_calendar(struct buf *out, struct ctx *ctx, const struct deadlines_asked *asked)
{
	struct moments moments = { .ctx = ctx, .asked = asked };
	struct open_scheme *calls;
	enum status st;
	size_t n;

	if ((st = calls_get(&calls, &n, ctx, asked)) != OK)
		return (st);
	moments.list = arena_array(ctx->arena, 2 * n, sizeof(*moments.list));
	for (size_t i = 0; i < n; i++)
		call_add(&moments, &calls[i]);
	return (calendar_write(out, &(struct calendar_file){ .name = asked->name,
					.producer = "-//Tilskudd//Frister//NO",
					.lang = lang_code(asked->lang),
					.made_at = ctx->now,
					.moments = moments.list,
					.n_moments = moments.n }));
}
