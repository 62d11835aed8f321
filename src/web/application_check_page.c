/* application_check_page.c — checking the answers, and sending. */
#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "domain/answer_rows.h"
#include "flow/submission_flow.h"
#include "gen/html_application_check.h"
#include "web/application_page.h"
#include "web/application_view.h"
#include "web/page.h"

#define FROM_CHECK "?tilbake=kontroller"

/* Where the answer stands that a message is about; NULL for what is about the application as a whole. */
static const char *
message_url(const struct application_view *view, const struct message *message)
{
	const struct scheme *scheme = view->application.scheme;
	struct arena *arena = view->ctx->arena;
	struct answer_place place;
	const char *package = "";

	if (strcmp(message->path, APPLICATION_CHANGES) == 0)
		return ("#" APPLICATION_CHANGES);
	if (*message->section == '\0' || answer_path_field(scheme, message->path) == NULL)
		return (NULL);
	/* What stands in a work package has the package's own page. */
	if (answer_place(&place, scheme, message->path) && place.top->activities != NULL && place.row_len > 0) {
		const char *key = message->path + strlen(place.top->id) + 1;

		package = arena_printf(arena, "/pakke/%.*s", (int)strcspn(key, "."), key);
	}
	return (arena_printf(arena, "/soknader/%" PRId64 "/del/%s%s" FROM_CHECK "#" FIELD_ANCHOR "%s",
	    view->application.id, message->section, package, message->path));
}

static void
messages_fill(struct html_application_check *page, const struct application_view *view, const struct messages *messages)
{
	struct arena *arena = view->ctx->arena;
	struct html_application_check_errors *errors = arena_array(arena, messages->n, sizeof(*errors));
	struct html_application_check_warnings *warnings = arena_array(arena, messages->n, sizeof(*warnings));

	for (size_t i = 0; i < messages->n; i++) {
		const struct message *m = &messages->list[i];
		const char *url = message_url(view, m);

		if (m->kind == MESSAGE_ERROR)
			errors[page->n_errors++] =
			    (struct html_application_check_errors){ url == NULL ? page_path(view->ctx) : url,
				    message_about(arena, m), m->text };
		else
			warnings[page->n_warnings++] = (struct html_application_check_warnings){
				.about = message_about(arena, m), .text = m->text, .url = url
			};
	}
	page->errors = errors;
	page->warnings = warnings;
}

static void
applicant_facts(struct html_part_facts *out, const struct application_view *view)
{
	struct ctx *ctx = view->ctx;
	const struct application_organisation *o = &view->application.organisation;
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 4, sizeof(*rows));
	const char *address = *o->address != '\0' ? o->address : o->municipality;
	size_t n = 0;

	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Søker"), .value = o->name };
	if (*o->orgnr != '\0')
		rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Organisasjonsnummer"),
			.value = orgnr_show(ctx->arena, o->orgnr) };
	if (*address != '\0')
		rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Adresse"), .value = address };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Ordning"),
		.value = lang_pick(&view->application.scheme->title, ctx->lang) };
	*out = (struct html_part_facts){ .rows = rows, .n_rows = n };
}

static enum status
render(struct ctx *ctx, const struct application_view *view, bool conflict, int http)
{
	const struct application *application = &view->application;
	const struct application_view_options options = {
		.unanswered = true,
		.change_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/del/", application->id),
		.change_query = FROM_CHECK,
	};
	const char *title = tr(ctx->lang, "Kontroller svarene");
	struct html_application_check page = { .conflict = conflict };
	struct messages messages;
	enum status st;

	if ((st = application_check(&messages, ctx, application)) != OK ||
	    (st = application_changes_tell(&page.part_scheme_changes, &page.changed, ctx, application)) != OK)
		return (st);
	messages_fill(&page, view, &messages);
	applicant_facts(&page.part_facts, view);
	application_view_answers(&page.part_answers, view, &options);
	page.part_breadcrumbs = application_crumbs(ctx, application, title);
	page.action = arena_printf(ctx->arena, "/soknader/%" PRId64 "/send", application->id);
	page.version = arena_printf(ctx->arena, "%d", application->version);
	page.signer = ctx->user_name;
	page.organisation = application->organisation.name;
	page.may_sign = application->may_sign;
	page.ready = page.n_errors == 0;
	draft_band(ctx, application);
	return (page_render(ctx, http, title, HTML(application_check), &page));
}

enum status
application_check_show(struct ctx *ctx)
{
	struct application_view view;
	enum status st;

	if ((st = application_view_at_path(&view, ctx)) != OK)
		return (st);
	if (!view.is_draft)
		return (redirect(ctx, "/soknader/%" PRId64, view.application.id));
	return (render(ctx, &view, false, 200));
}

/* Sent already, in another tab or by somebody else, is what was wished for; changed meanwhile must be looked at first.
 */
static enum status
not_sent(struct ctx *ctx, int64_t id, enum status why)
{
	struct application_view view;
	enum status st;

	if ((st = application_view_load(&view, ctx, id)) != OK)
		return (st);
	if (!view.is_draft)
		return (redirect(ctx, "/soknader/%" PRId64 "/kvittering", id));
	return (render(ctx, &view, why == ERR_CONFLICT, why == ERR_CONFLICT ? 409 : 422));
}

enum status
application_submit_post(struct ctx *ctx)
{
	struct application application;
	struct messages messages;
	int64_t id;
	int version;
	enum status st;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_load(&application, ctx, id)) != OK ||
	    (st = form_int(&version, ctx, "version")) != OK)
		return (st);
	st = application_submit(&messages, ctx, &application, version);
	if (st == ERR_CONFLICT || st == ERR_INVALID)
		return (not_sent(ctx, id, st));
	if (st != OK)
		return (st);
	return (redirect(ctx, "/soknader/%" PRId64 "/kvittering", id));
}
