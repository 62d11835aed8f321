/* calls_preview.c — a draft of calls as applicants will read of each. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/call_diff.h"
#include "domain/criteria_words.h"
#include "gen/html_calls_preview.h"
#include "web/calls_view.h"
#include "web/page.h"
#include "web/scheme_call.h"

static const char *
earmarks_text(struct ctx *ctx, const struct call *call, const struct scheme *owner)
{
	struct buf out = buf_new(ctx->arena);

	for (size_t i = 0; owner != NULL && i < owner->sharing.n_earmarks; i++) {
		const char *text = earmark_text(ctx->arena, &owner->sharing.earmarks[i], call->earmarks, ctx->lang);

		if (*text != '\0')
			buf_printf(&out, "%s%s", out.len == 0 ? "" : "; ", text);
	}
	return (buf_text(&out));
}

static struct html_calls_preview_calls_facts *
facts_of(size_t *n, struct ctx *ctx, const struct call *call, const struct scheme *owner)
{
	static const struct catalogue_scheme alone = { .n_partners = 0 };
	const struct {
		const char *term, *value;
	} all[] = { { T("Frist"), call_deadline_fact(ctx->arena, call, ctx->lang) },
		{ T("Ramme"), scheme_call_frame(ctx, call, &alone) },
		{ T("Øremerket"), earmarks_text(ctx, call, owner) },
		{ T("Når tiltakene foregår"), scheme_call_covers(ctx, call) },
		{ T("Kontaktperson"), arena_printf(ctx->arena, "%s, %s, %s", call->contact_name, call->contact_phone,
					  call->contact_email) } };
	struct html_calls_preview_calls_facts *facts =
	    arena_array(ctx->arena, sizeof(all) / sizeof(all[0]), sizeof(*facts));

	*n = 0;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (!text_blank(all[i].value))
			facts[(*n)++] =
			    (struct html_calls_preview_calls_facts){ tr(ctx->lang, all[i].term), all[i].value };
	return (facts);
}

/* What the scheme's page says, with this call alone in it. */
static struct html_calls_preview_calls
call_told(struct ctx *ctx, const char *scheme_id, const struct call_plan *plan, const struct scheme *owner)
{
	const struct scheme scheme = { .id = scheme_id };
	struct call call = call_of_plan(plan);
	struct catalogue_scheme found = {
		.scheme = &scheme, .calls = &call, .n_calls = 1, .notes = call_plan_notes(plan)
	};
	struct html_scheme_show page = { 0 };
	struct html_calls_preview_calls out;
	struct html_calls_preview_calls_was *was;
	struct html_calls_preview_calls_notes *notes;

	scheme_call_now(&page, ctx, &found);
	was = arena_array(ctx->arena, page.n_was + 1, sizeof(*was));
	notes = arena_array(ctx->arena, page.n_notes + 1, sizeof(*notes));
	for (size_t i = 0; i < page.n_was; i++)
		was[i] = (struct html_calls_preview_calls_was){ page.was[i].deadline, page.was[i].why };
	for (size_t i = 0; i < page.n_notes; i++)
		notes[i].text = page.notes[i].text;
	out = (struct html_calls_preview_calls){ .name = call_name(ctx->arena, &call, ctx->lang),
		.now = page.now,
		.when = page.when,
		.left = page.left,
		.was = was,
		.n_was = page.n_was,
		.notes = notes,
		.n_notes = page.n_notes,
		.advice = page.advice };
	out.facts = facts_of(&out.n_facts, ctx, &call, owner);
	return (out);
}

enum status
calls_preview(struct ctx *ctx, const struct scheme_draft *draft)
{
	struct html_calls_preview view = { .title = scheme_work_title(ctx, draft) };
	struct html_calls_preview_calls *calls;
	const struct scheme_checked *checked;
	const char *current = tr(ctx->lang, "Se som søker");
	enum status st;

	if ((st = draft_check(&checked, ctx, draft, draft->document, draft->len)) != OK)
		return (st);
	if (checked->plans == NULL) {
		notice_set(ctx, tr(ctx->lang, "Forhåndsvisningen kommer når det som mangler, er på plass."));
		return (redirect(ctx, "/ordningsarbeid/%" PRId64, draft->id));
	}
	calls = arena_array(ctx->arena, checked->plans->n_calls, sizeof(*calls));
	for (size_t i = 0; i < checked->plans->n_calls; i++)
		calls[i] = call_told(ctx, draft->scheme_id, &checked->plans->calls[i], checked->owner);
	view.calls = calls;
	view.n_calls = checked->plans->n_calls;
	view.part_breadcrumbs = scheme_work_crumbs(ctx, draft, NULL, NULL, current);
	return (
	    page_render(ctx, 200, arena_printf(ctx->arena, "%s: %s", current, view.title), HTML(calls_preview), &view));
}
