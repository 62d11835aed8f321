/* scheme_draft_page.c — a draft as a list of what is done, what is missing and what must be put right. */
#include <string.h>

#include "core/catalogue.h"
#include "gen/html_scheme_draft.h"
#include "web/calls_view.h"
#include "web/page.h"
#include "web/scheme_work.h"

static size_t
count_part(size_t *missing, struct arena *arena, const struct scheme_checked *checked, const struct scheme_part *part)
{
	size_t n = 0, of_missing;
	const char *path;

	*missing = 0;
	for (size_t i = 0; (path = scheme_part_path(arena, part, i)) != NULL; i++) {
		n += scheme_checked_inside(&of_missing, checked, path);
		*missing += of_missing;
	}
	return (n);
}

#define FIRST_PARTS 3 /* texts, sums and questions */

static const char *
count_text(struct ctx *ctx, size_t n, size_t missing)
{
	if (n == 0)
		return (NULL);
	if (n == missing)
		return (arena_printf(ctx->arena, tr_plural(ctx->lang, "%s ting mangler", "%s ting mangler", (int64_t)n),
		    money_count(ctx->arena, (int64_t)n)));
	return (arena_printf(ctx->arena, tr_plural(ctx->lang, "%s ting må rettes", "%s ting må rettes", (int64_t)n),
	    money_count(ctx->arena, (int64_t)n)));
}

static void
add_tasks(struct html_scheme_draft *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked)
{
	struct html_part_task_list_tasks *tasks = arena_array(ctx->arena, 16, sizeof(*tasks));
	const struct scheme_part *part;
	size_t n_tasks = 0;

	for (size_t i = 0; i < 15 && (part = scheme_part_at(draft, i)) != NULL; i++) {
		size_t missing, n = count_part(&missing, ctx->arena, checked, part);

		/* The calls are a document of their own; they come with what is changed most. */
		if (i == FIRST_PARTS && view->scheme_url != NULL)
			tasks[n_tasks++] = (struct html_part_task_list_tasks){ .id = "del-utlysninger",
				.url = arena_printf(ctx->arena, "%s#utlysninger", view->scheme_url),
				.title = tr(ctx->lang, "Utlysninger og frister"),
				.hint = tr(ctx->lang, "Når det kan søkes, og hvor mye penger det er.") };
		tasks[n_tasks++] =
		    (struct html_part_task_list_tasks){ .id = arena_printf(ctx->arena, "del-%s", part->slug),
			    .url = arena_printf(ctx->arena, "%s/del/%s", view->url, part->slug),
			    .title = tr(ctx->lang, part->title),
			    .hint = n == 0 ? tr(ctx->lang, part->lead) : count_text(ctx, n, missing),
			    .done = n == 0,
			    .started = n > 0 && n == missing,
			    .wrong = n > missing };
	}
	view->part_task_list = (struct html_part_task_list){ .tasks = tasks, .n_tasks = n_tasks };
}

static void
add_problems(struct html_scheme_draft *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked)
{
	struct html_scheme_draft_problems *problems = arena_array(ctx->arena, checked->n + 1, sizeof(*problems));

	for (size_t i = 0; i < checked->n; i++)
		problems[i] =
		    (struct html_scheme_draft_problems){ .url = scheme_work_place(ctx, draft, &checked->messages[i]),
			    .part = tr(ctx->lang, scheme_part_of(draft, checked->messages[i].path)->title),
			    .text = checked->messages[i].text };
	view->problems = problems;
	view->n_problems = checked->n;
	view->n_wrong = (int64_t)checked->n;
}

static void
add_facts(struct html_scheme_draft *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked)
{
	struct html_scheme_draft_facts *facts = arena_array(ctx->arena, 5, sizeof(*facts));
	size_t n = 0;

	facts[n++] = (struct html_scheme_draft_facts){ tr(ctx->lang, "Status"),
		draft->proposed ? tr(ctx->lang, "Foreslått publisert")
		: draft->open   ? tr(ctx->lang, "Utkast")
				: tr(ctx->lang, "Avsluttet") };
	facts[n++] = (struct html_scheme_draft_facts){ tr(ctx->lang, "Sist endret"),
		arena_printf(ctx->arena, "%s, %s", instant_short(ctx->arena, draft->changed_at), draft->changed_by) };
	if (!draft->calls)
		facts[n++] = (struct html_scheme_draft_facts){ tr(ctx->lang, "Publisert fra før"),
			draft->published ? tr(ctx->lang, "Ja") : tr(ctx->lang, "Nei") };
	if (checked->scheme != NULL)
		facts[n++] = (struct html_scheme_draft_facts){ tr(ctx->lang, "Prøver"),
			arena_printf(ctx->arena,
			    tr_plural(ctx->lang, "%s prøve, går som den skal", "%s prøver, alle går som de skal",
				(int64_t)checked->n_tests),
			    money_count(ctx->arena, (int64_t)checked->n_tests)) };
	view->facts = facts;
	view->n_facts = n;
}

enum status
scheme_draft_show(struct ctx *ctx)
{
	const struct scheme_checked *checked;
	struct scheme_draft draft;
	struct html_scheme_draft view = { 0 };
	enum status st;

	if ((st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	if ((st = draft_check(&checked, ctx, &draft, draft.document, draft.len)) != OK)
		return (st);
	view.url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, draft.id);
	view.title = scheme_work_title(ctx, &draft);
	view.part_breadcrumbs = scheme_work_crumbs(ctx, &draft, NULL, NULL, NULL);
	view.locked = scheme_work_locked(ctx, &draft);
	view.scheme_id = draft.scheme_id;
	if (draft.published)
		view.scheme_url = arena_printf(ctx->arena, "/ordningsarbeid/ordning/%s", draft.scheme_id);
	if (draft.proposal_id != 0)
		view.proposal_url = arena_printf(ctx->arena, "/ordningsarbeid/forslag/%" PRId64, draft.proposal_id);
	view.open = draft.open;
	view.calls = draft.calls;
	if (draft.calls)
		calls_view_tasks(&view, ctx, &draft, checked);
	else
		add_tasks(&view, ctx, &draft, checked);
	add_problems(&view, ctx, &draft, checked);
	add_facts(&view, ctx, &draft, checked);
	return (page_render(ctx, 200, view.title, HTML(scheme_draft), &view));
}
