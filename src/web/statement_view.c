/* statement_view.c — one entry for each who is asked for a statement. */
#include "web/statement_view.h"

#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "web/application_page.h"

static const struct {
	const char *text;
	enum case_tone tone;
} states[] = {
	[STATEMENT_WAITING] = { T("Venter på svar"), TONE_WAITING },
	[STATEMENT_EXPIRED] = { T("Lenken er utløpt"), TONE_ATTENTION },
	[STATEMENT_REVOKED] = { T("Trukket tilbake"), TONE_NEUTRAL },
	[STATEMENT_DECLINED] = { T("Har sagt nei"), TONE_ATTENTION },
	[STATEMENT_GIVEN] = { T("Kommet"), TONE_DONE_WELL },
};

static const char *
when_text(const struct ctx *ctx, const struct statement_request *request, enum statement_state state)
{
	struct arena *arena = ctx->arena;
	enum lang lang = ctx->lang;
	const char *sent = date_long(arena, instant_day(request->sent_at), lang);

	switch (state) {
	case STATEMENT_GIVEN:
		return (tr_printf(arena, lang, "Kom %s.", instant_long(arena, request->answered_at, lang)));
	case STATEMENT_DECLINED:
		return (tr_printf(arena, lang, "Svarte %s.", instant_long(arena, request->declined_at, lang)));
	case STATEMENT_REVOKED:
		return (tr_printf(arena, lang, "Trukket tilbake %s.", instant_long(arena, request->revoked_at, lang)));
	default:
		return (tr_printf(arena, lang, "Lenken ble sendt %s og virker til og med %s.", sent,
		    date_long(arena, instant_day(request->expires_at - 1), lang)));
	}
}

/* What was attached besides the words. */
static void
files_fill(struct html_part_statements_requests *out, const struct application_view *view,
    const struct statement_request *request)
{
	struct html_part_statements_requests_files *files =
	    arena_array(view->ctx->arena, view->n_files, sizeof(*files));

	for (size_t i = 0; i < view->n_files; i++) {
		const struct application_file *file = &view->files[i];

		if (file->request_id == request->id && file->id != 0 && file->id != request->words_id)
			files[out->n_files++] =
			    (struct html_part_statements_requests_files){ .url = file_url(view, file),
				    .file_name = file->file_name,
				    .size = file_about(view, file) };
	}
	out->files = files;
}

static struct html_part_statements_requests
request_view(const struct application_view *view, const struct statement_request *request, const char *action)
{
	const struct ctx *ctx = view->ctx;
	enum statement_state state = statement_state(request, ctx->now);
	struct html_part_statements_requests out = {
		.id = arena_printf(ctx->arena, "%" PRId64, request->id),
		.name = request->name,
		.email = request->email,
		.state = tr(ctx->lang, states[state].text),
		.color = tone_color(states[state].tone),
		.when = when_text(ctx, request, state),
		.words = request->words,
		.kept = state == STATEMENT_GIVEN && !request->readable && ctx->role == ROLE_APPLICANT,
	};

	files_fill(&out, view, request);
	if (state == STATEMENT_WAITING || state == STATEMENT_EXPIRED)
		out.action = action;
	return (out);
}

void
statements_fill(struct html_part_statements *out, const struct application_view *view, const struct scheme_field *field,
    const char *action)
{
	struct html_part_statements_requests *requests =
	    arena_array(view->ctx->arena, view->n_statements, sizeof(*requests));
	size_t n = 0;

	for (size_t i = 0; i < view->n_statements; i++)
		if (field == NULL || strcmp(view->statements[i].field, field->id) == 0)
			requests[n++] = request_view(view, &view->statements[i], action);
	*out = (struct html_part_statements){ .requests = requests, .n_requests = n };
}

char *
statement_ask_url(const struct application_view *view, const struct scheme_field *field)
{
	return (arena_printf(view->ctx->arena, "/soknader/%" PRId64 "/uttalelse/%s", view->application.id, field->id));
}

const char *
statements_waiting_text(const struct application_view *view, const struct scheme_field *field)
{
	const struct ctx *ctx = view->ctx;
	size_t n = statements_waiting(view->statements, view->n_statements, field->id, ctx->now);

	if (n == 0)
		return (NULL);
	return (tr_printf(ctx->arena, ctx->lang, "Svar vi venter på: %d.", (int)n));
}
