/* assessment_page.c — the score sheet beside the application, saved and finished. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "flow/assessment_flow.h"
#include "flow/case_flow.h"
#include "gen/html_case_assessment.h"
#include "web/application_view.h"
#include "web/case_words.h"
#include "web/page.h"
#include "web/score_sheet.h"

static enum status
sheet_load(struct application_view *read, struct assessment *mine, struct ctx *ctx)
{
	enum status st;

	if ((st = application_view_at_path(read, ctx)) != OK)
		return (st);
	if (read->application.declared != IMPARTIAL)
		return (ERR_NOT_FOUND);
	return (assessment_mine(mine, ctx, &read->application));
}

static enum status
sheet_render(struct ctx *ctx, const struct application_view *read, const struct assessment *mine,
    const struct messages *messages)
{
	const struct application *application = &read->application;
	struct html_case_assessment view = {
		.id = arena_printf(ctx->arena, "%" PRId64, application->id),
		.number = application->number,
		.title = application->title,
		.part_breadcrumbs = case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%" PRId64, application->id),
		    application->number, tr(ctx->lang, "Vurdering")),
		.part_error_summary = score_sheet_summary(ctx, messages),
	};

	score_sheet_fill(&view.part_score_sheet, ctx, read, mine, messages);
	application_view_answers(&view.part_answers, read, NULL);
	return (page_render(ctx, messages != NULL ? 422 : 200,
	    tr_printf(ctx->arena, ctx->lang, "Vurdering av %s", application->number), HTML(case_assessment), &view));
}

enum status
assessment_show(struct ctx *ctx)
{
	struct application_view read;
	struct assessment mine;
	enum status st;

	if ((st = sheet_load(&read, &mine, ctx)) != OK)
		return (st);
	return (sheet_render(ctx, &read, &mine, NULL));
}

enum status
assessment_post(struct ctx *ctx)
{
	bool finish = strcmp(form_text(ctx, "handling"), "ferdig") == 0;
	struct application_view read;
	struct messages messages;
	struct assessment mine;
	enum status st;

	if ((st = sheet_load(&read, &mine, ctx)) != OK)
		return (st);
	score_sheet_posted(&mine, ctx);
	if ((st = assessment_save(&messages, ctx, &read.application, &mine, finish)) == ERR_INVALID)
		return (sheet_render(ctx, &read, &mine, &messages));
	if (st != OK)
		return (st);
	notice_set(ctx, finish ? tr(ctx->lang, "Vurderingen er ferdig.") : tr(ctx->lang, "Vurderingen er lagret."));
	return (finish ? redirect(ctx, "/saker/%" PRId64, read.application.id)
		       : redirect(ctx, "/saker/%" PRId64 "/vurdering", read.application.id));
}
