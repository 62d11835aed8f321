/* scheme_propose_page.c — looking over what a draft changes, and proposing that it be published. */
#include <string.h>

#include "core/catalogue.h"
#include "flow/calls_publish_flow.h"
#include "gen/html_part_field_choice.h"
#include "gen/html_scheme_propose.h"
#include "web/page.h"
#include "web/scheme_change_view.h"
#include "web/scheme_work.h"

/* The version in force: what the draft is held against; "" for a new scheme. */
static enum status
in_force(const char **out, struct ctx *ctx, const struct scheme_draft *draft)
{
	struct scheme_publication publication;
	enum status st;

	*out = "";
	if (!draft->published)
		return (OK);
	if ((st = scheme_version_find(&publication, ctx, draft->scheme_id, "")) != OK)
		return (st);
	*out = publication.version_hash;
	return (OK);
}

static void
add_problems(struct html_scheme_propose *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked)
{
	struct html_scheme_propose_problems *rows = arena_array(ctx->arena, checked->n + 1, sizeof(*rows));

	for (size_t i = 0; i < checked->n; i++)
		rows[i] =
		    (struct html_scheme_propose_problems){ .url = scheme_work_place(ctx, draft, &checked->messages[i]),
			    .part = tr(ctx->lang, scheme_part_of(draft, checked->messages[i].path)->title),
			    .text = checked->messages[i].text };
	view->problems = rows;
	view->n_problems = checked->n;
}

/* Calls that are open or coming: whether they take the new version over is the officer's choice. */
static void
add_calls(
    struct html_scheme_propose *view, struct ctx *ctx, const struct scheme_change_view *changes, const char *chosen)
{
	struct html_part_field_choice *choice = arena_alloc(ctx->arena, sizeof(*choice));
	struct html_part_field_choice_options *options = arena_array(ctx->arena, 2, sizeof(*options));
	int64_t calls = changes->reach.open_calls + changes->reach.coming_calls;

	if (calls == 0)
		return;
	options[0] = (struct html_part_field_choice_options){ .value = "senere",
		.label = tr(ctx->lang, "Fra neste utlysning"),
		.help = tr(ctx->lang, "De som søker nå, følger reglene de begynte med."),
		.checked = strcmp(chosen, "senere") == 0 };
	options[1] = (struct html_part_field_choice_options){ .value = "na",
		.label = tr(ctx->lang, "Også i utlysninger som er åpne eller kommer"),
		.help = changes->changes.stricter
			    ? tr(ctx->lang, "Noen har alt sendt søknad etter de gamle reglene. Strengere krav for "
					    "resten behandler søkerne ulikt.")
			    : tr(ctx->lang, "Utkast som er begynt, tar over endringene. Ingen svar går tapt."),
		.checked = strcmp(chosen, "na") == 0 };
	*choice = (struct html_part_field_choice){ .id = "gjelder",
		.name = "gjelder",
		.label = tr(ctx->lang, "Når skal endringene gjelde?"),
		.options = options,
		.n_options = 2 };
	view->calls = choice;
	view->n_calls = 1;
}

static enum status
add_effects(struct html_scheme_propose *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked)
{
	struct scheme_change_view changes;
	const char *base_hash;
	enum status st;

	if (draft->calls) {
		st = calls_change_view_load(&changes, ctx, draft->scheme_id, checked->plans);
	} else {
		if ((st = in_force(&base_hash, ctx, draft)) != OK)
			return (st);
		st = scheme_change_view_load(&changes, ctx, base_hash, checked->scheme, draft->document);
	}
	if (st != OK)
		return (st);
	view->part_scheme_effects = changes.part;
	if (!draft->calls)
		add_calls(view, ctx, &changes, form_has(ctx, "gjelder") ? form_text(ctx, "gjelder") : "senere");
	return (OK);
}

static enum status
propose_render(struct ctx *ctx, const struct scheme_draft *draft, const char *message, int http)
{
	struct html_scheme_propose view = { .action = page_path(ctx), .message = message };
	const struct scheme_checked *checked;
	enum status st;

	if ((st = draft_check(&checked, ctx, draft, draft->document, draft->len)) != OK)
		return (st);
	view.part_breadcrumbs =
	    scheme_work_crumbs(ctx, draft, NULL, NULL, tr(ctx->lang, "Se endringene og foreslå publisering"));
	view.back_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, draft->id);
	view.version = arena_printf(ctx->arena, "%d", draft->version);
	view.part_field_long_text = (struct html_part_field_long_text){ .id = "hvorfor",
		.name = "hvorfor",
		.label = draft->calls       ? tr(ctx->lang, "Hvorfor blir utlysningene endret?")
			 : draft->published ? tr(ctx->lang, "Hvorfor blir ordningen endret?")
					    : tr(ctx->lang, "Hvorfor lager dere ordningen?"),
		.help = tr(ctx->lang, "Står i historikken, for eksempel vedtaket endringen bygger på."),
		.rows = "3",
		.value = form_text(ctx, "hvorfor") };
	if (checked->n > 0)
		add_problems(&view, ctx, draft, checked);
	else if ((st = add_effects(&view, ctx, draft, checked)) != OK)
		return (st);
	return (
	    page_render(ctx, http, tr(ctx->lang, "Se endringene og foreslå publisering"), HTML(scheme_propose), &view));
}

enum status
scheme_propose_show(struct ctx *ctx)
{
	struct scheme_draft draft;
	enum status st;

	if ((st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	if (!draft.open)
		return (draft.proposal_id == 0 ? ERR_CONFLICT
					       : redirect(ctx, "/ordningsarbeid/forslag/%" PRId64, draft.proposal_id));
	return (propose_render(ctx, &draft, NULL, 200));
}

enum status
scheme_propose_post(struct ctx *ctx)
{
	struct scheme_draft draft;
	const char *message = NULL;
	enum status st;
	int64_t id;
	int seen;

	if ((st = form_int(&seen, ctx, "version")) != OK || (st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	if (!draft.open)
		return (ERR_CONFLICT);
	if (seen != draft.version)
		return (propose_render(ctx, &draft,
		    tr(ctx->lang, "Utkastet er endret siden du så på det. Se over endringene på nytt."), 422));
	st = draft.calls ? calls_propose(&id, &message, ctx, &draft, form_text(ctx, "hvorfor"))
			 : scheme_propose(&id, &message, ctx,
			       &(struct scheme_proposing){ .document = draft.document,
				   .why = form_text(ctx, "hvorfor"),
				   .draft_id = draft.id,
				   .open_calls = strcmp(form_text(ctx, "gjelder"), "na") == 0 });
	if (st != OK && message != NULL)
		return (propose_render(ctx, &draft, message, 422));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Forslaget er sendt til godkjenning."));
	return (redirect(ctx, "/ordningsarbeid/forslag/%" PRId64, id));
}
