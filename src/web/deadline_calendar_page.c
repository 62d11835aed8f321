/* deadline_calendar_page.c — deadlines for people's own calendars: of all schemes, of a field, or of one. */
#include "core/catalogue.h"
#include "flow/catalogue_flow.h"
#include "flow/deadline_calendar.h"
#include "web/page_state.h"

/* Calendars fetch on their own, many at the same minute. */
#define CACHE_SECONDS 600

/* A calendar has no cookie, so the language stands in its address. */
static struct deadlines_asked
asked_of(struct ctx *ctx)
{
	struct deadlines_asked asked = {
		.area = AREA__MAX, .scheme_id = "", .url = web_process()->site.url, .lang = ctx->lang
	};

	(void)lang_parse(&asked.lang, query_text(ctx, "sprak"));
	return (asked);
}

static enum status
calendar_send(struct ctx *ctx, const struct deadlines_asked *asked, const char *file)
{
	struct buf calendar = buf_new(ctx->arena);
	enum status st;

	if ((st = deadline_calendar(&calendar, ctx, asked)) != OK)
		return (st);
	page_cache(ctx, CACHE_SECONDS);
	return (page_send(ctx, "text/calendar; charset=utf-8", calendar.data, calendar.len, file));
}

enum status
catalogue_calendar_show(struct ctx *ctx)
{
	struct deadlines_asked asked = asked_of(ctx);
	const char *county = lang_pick(&web_process()->site.name, asked.lang);

	asked.name =
	    area_parse(&asked.area, query_text(ctx, "felt"))
		? tr_printf(ctx->arena, asked.lang, "Tilskudd til %s – %s", area_name(asked.area, asked.lang), county)
		: tr_printf(ctx->arena, asked.lang, "Søknadsfrister – %s", county);
	return (calendar_send(ctx, &asked, "frister.ics"));
}

enum status
scheme_calendar_show(struct ctx *ctx)
{
	struct deadlines_asked asked = asked_of(ctx);
	struct catalogue_scheme found;
	enum status st;

	asked.scheme_id = path_text(ctx, "scheme");
	if ((st = catalogue_scheme(&found, ctx, asked.scheme_id)) != OK)
		return (st);
	asked.name = lang_pick(&found.scheme->title, asked.lang);
	return (calendar_send(ctx, &asked, arena_printf(ctx->arena, "frister-%s.ics", asked.scheme_id)));
}
