/* evaluation_page.c — published evaluations for everyone: the list, each as page, PDF and open data. */
#include <string.h>

#include "core/catalogue.h"
#include "domain/open_call.h"
#include "gen/html_evaluation_list.h"
#include "gen/html_evaluation_show.h"
#include "web/evaluation_page.h"

/* What is published never changes, but our own looks do. */
#define CACHE_SECONDS 300

enum status
evaluation_asked(struct evaluation_asked *out, struct ctx *ctx)
{
	const char *year = path_text(ctx, "year"), *suffix = year + strspn(year, "0123456789");

	*out = (struct evaluation_asked){ .scheme_id = path_text(ctx, "scheme") };
	if (suffix - year != 4 || *year < '1')
		return (ERR_NOT_FOUND);
	for (const char *digit = year; digit < suffix; digit++)
		out->year = out->year * 10 + (*digit - '0');
	out->form = strcmp(suffix, "") == 0       ? EVALUATION_PAGE
		    : strcmp(suffix, ".pdf") == 0 ? EVALUATION_PDF
		    : strcmp(suffix, ".csv") == 0 ? EVALUATION_CSV
						  : EVALUATION_UNKNOWN;
	return (out->form == EVALUATION_UNKNOWN ? ERR_NOT_FOUND : OK);
}

const char *
evaluation_file_name(struct ctx *ctx, const struct evaluation_asked *asked, const char *suffix)
{
	return (arena_printf(ctx->arena, "evaluering-%s-%d%s", asked->scheme_id, asked->year, suffix));
}

/* --- the list ----------------------------------------------------------------------------------------------------- */

static struct html_evaluation_list_years_rows
row_view(struct ctx *ctx, const struct evaluation_row *row)
{
	return ((struct html_evaluation_list_years_rows){
	    .scheme = row->scheme_id,
	    .year = arena_printf(ctx->arena, "%d", row->year),
	    .title = row->title,
	    .area = area_name(row->area, ctx->lang),
	    .published = date_long(ctx->arena, instant_day(row->published_at), ctx->lang),
	});
}

/* The list comes with the latest year first; each year becomes a part of the page. */
static void
add_years(struct html_evaluation_list *view, struct ctx *ctx, const struct evaluation_row *list, size_t n)
{
	struct html_evaluation_list_years *years = arena_array(ctx->arena, n, sizeof(*years));
	struct html_evaluation_list_years_rows *rows = arena_array(ctx->arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++) {
		rows[i] = row_view(ctx, &list[i]);
		if (i == 0 || list[i].year != list[i - 1].year)
			years[view->n_years++] =
			    (struct html_evaluation_list_years){ .name = rows[i].year, .rows = &rows[i] };
		years[view->n_years - 1].n_rows++;
	}
	view->years = years;
}

enum status
evaluation_list_show(struct ctx *ctx)
{
	struct html_evaluation_list view = {
		.leader = ctx->role == ROLE_LEADER,
		.part_empty = { .title = tr(ctx->lang, "Ingen evalueringer er publisert ennå"),
		    .text = tr(ctx->lang, "De kommer her når lederen for en ordning har publisert dem."),
		    .action_url = "/ordninger",
		    .action_text = tr(ctx->lang, "Se alle ordninger") },
	};
	struct evaluation_row *list;
	enum status st;
	size_t n;

	if ((st = evaluation_list(&list, &n, ctx)) != OK)
		return (st);
	add_years(&view, ctx, list, n);
	page_cache(ctx, CACHE_SECONDS);
	return (page_render(ctx, 200, tr(ctx->lang, "Evalueringer"), HTML(evaluation_list), &view));
}

/* --- one evaluation ----------------------------------------------------------------------------------------------- */

/* The same scheme's other years, so that a reader can go back and forth. */
static enum status
add_others(struct html_evaluation_show *view, struct ctx *ctx, const struct evaluation_asked *asked)
{
	struct html_evaluation_show_others *others;
	struct evaluation_row *list;
	enum status st;
	size_t n;

	if ((st = evaluation_list(&list, &n, ctx)) != OK)
		return (st);
	others = arena_array(ctx->arena, n, sizeof(*others));
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].scheme_id, asked->scheme_id) == 0 && list[i].year != asked->year)
			others[view->n_others++].year = arena_printf(ctx->arena, "%d", list[i].year);
	view->others = others;
	return (OK);
}

static struct html_part_breadcrumbs
crumbs(struct ctx *ctx, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 1, sizeof(*links));

	links[0] = (struct html_part_breadcrumbs_links){ "/evaluering", tr(ctx->lang, "Evalueringer") };
	return ((struct html_part_breadcrumbs){
	    .links = links, .n_links = 1, .current = current, .back_url = links[0].url, .back_text = links[0].text });
}

static enum status
page_show(struct ctx *ctx, const struct evaluation_asked *asked)
{
	struct buf doc = buf_new(ctx->arena);
	struct html_evaluation_show view = { .scheme = asked->scheme_id };
	struct evaluation evaluation;
	const char *title;
	enum status st;

	if ((st = evaluation_published(&evaluation, ctx, asked->scheme_id, asked->year)) != OK ||
	    (st = evaluation_html(&doc, ctx, &evaluation, ctx->lang, 0)) != OK ||
	    (st = add_others(&view, ctx, asked)) != OK)
		return (st);
	view.year = arena_printf(ctx->arena, "%d", asked->year);
	title = lang_pick(&evaluation.scheme->title, ctx->lang);
	view.published = date_long(ctx->arena, instant_day(evaluation.published_at), ctx->lang);
	if (ctx->lang != LANG_NB)
		view.drawn = lang_code(ctx->lang);
	view.has_grants = evaluation.n_grants > 0;
	view.lang = lang_code(ctx->lang);
	view.doc = safe_html_from(&doc);
	view.part_breadcrumbs = crumbs(ctx, arena_printf(ctx->arena, "%s %d", title, asked->year));
	page_cache(ctx, CACHE_SECONDS);
	return (page_render(ctx, 200, tr_printf(ctx->arena, ctx->lang, "Evaluering %d: %s", asked->year, title),
	    HTML(evaluation_show), &view));
}

/* In bokmål it is the file that was published; in the other languages the same figures drawn again. */
static enum status
pdf_show(struct ctx *ctx, const struct evaluation_asked *asked)
{
	struct buf drawn = buf_new(ctx->arena);
	struct evaluation evaluation;
	enum lang lang = LANG_NB;
	const void *pdf;
	enum status st;
	size_t len;

	/* What is no language of ours is asked for in none. */
	(void)lang_parse(&lang, query_text(ctx, "sprak"));
	if (lang == LANG_NB) {
		if ((st = evaluation_published_pdf(&pdf, &len, ctx, asked->scheme_id, asked->year)) != OK)
			return (st);
	} else {
		if ((st = evaluation_published(&evaluation, ctx, asked->scheme_id, asked->year)) != OK ||
		    (st = evaluation_pdf(&drawn, ctx, &evaluation, lang)) != OK)
			return (st);
		pdf = drawn.data;
		len = drawn.len;
	}
	page_cache(ctx, CACHE_SECONDS);
	return (page_send(ctx, "application/pdf", pdf, len, evaluation_file_name(ctx, asked, ".pdf")));
}

static enum status
csv_show(struct ctx *ctx, const struct evaluation_asked *asked)
{
	struct buf csv = buf_new(ctx->arena);
	struct evaluation evaluation;
	enum status st;

	if ((st = evaluation_published(&evaluation, ctx, asked->scheme_id, asked->year)) != OK)
		return (st);
	evaluation_csv(&csv, &evaluation);
	page_cache(ctx, CACHE_SECONDS);
	return (
	    page_download(ctx, "text/csv; charset=utf-8", csv.data, csv.len, evaluation_file_name(ctx, asked, ".csv")));
}

enum status
evaluation_show(struct ctx *ctx)
{
	struct evaluation_asked asked;
	enum status st;

	if ((st = evaluation_asked(&asked, ctx)) != OK)
		return (st);
	return (asked.form == EVALUATION_PDF   ? pdf_show(ctx, &asked)
		: asked.form == EVALUATION_CSV ? csv_show(ctx, &asked)
					       : page_show(ctx, &asked));
}
