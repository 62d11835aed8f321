/* evaluation_publish_page.c — the leader reads an evaluation before everyone can, and publishes it. */
#include <string.h>

#include "core/catalogue.h"
#include "domain/open_call.h"
#include "gen/html_evaluation_candidates.h"
#include "gen/html_evaluation_preview.h"
#include "web/evaluation_page.h"

static struct html_part_breadcrumbs
crumbs(struct ctx *ctx, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	bool inner = current != NULL;

	links[0] = (struct html_part_breadcrumbs_links){ "/evaluering", tr(ctx->lang, "Evalueringer") };
	links[1] =
	    (struct html_part_breadcrumbs_links){ "/evaluering/publiser", tr(ctx->lang, "Klare til publisering") };
	return ((struct html_part_breadcrumbs){ .links = links,
	    .n_links = inner ? 2 : 1,
	    .current = inner ? current : links[1].text,
	    .back_url = links[inner ? 1 : 0].url,
	    .back_text = links[inner ? 1 : 0].text });
}

enum status
evaluation_candidates_show(struct ctx *ctx)
{
	struct html_evaluation_candidates view = {
		.part_breadcrumbs = crumbs(ctx, NULL),
		.part_empty = { .title = tr(ctx->lang, "Ingen evalueringer venter på deg"),
		    .text = tr(ctx->lang, "Et år kommer hit når de første vedtaksbrevene er sendt."),
		    .action_url = "/evaluering",
		    .action_text = tr(ctx->lang, "Se publiserte evalueringer") },
	};
	struct html_evaluation_candidates_rows *rows;
	struct evaluation_row *list;
	enum status st;
	size_t n;

	if ((st = evaluation_candidates(&list, &n, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, n, sizeof(*rows));
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_evaluation_candidates_rows){
			.scheme = list[i].scheme_id,
			.year = arena_printf(ctx->arena, "%d", list[i].year),
			.title = list[i].title,
			.count = money_count(ctx->arena, list[i].n),
			.open = list[i].n_open,
		};
	view.rows = rows;
	view.n_rows = n;
	return (page_render(ctx, 200, tr(ctx->lang, "Klare til publisering"), HTML(evaluation_candidates), &view));
}

/* seen: the hash of the figures she read before; "" the first time. */
static enum status
preview_page(struct ctx *ctx, const struct evaluation_asked *asked, const struct evaluation *evaluation,
    const struct evaluation_source *source, const char *seen, int http)
{
	struct buf doc = buf_new(ctx->arena);
	struct html_evaluation_preview view = {
		.scheme = asked->scheme_id,
		.year = arena_printf(ctx->arena, "%d", asked->year),
		.title = lang_pick(&evaluation->scheme->title, ctx->lang),
		.seen = source->hash,
		.pending = evaluation->now.pending,
		.ready = evaluation_told(&evaluation->now) > 0,
		.changed = *seen != '\0' && strcmp(seen, source->hash) != 0,
		.lang = lang_code(ctx->lang),
	};
	enum status st;

	if ((st = evaluation_html(&doc, ctx, evaluation, ctx->lang, 1)) != OK)
		return (st);
	view.doc = safe_html_from(&doc);
	view.part_breadcrumbs = crumbs(ctx, arena_printf(ctx->arena, "%s %d", view.title, asked->year));
	return (page_render(ctx, http,
	    tr_printf(ctx->arena, ctx->lang, "Publiser evaluering %d: %s", asked->year, view.title),
	    HTML(evaluation_preview), &view));
}

static enum status
preview_pdf(struct ctx *ctx, const struct evaluation_asked *asked, const struct evaluation *evaluation)
{
	struct buf pdf = buf_new(ctx->arena);
	enum status st;

	if ((st = evaluation_pdf(&pdf, ctx, evaluation, LANG_NB)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf.data, pdf.len, evaluation_file_name(ctx, asked, ".pdf")));
}

/* A year that is out is read where everyone reads it. */
static enum status
to_published(bool *published, struct ctx *ctx, const struct evaluation_asked *asked)
{
	struct evaluation evaluation;
	enum status st = evaluation_published(&evaluation, ctx, asked->scheme_id, asked->year);

	*published = st == OK;
	if (st == OK)
		return (redirect(ctx, "/evaluering/%s/%d", asked->scheme_id, asked->year));
	return (st == ERR_NOT_FOUND ? OK : st);
}

enum status
evaluation_preview_show(struct ctx *ctx)
{
	struct evaluation_source source;
	struct evaluation_asked asked;
	struct evaluation evaluation;
	bool published;
	enum status st;

	if ((st = evaluation_asked(&asked, ctx)) != OK ||
	    (st = evaluation_live(&evaluation, &source, ctx, asked.scheme_id, asked.year)) != OK ||
	    (st = to_published(&published, ctx, &asked)) != OK || published)
		return (st);
	if (asked.form == EVALUATION_CSV)
		return (ERR_NOT_FOUND);
	return (asked.form == EVALUATION_PDF ? preview_pdf(ctx, &asked, &evaluation)
					     : preview_page(ctx, &asked, &evaluation, &source, "", 200));
}

/* Published meanwhile by somebody else, figures that moved while she read, or a year nobody has had an answer in. */
static enum status
publish_refused(struct ctx *ctx, const struct evaluation_asked *asked)
{
	struct evaluation_source source;
	struct evaluation evaluation;
	bool published;
	enum status st;

	if ((st = to_published(&published, ctx, asked)) != OK)
		return (st);
	if (published) {
		notice_set(ctx, tr(ctx->lang, "Evalueringen var allerede publisert."));
		return (OK);
	}
	if ((st = evaluation_live(&evaluation, &source, ctx, asked->scheme_id, asked->year)) != OK)
		return (st);
	return (preview_page(ctx, asked, &evaluation, &source, form_text(ctx, "sett"), 409));
}

enum status
evaluation_publish_post(struct ctx *ctx)
{
	struct evaluation_asked asked;
	enum status st;

	if ((st = evaluation_asked(&asked, ctx)) != OK)
		return (st);
	if (asked.form != EVALUATION_PAGE)
		return (ERR_NOT_FOUND);
	st = evaluation_publish(ctx, asked.scheme_id, asked.year, form_text(ctx, "sett"));
	if (st == ERR_CONFLICT)
		return (publish_refused(ctx, &asked));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Evalueringen er publisert. Alle kan lese den."));
	return (redirect(ctx, "/evaluering/%s/%d", asked.scheme_id, asked.year));
}
