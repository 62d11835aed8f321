/* statement_ask_page.c — where an applicant asks somebody for a statement, and sees who is asked and what has come. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "flow/statement_flow.h"
#include "gen/html_statement_ask.h"
#include "web/application_page.h"
#include "web/message_view.h"
#include "web/page_state.h"
#include "web/statement_view.h"

struct ask_page {
	struct application_view view;
	const struct scheme_field *field;
	struct statement_asking asking; /* as it stands in the form */
	const struct messages *messages;
};

static enum status
ask_page_read(struct ask_page *out, struct ctx *ctx)
{
	enum status st;

	*out = (struct ask_page){ .messages = NULL };
	if ((st = application_view_at_path(&out->view, ctx)) != OK)
		return (st);
	out->field = scheme_field(out->view.application.scheme, path_text(ctx, "field"));
	out->asking = (struct statement_asking){ .field = out->field,
		.name = "",
		.email = "",
		.message = "",
		.show = "",
		.lang = out->view.application.lang };
	return (out->field != NULL && out->field->type == FIELD_THIRD_PARTY ? OK : ERR_NOT_FOUND);
}

/* Drafts take statements, and what is sent until it is decided when the scheme lets them come later. */
static bool
may_come(const struct ask_page *page)
{
	static const char *const states[] = { "submitted", "formal_check", "assessing", "assessed", "recommended" };
	const struct application_view *view = &page->view;
	bool undecided = view->is_draft;

	if (!field_relevant(view->application.scheme, page->field, view->answers, &view->facts))
		return (false);
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		undecided |= strcmp(view->application.state, states[i]) == 0;
	return (undecided && (view->is_draft || page->field->later.days > 0 || page->field->later.month > 0));
}

static size_t
room_left(const struct ask_page *page)
{
	const struct application_view *view = &page->view;
	size_t taken = attached_count(&view->facts, page->field->id) +
		       statements_waiting(view->statements, view->n_statements, page->field->id, view->ctx->now);

	return (taken >= (size_t)page->field->max_files ? 0 : (size_t)page->field->max_files - taken);
}

static struct html_part_error_summary
summary_of(const struct ask_page *page)
{
	static const struct message_field fields[] = { { "name", "navn" }, { "email", "epost" },
		{ "message", "melding" }, { "", "navn" } };

	return (message_summary(page->view.ctx, page->messages, fields, sizeof(fields) / sizeof(fields[0])));
}

static struct html_part_field_choice
language_field(const struct ask_page *page)
{
	static const char *const names[LANG__MAX] = { "Bokmål", "Nynorsk", "English" };
	struct ctx *ctx = page->view.ctx;
	struct html_part_field_choice_options *options = arena_array(ctx->arena, LANG__MAX, sizeof(*options));

	for (int i = 0; i < LANG__MAX; i++)
		options[i] = (struct html_part_field_choice_options){ .value = lang_code((enum lang)i),
			.label = names[i],
			.checked = page->asking.lang == (enum lang)i };
	return ((struct html_part_field_choice){ .id = "sprak",
	    .name = "sprak",
	    .label = tr(ctx->lang, "Språket den som blir spurt, leser"),
	    .options = options,
	    .n_options = LANG__MAX });
}

/* The answers that may be shown; none is ticked beforehand. */
static struct html_part_field_multi_choice
shows_field(const struct ask_page *page)
{
	struct ctx *ctx = page->view.ctx;
	size_t n;
	char **ids = text_split(ctx->arena, page->field->shows == NULL ? "" : page->field->shows, ' ', &n);
	struct html_part_field_multi_choice_options *options = arena_array(ctx->arena, n, sizeof(*options));
	struct html_part_field_multi_choice out = { .id = "vis",
		.name = "vis",
		.label = tr(ctx->lang, "Hva mer av søknaden skal den dere spør, få se?"),
		.help = tr(ctx->lang, "Svarene vises slik de er nå."),
		.optional = true,
		.options = options };

	for (size_t i = 0; i < n; i++) {
		const struct scheme_field *field = scheme_field(page->view.application.scheme, ids[i]);

		if (field != NULL &&
		    field_relevant(page->view.application.scheme, field, page->view.answers, &page->view.facts))
			options[out.n_options++] = (struct html_part_field_multi_choice_options){ .value = field->id,
				.label = lang_pick(&field->label, ctx->lang),
				.checked = text_lists(page->asking.show, field->id) };
	}
	return (out);
}

static void
fields_fill(struct html_statement_ask *view, const struct ask_page *page)
{
	struct ctx *ctx = page->view.ctx;

	view->name_field = (struct html_part_field_text){ .id = "navn",
		.name = "navn",
		.label = tr(ctx->lang, "Hvem spør dere?"),
		.help = tr(ctx->lang, "Navn på personen, eller på kommunen eller laget."),
		.size = "32",
		.autocomplete = "off",
		.value = page->asking.name,
		.error = message_text(page->messages, "name") };
	view->email_field = (struct html_part_field_text){ .id = "epost",
		.name = "epost",
		.label = tr(ctx->lang, "E-postadressen"),
		.type = "email",
		.size = "36",
		.autocomplete = "off",
		.value = page->asking.email,
		.error = message_text(page->messages, "email") };
	view->part_field_choice = language_field(page);
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "melding",
		.name = "melding",
		.label = tr(ctx->lang, "Melding fra dere"),
		.help = tr(ctx->lang, "Står på siden som lenken fører til, ikke i e-posten."),
		.optional = true,
		.rows = "4",
		.limit = money_count(ctx->arena, STATEMENT_MESSAGE_MAX),
		.value = page->asking.message,
		.error = message_text(page->messages, "message") };
	view->part_field_multi_choice = shows_field(page);
	view->shows = view->part_field_multi_choice.n_options > 0;
}

static enum status
ask_page_render(const struct ask_page *page, int http)
{
	struct ctx *ctx = page->view.ctx;
	const struct application *application = &page->view.application;
	const char *question = lang_pick(&page->field->label, ctx->lang);
	struct html_statement_ask view = { .question = question,
		.help = lang_pick(&page->field->help, ctx->lang),
		.action = page_path(ctx),
		.readable = !page->field->kept_from_applicant,
		.last_day = date_long(ctx->arena,
		    statement_last_day(page->field, page->view.facts.closes_at, instant_day(ctx->now)), ctx->lang),
		.back_url = arena_printf(ctx->arena, "/soknader/%" PRId64, application->id),
		.seen = tr_printf(ctx->arena, ctx->lang,
		    "Den dere spør, ser alltid: navnet ditt, %s, ordningen, hva tiltaket heter, og spørsmålet over.",
		    application->organisation.name),
		.part_breadcrumbs = application_crumbs(ctx, application, question),
		.part_error_summary = summary_of(page) };

	view.may_ask = may_come(page) && room_left(page) > 0;
	if (!view.may_ask)
		view.why_not = may_come(page)
				   ? tr(ctx->lang, "Dere har spurt så mange som det er plass til.")
				   : tr(ctx->lang, "Det kan ikke komme flere uttalelser til denne søknaden.");
	fields_fill(&view, page);
	statements_fill(&view.part_statements, &page->view, page->field, may_come(page) ? page_path(ctx) : NULL);
	if (page->view.is_draft)
		draft_band(ctx, application);
	else
		sent_band(ctx, application);
	return (page_render(ctx, http, question, HTML(statement_ask), &view));
}

enum status
statement_ask_show(struct ctx *ctx)
{
	struct ask_page page;
	enum status st = ask_page_read(&page, ctx);

	return (st == OK ? ask_page_render(&page, 200) : st);
}

static void
asking_read(struct statement_asking *asking, struct ctx *ctx)
{
	const char *const *shown;
	size_t n;

	asking->name = form_text(ctx, "navn");
	asking->email = form_text(ctx, "epost");
	asking->message = form_text(ctx, "melding");
	shown = form_list(ctx, "vis", &n);
	asking->show = text_join(ctx->arena, shown, n, NULL);
	if (!lang_parse(&asking->lang, form_text(ctx, "sprak")))
		asking->lang = ctx->lang;
}

static enum status
act(struct messages *messages, struct ask_page *page)
{
	struct ctx *ctx = page->view.ctx;
	const char *url = web_process()->site.url;
	int64_t id;

	if (form_has(ctx, "igjen"))
		return (form_id(&id, ctx, "igjen") != OK
			    ? ERR_NOT_FOUND
			    : statement_send_again(messages, ctx, &page->view.application, id, url));
	if (form_has(ctx, "trekk"))
		return (form_id(&id, ctx, "trekk") != OK ? ERR_NOT_FOUND
							 : statement_revoke(ctx, page->view.application.id, id));
	asking_read(&page->asking, ctx);
	return (statement_ask(messages, ctx, &page->view.application, page->view.answers, &page->view.facts,
	    &page->asking, room_left(page), crypto_token(ctx->arena), url));
}

enum status
statement_ask_post(struct ctx *ctx)
{
	struct messages messages = messages_new(ctx->arena);
	struct ask_page page;
	enum status st;

	if ((st = ask_page_read(&page, ctx)) != OK)
		return (st);
	if (!may_come(&page))
		return (ERR_CONFLICT);
	if ((st = act(&messages, &page)) == ERR_INVALID) {
		page.messages = &messages;
		return (ask_page_render(&page, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, form_has(ctx, "trekk") ? tr(ctx->lang, "Forespørselen er trukket tilbake.")
					       : tr(ctx->lang, "Lenken er sendt."));
	return (redirect(ctx, "%s", statement_ask_url(&page.view, page.field)));
}
