/* decision_declare.c — impartiality in all cases of a list at once, before anything in them is shown. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "flow/case_flow.h"
#include "gen/html_decision_declare.h"
#include "web/decision_sheet.h"
#include "web/message_view.h"
#include "web/page.h"

/* What a person answers in one case. */
struct declared {
	const char *value, *ground;
	enum impartiality what;
};

static struct declared
declared_of(struct ctx *ctx, int64_t id)
{
	struct declared answer = { .value = form_text(ctx, arena_printf(ctx->arena, "svar-%" PRId64, id)),
		.ground = form_text(ctx, arena_printf(ctx->arena, "habil-grunn-%" PRId64, id)) };

	answer.what = strcmp(answer.value, "habil") == 0     ? IMPARTIAL
		      : strcmp(answer.value, "inhabil") == 0 ? CONFLICT
							     : IMPARTIALITY_NONE;
	return (answer);
}

static bool
asked_in(const struct recommendation_row *row)
{
	return (!row->declared && !row->notified);
}

/* Enough to know whether one has a conflict, and no more: neither marks nor sums. */
static struct html_decision_declare_rows
row_view(struct ctx *ctx, const struct decision_sheet *sheet, const struct recommendation_row *row)
{
	struct declared answer = { .value = "", .ground = "" };

	if (sheet->messages != NULL)
		answer = declared_of(ctx, row->application_id);
	return ((struct html_decision_declare_rows){
	    .id = arena_printf(ctx->arena, "%" PRId64, row->application_id),
	    .number = row->number,
	    .organisation = row->organisation,
	    .orgnr = orgnr_show(ctx->arena, row->orgnr),
	    .title = row->title,
	    .municipality = row->municipality,
	    .impartial = answer.what == IMPARTIAL,
	    .conflict = answer.what == CONFLICT,
	    .error = message_text_of(ctx, sheet->messages, row->application_id, ".declared"),
	    .ground = answer.ground,
	    .ground_error = message_text_of(ctx, sheet->messages, row->application_id, ".ground"),
	});
}

enum status
decision_declare_show(struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct html_decision_declare_rows *rows = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*rows));
	struct html_decision_declare view = {
		.path = sheet->path,
		.body = sheet->body,
		.rows = rows,
		.part_breadcrumbs = decision_sheet_crumbs(ctx, sheet, tr(ctx->lang, "Habilitet")),
		.part_error_summary = decision_sheet_summary(ctx, sheet),
	};

	for (size_t i = 0; i < sheet->list.n_rows; i++)
		if (asked_in(&sheet->list.rows[i]))
			rows[view.n_rows++] = row_view(ctx, sheet, &sheet->list.rows[i]);
	view.count = (int64_t)view.n_rows;
	return (page_render(
	    ctx, sheet->messages == NULL ? 200 : 422, tr(ctx->lang, "Habilitet"), HTML(decision_declare), &view));
}

static void
check_answer(struct messages *messages, struct ctx *ctx, const struct recommendation_row *row)
{
	struct declared answer = declared_of(ctx, row->application_id);

	if (answer.what == IMPARTIALITY_NONE)
		messages_add_about(messages, MESSAGE_ERROR, "",
		    arena_printf(ctx->arena, "%" PRId64 ".declared", row->application_id), row->number,
		    tr(ctx->lang, "Velg om du er habil eller inhabil."));
	else if (answer.what == CONFLICT && text_blank(answer.ground))
		messages_add_about(messages, MESSAGE_ERROR, "",
		    arena_printf(ctx->arena, "%" PRId64 ".ground", row->application_id), row->number,
		    tr(ctx->lang, "Skriv kort hvorfor du er inhabil."));
}

enum status
decision_declare_take(struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct messages messages = messages_new(ctx->arena);
	struct decision_sheet again = *sheet;
	enum status st = OK;

	for (size_t i = 0; i < sheet->list.n_rows; i++)
		if (asked_in(&sheet->list.rows[i]))
			check_answer(&messages, ctx, &sheet->list.rows[i]);
	if (messages_have_errors(&messages)) {
		again.messages = &messages;
		return (decision_declare_show(ctx, &again));
	}
	for (size_t i = 0; st == OK && i < sheet->list.n_rows; i++) {
		const struct recommendation_row *row = &sheet->list.rows[i];
		struct declared answer = declared_of(ctx, row->application_id);

		if (asked_in(row))
			st = impartiality_declare(ctx, row->application_id, answer.what, answer.ground);
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Svarene dine om habilitet er lagret."));
	return (redirect(
	    ctx, "%s%s%s", sheet->path, sheet->body == NULL ? "" : "?organ=", sheet->body == NULL ? "" : sheet->body));
}
