/* statement_give_page.c — what somebody who is asked for a statement sees: no login, no menu of the case, one task. */
#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "flow/statement_flow.h"
#include "gen/html_statement_give.h"
#include "web/form_view.h"
#include "web/message_view.h"
#include "web/page_state.h"

/* What stands in the form, and what is wrong with it. */
struct give_form {
	struct statement_given given;
	const struct messages *messages;
};

static struct html_part_error_summary
summary_of(struct ctx *ctx, const struct give_form *form)
{
	static const struct message_field fields[] = { { "words", "tekst" }, { "file", "fil" },
		{ "confirmed", "min" } };

	return (message_summary(ctx, form->messages, fields, sizeof(fields) / sizeof(fields[0])));
}

/* Who asks, for what, and what they chose to show. */
static struct html_part_facts
facts_of(struct ctx *ctx, const struct statement_invitation *invitation)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, invitation->n_shown + 4, sizeof(*rows));
	size_t n = 0;

	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Søker"),
		.value = orgnr_name(ctx->arena, invitation->organisation, invitation->orgnr) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Ordning"),
		.value = lang_pick(&invitation->scheme->title, ctx->lang),
		.url = arena_printf(ctx->arena, "/ordninger/%s", invitation->scheme->id) };
	if (*invitation->title != '\0')
		rows[n++] =
		    (struct html_part_facts_rows){ .term = tr(ctx->lang, "Tiltak"), .value = invitation->title };
	for (size_t i = 0; i < invitation->n_shown; i++)
		rows[n++] = (struct html_part_facts_rows){ .term = invitation->shown_names[i],
			.value = invitation->shown_values[i] };
	return ((struct html_part_facts){ .rows = rows, .n_rows = n });
}

static void
fields_fill(struct html_statement_give *view, struct ctx *ctx, const struct statement_invitation *invitation,
    const struct give_form *form)
{
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "tekst",
		.name = "tekst",
		.label = tr(ctx->lang, "Uttalelsen din"),
		.help = tr(ctx->lang, "Skriv her, legg ved en fil, eller gjør begge deler."),
		.rows = "12",
		.limit = money_count(ctx->arena, STATEMENT_WORDS_MAX),
		.value = form->given.words,
		.error = message_text(form->messages, "words") };
	view->part_field_attachment = (struct html_part_field_attachment){ .id = "fil",
		.name = "fil",
		.label = tr(ctx->lang, "Fil"),
		.help = arena_printf(ctx->arena, "%s, %d MB",
		    attachment_kinds_text(ctx->arena, invitation->field->kinds, ctx->lang), invitation->field->max_mb),
		.optional = true,
		.accept = attachment_accept(ctx->arena, invitation->field),
		.error = message_text(form->messages, "file") };
	view->part_field_statement = (struct html_part_field_statement){ .id = "min",
		.name = "min",
		.label = tr_printf(ctx->arena, ctx->lang,
		    "Jeg er %s, eller svarer på vegne av dem, og uttalelsen er min.", invitation->name),
		.checked = form->given.confirmed,
		.error = message_text(form->messages, "confirmed") };
}

static enum status
give_render(struct ctx *ctx, int http, const struct statement_invitation *invitation, const struct give_form *form)
{
	struct html_statement_give view = { .path = page_path(ctx), .gone = invitation == NULL };
	const char *title = tr(ctx->lang, "Gi en uttalelse");

	page_public_form(ctx);
	if (invitation == NULL)
		return (
		    page_render(ctx, http, tr(ctx->lang, "Lenken virker ikke lenger"), HTML(statement_give), &view));
	view.given = invitation->given;
	view.declined = invitation->declined;
	view.open = !view.given && !view.declined;
	if (view.open) {
		view.asker = invitation->asker;
		view.organisation = invitation->organisation;
		view.name = invitation->name;
		view.message = invitation->message;
		view.question = lang_pick(&invitation->field->label, ctx->lang);
		view.help = lang_pick(&invitation->field->ask, ctx->lang);
		view.readable = invitation->readable;
		view.last_day = date_long(ctx->arena, instant_day(invitation->expires_at - 1), ctx->lang);
		view.part_error_summary = summary_of(ctx, form);
		view.part_facts = facts_of(ctx, invitation);
		fields_fill(&view, ctx, invitation, form);
	}
	return (page_render(ctx, http, title, HTML(statement_give), &view));
}

/* Unless this browser has chosen another, the page is in the language the applicant chose for whoever is asked. */
static enum status
invitation_read(struct statement_invitation *out, struct ctx *ctx)
{
	enum status st = statement_open(out, ctx, path_text(ctx, "token"));

	if (st == OK)
		page_language_prefer(ctx, out->lang);
	return (st);
}

enum status
statement_give_show(struct ctx *ctx)
{
	const struct give_form empty = { .given = { .words = "" } };
	struct statement_invitation invitation;
	enum status st = invitation_read(&invitation, ctx);

	if (st == ERR_NOT_FOUND)
		return (give_render(ctx, 404, NULL, &empty));
	return (st == OK ? give_render(ctx, 200, &invitation, &empty) : st);
}

static void
given_read(struct statement_given *given, struct ctx *ctx)
{
	const struct form_file *file = form_file(ctx, "fil");

	*given = (struct statement_given){ .words = form_text(ctx, "tekst"),
		.confirmed = strcmp(form_text(ctx, "min"), "yes") == 0 };
	if (file == NULL || (*file->name == '\0' && file->len == 0))
		return;
	given->file_name = file->name;
	given->bytes = file->bytes == NULL ? (const void *)"" : file->bytes;
	given->len = file->len;
}

enum status
statement_give_post(struct ctx *ctx)
{
	const char *token = path_text(ctx, "token"), *url = web_process()->site.url;
	struct statement_invitation invitation;
	struct give_form form = { .messages = NULL };
	struct messages messages = messages_new(ctx->arena);
	enum status st;

	given_read(&form.given, ctx);
	if ((st = invitation_read(&invitation, ctx)) == OK && !invitation.given && !invitation.declined)
		st = form_has(ctx, "nei") ? statement_decline(ctx, &invitation, token, url)
					  : statement_give(&messages, ctx, &invitation, token, &form.given, url);
	if (st == ERR_INVALID) {
		form.messages = &messages;
		return (give_render(ctx, 422, &invitation, &form));
	}
	if (st == ERR_NOT_FOUND)
		return (give_render(ctx, 404, NULL, &form));
	if (st != OK)
		return (st);
	return (redirect(ctx, "%s", page_path(ctx)));
}
