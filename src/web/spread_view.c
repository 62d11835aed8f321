/* spread_view.c — one table a criterion that is judged across applications. */
#include "web/spread_view.h"

#include <string.h>

#include "core/catalogue.h"

/* What the criterion spreads over: "Kommune". */
static const char *
spread_over(const struct scheme *scheme, const char *spread, enum lang lang)
{
	const struct scheme_field *field = spread == NULL ? NULL : scheme_field(scheme, spread);

	if (field != NULL)
		return (lang_pick(&field->label, lang));
	if (spread != NULL && strcmp(spread, SPREAD_APPLICANT) == 0)
		return (tr(lang, "Slags søker"));
	return (tr(lang, "Kommune"));
}

static void
table_fill(
    struct html_recommendation_spreads *out, struct ctx *ctx, const struct scheme *scheme, const struct spread *spread)
{
	const struct scheme_criterion *criterion = spread->criterion;
	struct html_recommendation_spreads_values *values = arena_array(ctx->arena, spread->n_rows, sizeof(*values));

	for (size_t i = 0; i < spread->n_rows; i++)
		values[i] = (struct html_recommendation_spreads_values){ .value = spread->rows[i].name,
			.applications = money_count(ctx->arena, (int64_t)spread->rows[i].n_applications),
			.granted = money_count(ctx->arena, (int64_t)spread->rows[i].n_proposed),
			.sum = money_show(ctx->arena, spread->rows[i].proposed) };
	*out = (struct html_recommendation_spreads){ .name = lang_pick(&criterion->name, ctx->lang),
		.over = spread_over(scheme, criterion->spread, ctx->lang),
		.description = lang_pick(&criterion->description, ctx->lang),
		.values = values,
		.n_values = spread->n_rows };
}

void
spread_view(struct html_recommendation *view, struct ctx *ctx, const struct scheme *scheme,
    const struct spread *spreads, size_t n)
{
	struct html_recommendation_spreads *tables = arena_array(ctx->arena, n, sizeof(*tables));

	for (size_t i = 0; i < n; i++)
		table_fill(&tables[i], ctx, scheme, &spreads[i]);
	view->spreads = tables;
	view->n_spreads = n;
}
