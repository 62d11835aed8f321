/* scheme_proposal_page.c — a proposal as the one who approves reads it: what changes, for whom, and why. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "gen/html_part_field_long_text.h"
#include "gen/html_scheme_proposal.h"
#include "scheme/scheme_compile.h"
#include "web/page.h"
#include "web/scheme_change_view.h"
#include "web/scheme_work.h"

static const char *
state_words(struct ctx *ctx, const char *state)
{
	static const struct {
		const char *state, *words;
	} all[] = { { "waiting", T("Venter på godkjenning") }, { "approved", T("Godkjent og publisert") },
		{ "refused", T("Sendt tilbake") }, { "withdrawn", T("Trukket") } };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].state, state) == 0)
			return (tr(ctx->lang, all[i].words));
	return (state);
}

static void
add_facts(struct html_scheme_proposal *view, struct ctx *ctx, const struct scheme_proposal *proposal)
{
	struct html_scheme_proposal_facts *facts = arena_array(ctx->arena, 6, sizeof(*facts));
	size_t n = 0;

	facts[n++] = (struct html_scheme_proposal_facts){ tr(ctx->lang, "Status"), state_words(ctx, proposal->state) };
	facts[n++] = (struct html_scheme_proposal_facts){ tr(ctx->lang, "Foreslått"),
		arena_printf(ctx->arena, "%s, %s", instant_long(ctx->arena, proposal->proposed_at, ctx->lang),
		    proposal->proposed_by) };
	facts[n++] = (struct html_scheme_proposal_facts){ tr(ctx->lang, "Hvorfor"), proposal->why };
	if (proposal->restores > 0)
		facts[n++] = (struct html_scheme_proposal_facts){ tr(ctx->lang, "Henter tilbake"),
			tr_printf(ctx->arena, ctx->lang, "utgave %d", proposal->restores) };
	if (proposal->decided_at != 0)
		facts[n++] = (struct html_scheme_proposal_facts){ tr(ctx->lang, "Avgjort"),
			arena_printf(ctx->arena, "%s, %s", instant_long(ctx->arena, proposal->decided_at, ctx->lang),
			    proposal->decided_by) };
	if (!text_blank(proposal->remark))
		facts[n++] = (struct html_scheme_proposal_facts){ tr(ctx->lang, "Merknad"), proposal->remark };
	view->facts = facts;
	view->n_facts = n;
}

/* What happens when it is approved, before the button. */
static const char *
effect_of(struct ctx *ctx, const struct scheme_proposal *proposal, const struct scheme_change_view *changes)
{
	if (proposal->calls)
		return (tr(ctx->lang, "Utlysningene gjelder med én gang og vises for alle. En ny utlysning tar imot "
				      "søknader fra den dagen den åpner."));
	if (changes->is_new)
		return (
		    tr(ctx->lang, "Ordningen blir synlig for alle. Søkere kan ikke søke før en utlysning er åpen."));
	if (!proposal->open_calls)
		return (tr(ctx->lang, "Endringene gjelder fra neste utlysning. De som søker nå, merker ingenting."));
	return (tr_printf(ctx->arena, ctx->lang,
	    "Endringene gjelder med én gang i %s utlysninger, og %s utkast tar dem over. Sendte søknader beholder sin "
	    "utgave.",
	    money_count(ctx->arena, changes->reach.open_calls + changes->reach.coming_calls),
	    money_count(ctx->arena, changes->reach.drafts)));
}

static void
add_deciding(struct html_scheme_proposal *view, struct ctx *ctx, const struct scheme_proposal *proposal)
{
	bool own = proposal->proposed_by_id == ctx->user_id,
	     decides = ctx->role == ROLE_LEADER || ctx->role == ROLE_ADMIN;

	view->waiting = strcmp(proposal->state, "waiting") == 0;
	view->yours = own;
	view->may_decide = !own && decides;
	view->others = !own && !decides;
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "merknad",
		.name = "merknad",
		.label = tr(ctx->lang, "Merknad"),
		.help = tr(ctx->lang, "Må fylles ut når forslaget sendes tilbake: si hva som må endres."),
		.optional = true,
		.rows = "3",
		.value = form_text(ctx, "merknad") };
}

/* What it changes, and the name of what is changed. A proposal that others' changes have made wrong is told by
 * approving. */
static enum status
changes_load(
    struct scheme_change_view *out, const char **title, struct ctx *ctx, const struct scheme_proposal *proposal)
{
	const struct scheme_checked *checked;
	enum status st;

	*out = (struct scheme_change_view){ .is_new = !proposal->calls && *proposal->base_hash == '\0' };
	*title = lang_pick(&proposal->title, ctx->lang);
	if (proposal->calls) {
		*title = tr_printf(ctx->arena, ctx->lang, "Utlysninger: %s", *title);
		/* Once decided, what was changed stands in the history of the calls. */
		if (strcmp(proposal->state, "waiting") != 0)
			return (OK);
		if ((st = calls_check(
			 &checked, ctx, proposal->scheme_id, proposal->document, strlen(proposal->document))) != OK ||
		    checked->plans == NULL)
			return (st);
		return (calls_change_view_load(out, ctx, proposal->scheme_id, checked->plans));
	}
	scheme_check_draft(&checked, ctx, proposal->document, strlen(proposal->document));
	if (checked->scheme == NULL)
		return (OK);
	*title = lang_pick(&checked->scheme->title, ctx->lang);
	return (scheme_change_view_load(out, ctx, proposal->base_hash, checked->scheme, proposal->document));
}

static enum status
proposal_render(struct ctx *ctx, const struct scheme_proposal *proposal, const char *message, int http)
{
	struct html_scheme_proposal view = { .action = page_path(ctx), .message = message };
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 1, sizeof(*links));
	struct scheme_change_view changes;
	enum status st;

	if ((st = changes_load(&changes, &view.title, ctx, proposal)) != OK)
		return (st);
	links[0] = (struct html_part_breadcrumbs_links){ "/ordningsarbeid", tr(ctx->lang, "Arbeid med ordninger") };
	view.part_breadcrumbs = (struct html_part_breadcrumbs){ .links = links,
		.n_links = 1,
		.current = tr_printf(ctx->arena, ctx->lang, "Forslag: %s", view.title),
		.back_url = links[0].url,
		.back_text = links[0].text };
	view.part_scheme_effects = changes.part;
	view.effects = !proposal->calls || strcmp(proposal->state, "waiting") == 0;
	view.assessed = !proposal->calls;
	if (proposal->draft_id != 0)
		view.draft_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, proposal->draft_id);
	add_facts(&view, ctx, proposal);
	add_deciding(&view, ctx, proposal);
	view.effect = effect_of(ctx, proposal, &changes);
	return (page_render(
	    ctx, http, tr_printf(ctx->arena, ctx->lang, "Forslag: %s", view.title), HTML(scheme_proposal), &view));
}

static enum status
proposal_at_path(struct scheme_proposal *out, struct ctx *ctx)
{
	enum status st;
	int64_t id;

	if ((st = path_id(&id, ctx, "proposal")) != OK)
		return (st);
	return (scheme_proposal_get(out, ctx, id));
}

enum status
scheme_proposal_show(struct ctx *ctx)
{
	struct scheme_proposal proposal;
	enum status st;

	if ((st = proposal_at_path(&proposal, ctx)) != OK)
		return (st);
	return (proposal_render(ctx, &proposal, NULL, 200));
}

static enum status
decide(const char **notice, const char **message, struct ctx *ctx, const struct scheme_proposal *proposal)
{
	const char *answer = form_text(ctx, "svar"), *remark = form_text(ctx, "merknad");
	enum status st;
	int number = 0;

	if (strcmp(answer, "trekk") == 0) {
		*notice = tr(ctx->lang, "Forslaget er trukket. Utkastet kan endres igjen.");
		return (scheme_withdraw(message, ctx, proposal->id));
	}
	if (strcmp(answer, "avvis") == 0) {
		*notice = tr(ctx->lang, "Forslaget er sendt tilbake. Utkastet kan endres igjen.");
		return (scheme_refuse(message, ctx, proposal->id, remark));
	}
	if (strcmp(answer, "godkjenn") != 0)
		return (ERR_INVALID);
	st = scheme_approve(&number, message, ctx, proposal->id, remark);
	*notice = proposal->calls ? tr(ctx->lang, "Utlysningene er publisert.")
				  : tr_printf(ctx->arena, ctx->lang, "Publisert som utgave %d.", number);
	return (st);
}

enum status
scheme_proposal_post(struct ctx *ctx)
{
	struct scheme_proposal proposal;
	const char *message = NULL, *notice = "";
	enum status st;

	if ((st = proposal_at_path(&proposal, ctx)) != OK)
		return (st);
	if ((st = decide(&notice, &message, ctx, &proposal)) != OK && message != NULL)
		return (proposal_render(ctx, &proposal, message, 422));
	if (st != OK)
		return (st);
	notice_set(ctx, notice);
	if (strcmp(form_text(ctx, "svar"), "godkjenn") == 0)
		return (redirect(
		    ctx, "/ordningsarbeid/ordning/%s%s", proposal.scheme_id, proposal.calls ? "#utlysninger" : ""));
	return (proposal.draft_id == 0 ? redirect(ctx, "/ordningsarbeid")
				       : redirect(ctx, "/ordningsarbeid/%" PRId64, proposal.draft_id));
}
