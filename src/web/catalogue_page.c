/* catalogue_page.c — the front page and the list of schemes, found by field and by words. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/catalogue_flow.h"
#include "gen/html_catalogue.h"
#include "gen/html_front.h"
#include "gen/html_part_scheme_card.h"
#include "web/page_state.h"

/* Deadlines are told to the minute; a minute late does no harm. */
#define CACHE_SECONDS 60
#define FRONT_OPEN 6
#define FRONT_COMING 3
/* Within a week a deadline is soon. */
#define SOON_DAYS 7

static const char *
when_text(const struct open_scheme *scheme, struct ctx *ctx)
{
	const struct call *call = &scheme->call;

	if (scheme->paused)
		return (tr(ctx->lang, "Ordningen er satt på vent"));
	if (call->id == 0)
		return (tr(ctx->lang, "Ingen utlysning nå"));
	return (call_when_short(ctx->arena, call, ctx->now, ctx->lang));
}

static enum call_phase
phase_of(const struct open_scheme *scheme, const struct ctx *ctx)
{
	if (scheme->paused || scheme->call.id == 0)
		return (CALL_PHASE_PASSED);
	return (call_phase(&scheme->call, ctx->now));
}

static struct html_part_scheme_card
card_of(const struct open_scheme *scheme, struct ctx *ctx)
{
	const struct call *call = &scheme->call;
	instant due = call->kind == CALL_FIXED ? call->closes_at : call->main_closes_at;
	struct html_part_scheme_card card = { .id = scheme->scheme_id,
		.title = lang_pick(&scheme->title, ctx->lang),
		.summary = lang_pick(&scheme->summary, ctx->lang),
		.area = area_name(scheme->area, ctx->lang),
		.foreign = ctx->lang == LANG_EN && scheme->title.in[LANG_EN] == NULL,
		.when = when_text(scheme, ctx),
		.color = "neutral" };

	if (phase_of(scheme, ctx) == CALL_PHASE_OPEN && call_in_round(call, ctx->now)) {
		card.left = deadline_left_text(ctx->arena, due, ctx->now, ctx->lang);
		if (deadline_days_left(due, ctx->now) <= SOON_DAYS)
			card.color = "warning";
	}
	return (card);
}

/* The list comes sorted: open, then coming, then closed. */
struct cards {
	struct html_part_scheme_card *open, *coming, *closed;
	size_t n_open, n_coming, n_closed;
};

static struct cards
cards_of(const struct open_scheme *list, size_t n, struct ctx *ctx)
{
	struct cards cards = { .open = arena_array(ctx->arena, n + 1, sizeof(*cards.open)),
		.coming = arena_array(ctx->arena, n + 1, sizeof(*cards.coming)),
		.closed = arena_array(ctx->arena, n + 1, sizeof(*cards.closed)) };

	for (size_t i = 0; i < n; i++) {
		struct html_part_scheme_card card = card_of(&list[i], ctx);
		enum call_phase phase = phase_of(&list[i], ctx);

		if (phase == CALL_PHASE_OPEN)
			cards.open[cards.n_open++] = card;
		else if (phase == CALL_PHASE_COMING)
			cards.coming[cards.n_coming++] = card;
		else
			cards.closed[cards.n_closed++] = card;
	}
	return (cards);
}

static size_t
at_most(size_t n, size_t most)
{
	return (n < most ? n : most);
}

enum status
front_show(struct ctx *ctx)
{
	struct html_front_areas areas[AREA__MAX] = { 0 };
	struct html_front view = { .areas = areas, .n_areas = AREA__MAX };
	struct open_scheme *list;
	struct cards cards;
	size_t n;
	enum status st;

	if ((st = catalogue_list(&list, &n, ctx, AREA__MAX, "")) != OK)
		return (st);
	for (enum scheme_area area = 0; area < AREA__MAX; area++)
		areas[area] = (struct html_front_areas){ .code = area_code(area), .name = area_name(area, ctx->lang) };
	for (size_t i = 0; i < n; i++)
		areas[list[i].area].n_open += phase_of(&list[i], ctx) == CALL_PHASE_OPEN;
	cards = cards_of(list, n, ctx);
	view.open = cards.open;
	view.n_open = at_most(cards.n_open, FRONT_OPEN);
	view.coming = cards.coming;
	view.n_coming = at_most(cards.n_coming, FRONT_COMING);
	view.has_evaluations = page_exists(ctx->arena, METHOD_GET, "/evaluering");
	page_cache(ctx, CACHE_SECONDS);
	return (page_render(ctx, 200, tr(ctx->lang, "Finn og søk om tilskudd"), HTML(front), &view));
}

enum status
catalogue_show(struct ctx *ctx)
{
	struct html_catalogue_areas areas[AREA__MAX];
	struct html_catalogue view = {
		.search = text_trim(ctx->arena, query_text(ctx, "sok")), .areas = areas, .n_areas = AREA__MAX
	};
	enum scheme_area area = AREA__MAX;
	struct open_scheme *list;
	struct cards cards;
	size_t n;
	enum status st;

	/* An unknown field is no filter: the page says what it shows. */
	if (area_parse(&area, query_text(ctx, "felt")))
		view.area = area_code(area);
	if ((st = catalogue_list(&list, &n, ctx, area, view.search)) != OK)
		return (st);
	for (enum scheme_area a = 0; a < AREA__MAX; a++)
		areas[a] = (struct html_catalogue_areas){
			.code = area_code(a), .name = area_name(a, ctx->lang), .current = a == area
		};
	cards = cards_of(list, n, ctx);
	view.count = (int64_t)n;
	view.nothing = n == 0;
	view.open = cards.open;
	view.n_open = cards.n_open;
	view.coming = cards.coming;
	view.n_coming = cards.n_coming;
	view.closed = cards.closed;
	view.n_closed = cards.n_closed;
	page_cache(ctx, CACHE_SECONDS);
	return (page_render(ctx, 200, tr(ctx->lang, "Ordninger"), HTML(catalogue), &view));
}
