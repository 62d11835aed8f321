/* scheme_publication_page.c — a published scheme for those who write it: every edition, who wanted it and why. */
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/scheme_publish_flow.h"
#include "web/calls_view.h"
#include "web/page.h"
#include "web/scheme_work.h"

/* The scheme at ":scheme", when the person may write it. */
static enum status
work_at_path(struct scheme_work *out, struct ctx *ctx)
{
	const char *id = path_text(ctx, "scheme");
	struct scheme_work *list;
	enum status st;
	size_t n;

	if ((st = scheme_work_list(&list, &n, ctx)) != OK)
		return (st);
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].scheme_id, id) == 0) {
			*out = list[i];
			return (OK);
		}
	return (ERR_NOT_FOUND);
}

static const char *
effect_words(struct ctx *ctx, const struct scheme_publication *edition)
{
	if (edition->restores > 0)
		return (tr_printf(ctx->arena, ctx->lang, "Hentet tilbake fra utgave %d.", edition->restores));
	if (!edition->installed && edition->open_calls)
		return (tr(ctx->lang, "Gjaldt også utlysninger som var åpne eller på vei."));
	return (NULL);
}

static void
add_editions(struct html_scheme_publications *view, struct ctx *ctx, const struct scheme_publication *list, size_t n,
    bool may_restore)
{
	struct html_scheme_publications_editions *rows = arena_array(ctx->arena, n + 1, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_scheme_publications_editions){
			.number = arena_printf(ctx->arena, "%d", list[i].number),
			.when = instant_long(ctx->arena, list[i].published_at, ctx->lang),
			.in_force = i == 0,
			.why = list[i].installed ? NULL : list[i].why,
			.proposed_by = list[i].proposed_by,
			.approved_by = list[i].approved_by,
			.remark = list[i].remark,
			.effect = effect_words(ctx, &list[i]),
			.may_restore = may_restore && i > 0,
		};
	view->editions = rows;
	view->n_editions = n;
}

enum status
scheme_publications_show(struct ctx *ctx)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 1, sizeof(*links));
	struct html_scheme_publications view = { .action = page_path(ctx) };
	struct scheme_publication *list;
	struct scheme_work work;
	enum status st;
	size_t n;

	if ((st = work_at_path(&work, ctx)) != OK || (st = scheme_history(&list, &n, ctx, work.scheme_id)) != OK)
		return (st);
	view.id = work.scheme_id;
	view.title = lang_pick(&work.title, ctx->lang);
	view.may_edit = work.draft_id == 0;
	if (work.draft_id != 0)
		view.draft_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, work.draft_id);
	links[0] = (struct html_part_breadcrumbs_links){ "/ordningsarbeid", tr(ctx->lang, "Arbeid med ordninger") };
	view.part_breadcrumbs = (struct html_part_breadcrumbs){ .links = links,
		.n_links = 1,
		.current = view.title,
		.back_url = links[0].url,
		.back_text = links[0].text };
	add_editions(&view, ctx, list, n, work.draft_id == 0);
	if ((st = calls_view_standing(&view, ctx, &work)) != OK)
		return (st);
	return (page_render(ctx, 200, view.title, HTML(scheme_publications), &view));
}

/* A draft that says what an earlier edition said; it is looked over and proposed as any other. */
enum status
scheme_publications_post(struct ctx *ctx)
{
	struct scheme_publication edition;
	struct scheme_draft draft;
	struct scheme_work work;
	const char *document, *message;
	enum status st;
	int64_t id;
	int line;

	if ((st = work_at_path(&work, ctx)) != OK)
		return (st);
	if (work.draft_id != 0)
		return (ERR_CONFLICT);
	if ((st = scheme_version_find(&edition, ctx, work.scheme_id, form_text(ctx, "utgave"))) != OK ||
	    (st = scheme_version_document(&document, ctx, edition.version_hash)) != OK ||
	    (st = scheme_draft_of(&id, ctx, work.scheme_id)) != OK || (st = scheme_draft_get(&draft, ctx, id)) != OK ||
	    (st = scheme_draft_replace(&message, &line, ctx, &draft, draft.version, document,
		 arena_printf(ctx->arena, "edition %d", edition.number))) != OK)
		return (st);
	notice_set(ctx,
	    tr_printf(ctx->arena, ctx->lang,
		"Utkastet sier det samme som utgave %d. Se over endringene og foreslå publisering.", edition.number));
	return (redirect(ctx, "/ordningsarbeid/%" PRId64 "/foresla", id));
}
