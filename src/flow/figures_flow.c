/* figures_flow.c — from rules to rows beside the application. */
#include "flow/figures_flow.h"

#include "db/db.h"

enum status
figures_keep(struct ctx *ctx, const struct application *application, const struct answers *answers,
    const struct application_facts *facts)
{
	const char **names, **values;
	struct kept_figures figures;
	struct kept_figure *rows;
	struct rule_view view;
	enum status st;
	size_t n;

	rule_view_init(&view, ctx->arena, application->scheme, answers, facts);
	kept_figures_of(&figures, &view);
	n = kept_figures_rows(&rows, ctx->arena, application->scheme, &figures);
	names = arena_array(ctx->arena, n, sizeof(*names));
	values = arena_array(ctx->arena, n, sizeof(*values));
	for (size_t i = 0; i < n; i++) {
		names[i] = rows[i].name;
		values[i] = rows[i].value;
	}
	if ((st = db_exec(ctx, "application_figures_clear", PARAMS(INT(application->id)))) != OK)
		return (st);
	return (
	    db_exec(ctx, "application_figures_add", PARAMS(INT(application->id), TEXTS(names, n), TEXTS(values, n))));
}
