/* application_changes_page.c — what a new version of the scheme changes for a draft, and that its people have seen it.
 */
#include "core/catalogue.h"
#include "flow/draft_change_flow.h"
#include "web/application_page.h"
#include "web/page.h"

static struct html_part_scheme_changes_versions
version_tell(struct ctx *ctx, const struct draft_change *change)
{
	struct html_part_scheme_changes_versions_lines *lines = arena_array(ctx->arena, change->n, sizeof(*lines));

	for (size_t i = 0; i < change->n; i++)
		lines[i].text = change->list[i].text;
	return ((struct html_part_scheme_changes_versions){
	    .when = date_long(ctx->arena, instant_day(change->changed_at), ctx->lang),
	    .lines = lines,
	    .n_lines = change->n,
	    .confirmed = change->confirmed_at == 0
			     ? NULL
			     : tr_printf(ctx->arena, ctx->lang, "%s bekreftet endringene %s.", change->confirmed_by,
				   instant_long(ctx->arena, change->confirmed_at, ctx->lang)),
	});
}

enum status
application_changes_tell(
    struct html_part_scheme_changes *out, bool *changed, struct ctx *ctx, const struct application *application)
{
	struct html_part_scheme_changes_versions *versions;
	struct draft_change *list;
	enum status st;
	size_t n;

	*changed = false;
	if (application->n_changes == 0)
		return (OK);
	if ((st = draft_changes(&list, &n, ctx, application->id)) != OK)
		return (st);
	versions = arena_array(ctx->arena, n, sizeof(*versions));
	for (size_t i = 0; i < n; i++)
		versions[i] = version_tell(ctx, &list[i]);
	*changed = n > 0;
	*out = (struct html_part_scheme_changes){ .versions = versions,
		.n_versions = n,
		.color = application->n_unconfirmed > 0 ? "warning" : "info",
		.action = application->n_unconfirmed > 0
			      ? arena_printf(ctx->arena, "/soknader/%lld/endringer", (long long)application->id)
			      : NULL };
	return (OK);
}

enum status
application_changes_post(struct ctx *ctx)
{
	struct application application;
	int64_t id;
	enum status st;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_load(&application, ctx, id)) != OK ||
	    (st = draft_changes_confirm(ctx, &application)) != OK)
		return (st);
	return (redirect(ctx, "/soknader/%lld", (long long)id));
}
