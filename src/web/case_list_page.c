/* case_list_page.c — the officer's cases and calls: filter, search, turn pages. */
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/case_flow.h"
#include "gen/html_case_list.h"
#include "gen/html_part_pagination.h"
#include "web/case_words.h"
#include "web/html_escape.h"
#include "web/page.h"

static const char *const states[] = { "submitted", "formal_check", "assessing", "assessed", "recommended", "decided",
	"notified", "withdrawn" };
#define STATES (sizeof(states) / sizeof(states[0]))

static int64_t
whole_number(const char *typed)
{
	char *end;
	long long n = strtoll(typed, &end, 10);

	return (*typed == '\0' || *end != '\0' || n < 0 || n > 1000000000 ? 0 : n);
}

static void
filter_read(struct case_filter *out, struct ctx *ctx)
{
	const char *state = query_text(ctx, "status");

	*out = (struct case_filter){ .state = "", .text = query_text(ctx, "sok"), .page = 1 };
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i], state) == 0)
			out->state = states[i];
	out->call_id = whole_number(query_text(ctx, "utlysning"));
	if (whole_number(query_text(ctx, "side")) > 1)
		out->page = (int)whole_number(query_text(ctx, "side"));
}

/* The same list with another state or page. */
static const char *
list_url(struct ctx *ctx, const struct case_filter *filter, const char *state, int page)
{
	struct buf url = buf_new(ctx->arena);

	buf_puts(&url, "/saker?");
	if (filter->call_id != 0)
		buf_printf(&url, "utlysning=%lld&", (long long)filter->call_id);
	if (*state != '\0')
		buf_printf(&url, "status=%s&", state);
	buf_printf(&url, "side=%d", page);
	if (*filter->text != '\0') {
		buf_puts(&url, "&sok=");
		html_url_part(&url, filter->text);
	}
	return (buf_text(&url));
}

static int64_t
count_of(const struct case_count *counts, size_t n, const char *state)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(counts[i].state, state) == 0)
			return (counts[i].n);
	return (0);
}

/* One chip a state that has cases, and one for all. */
static void
add_chips(struct html_case_list *view, struct ctx *ctx, const struct case_filter *filter,
    const struct case_count *counts, size_t n_counts)
{
	struct html_case_list_chips *chips = arena_array(ctx->arena, STATES + 1, sizeof(*chips));
	int64_t all = 0;

	for (size_t i = 0; i < n_counts; i++)
		all += counts[i].n;
	chips[view->n_chips++] = (struct html_case_list_chips){ .name = tr(ctx->lang, "Alle"),
		.count = money_count(ctx->arena, all),
		.url = list_url(ctx, filter, "", 1),
		.current = *filter->state == '\0' };
	for (size_t i = 0; i < STATES; i++) {
		struct case_facts facts = case_facts_of(ctx, states[i], "");
		int64_t n = count_of(counts, n_counts, states[i]);

		if (n > 0)
			chips[view->n_chips++] = (struct html_case_list_chips){
				.name = case_state_text(ctx->arena, &facts, false, ctx->lang),
				.count = money_count(ctx->arena, n),
				.url = list_url(ctx, filter, states[i], 1),
				.current = strcmp(filter->state, states[i]) == 0,
			};
	}
	view->chips = chips;
}

static const char *
list_state_text(enum lang lang, const char *state)
{
	if (strcmp(state, "locked") == 0)
		return (tr(lang, "Låst"));
	return (*state == '\0' ? tr(lang, "Begynn") : tr(lang, "Under arbeid"));
}

static void
add_calls(struct html_case_list *view, struct ctx *ctx, const struct case_call *calls, size_t n, int64_t chosen)
{
	struct html_case_list_calls *rows = arena_array(ctx->arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++) {
		rows[i] = (struct html_case_list_calls){
			.id = arena_printf(ctx->arena, "%lld", (long long)calls[i].id),
			.title = call_title(ctx, calls[i].title, calls[i].year, calls[i].round),
			.closes = date_short(ctx->arena, instant_day(calls[i].closes_at - 1)),
			.count = money_count(ctx->arena, calls[i].n),
			.open = money_count(ctx->arena, calls[i].n_open),
			.frame = money_show(ctx->arena, calls[i].frame),
			.list_state = list_state_text(ctx->lang, calls[i].list_state),
		};
		if (calls[i].id == chosen)
			view->call_title = rows[i].title;
	}
	view->calls = rows;
	view->n_calls = n;
}

static struct html_case_list_cases
case_view(struct ctx *ctx, const struct case_row *row)
{
	struct case_facts facts = case_facts_of(ctx, row->state, row->outcome);

	facts.late = row->late;
	facts.cut_off = row->cut_off;
	return ((struct html_case_list_cases){
	    .id = arena_printf(ctx->arena, "%lld", (long long)row->id),
	    .number = row->number,
	    .organisation = row->organisation,
	    .municipality = row->municipality,
	    .title = row->cut_off ? tr(ctx->lang, "Du er inhabil i saken") : row->title,
	    .scheme = row->scheme_title,
	    .applied = row->has_applied ? money_show(ctx->arena, row->applied) : "",
	    .applied_value = arena_printf(ctx->arena, "%lld", (long long)row->applied.ore),
	    .submitted = date_short(ctx->arena, instant_day(row->submitted_at)),
	    .submitted_value = instant_iso(ctx->arena, row->submitted_at),
	    .answer_by = date_short(ctx->arena, row->answer_by),
	    .answer_value = date_iso(ctx->arena, row->answer_by),
	    .late = row->late,
	    .part_status_tag = case_tag(ctx, &facts, false),
	});
}

static void
add_cases(struct html_case_list *view, struct ctx *ctx, const struct case_row *cases, size_t n)
{
	struct html_case_list_cases *rows = arena_array(ctx->arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = case_view(ctx, &cases[i]);
	view->cases = rows;
	view->n_cases = n;
}

static void
add_pages(struct html_case_list *view, struct ctx *ctx, const struct case_filter *filter, int64_t total)
{
	struct html_part_pagination *pages = arena_alloc(ctx->arena, sizeof(*pages));
	int last = (int)((total + CASES_A_PAGE - 1) / CASES_A_PAGE);

	if (last < 2)
		return;
	if (filter->page > 1)
		pages->previous_url = list_url(ctx, filter, filter->state, filter->page - 1);
	if (filter->page < last)
		pages->next_url = list_url(ctx, filter, filter->state, filter->page + 1);
	pages->page_number = arena_printf(ctx->arena, "%d", filter->page);
	pages->page_count = arena_printf(ctx->arena, "%d", last);
	view->pages = pages;
	view->n_pages = 1;
}

/* Why there is nothing, and the way out. */
static struct html_part_empty
empty_view(struct ctx *ctx, const struct case_filter *filter)
{
	bool filtered = *filter->state != '\0' || *filter->text != '\0' || filter->call_id != 0;

	if (filtered)
		return ((struct html_part_empty){ .title = tr(ctx->lang, "Ingen søknader passer til det du valgte"),
		    .action_url = "/saker",
		    .action_text = tr(ctx->lang, "Vis alle søknader") });
	return ((struct html_part_empty){ .title = tr(ctx->lang, "Enheten din har ingen søknader ennå"),
	    .text = tr(ctx->lang, "Søknader kommer hit når de er sendt. Utkast ser du aldri.") });
}

enum status
case_list_show(struct ctx *ctx)
{
	struct html_case_list view = { 0 };
	struct case_count *counts;
	struct case_call *calls;
	struct case_filter filter;
	struct case_row *cases;
	size_t n_cases, n_counts, n_calls;
	int64_t total;
	enum status st;

	filter_read(&filter, ctx);
	if ((st = case_list(&cases, &n_cases, &total, ctx, &filter)) != OK ||
	    (st = case_counts(&counts, &n_counts, ctx)) != OK || (st = case_calls(&calls, &n_calls, ctx)) != OK)
		return (st);
	view.text = filter.text;
	view.state = filter.state;
	view.call = filter.call_id == 0 ? "" : arena_printf(ctx->arena, "%lld", (long long)filter.call_id);
	view.total = total;
	add_chips(&view, ctx, &filter, counts, n_counts);
	add_calls(&view, ctx, calls, n_calls, filter.call_id);
	add_cases(&view, ctx, cases, n_cases);
	add_pages(&view, ctx, &filter, total);
	view.part_empty = empty_view(ctx, &filter);
	return (page_render(ctx, 200, tr(ctx->lang, "Saker"), HTML(case_list), &view));
}
