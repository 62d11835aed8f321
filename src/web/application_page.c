/* application_page.c — one application: the task list of a draft, the state of a sent one, and throwing a draft away.
 */
#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "domain/deadline.h"
#include "domain/later_files.h"
#include "domain/scheme_words.h"
#include "flow/county.h"
#include "flow/draft_flow.h"
#include "flow/submission_flow.h"
#include "gen/html_application_case.h"
#include "gen/html_application_delete.h"
#include "gen/html_application_tasks.h"
#include "web/application_page.h"
#include "web/application_view.h"
#include "web/later_view.h"
#include "web/page.h"
#include "web/sent_letters_view.h"
#include "web/statement_view.h"

/* --- the task list ----------------------------------------------------------------------------------------------- */

/* Whether anything in the section is answered or attached. */
static bool
section_begun(const struct application_view *view, const struct scheme_section *section)
{
	if (section_answered(view->application.scheme, section, view->answers))
		return (true);
	for (size_t i = 0; i < view->n_files; i++)
		for (size_t f = 0; f < section->n_fields; f++)
			if (strcmp(view->files[i].field, section->fields[f].id) == 0)
				return (true);
	return (false);
}

static bool
section_has_errors(const struct messages *messages, const struct scheme_section *section)
{
	for (size_t i = 0; i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_ERROR && strcmp(messages->list[i].section, section->id) == 0)
			return (true);
	return (false);
}

/* Nothing in the section has to be answered. */
static bool
section_optional(const struct application_view *view, const struct scheme_section *section)
{
	for (size_t f = 0; f < section->n_fields; f++)
		if (field_relevant(view->application.scheme, &section->fields[f], view->answers, &view->facts) &&
		    field_required(view->application.scheme, &section->fields[f], view->answers, &view->facts))
			return (false);
	return (true);
}

/* complete: what stands in the way of sending; what is wrong already is asked of the section alone. */
static void
task_fill(struct html_part_task_list_tasks *out, const struct application_view *view,
    const struct scheme_section *section, const struct messages *complete)
{
	struct ctx *ctx = view->ctx;
	struct messages wrong = messages_new(ctx->arena);
	bool begun = section_begun(view, section);

	validation_run(&wrong, view->application.scheme, view->answers, &view->facts, section, ctx->lang);
	*out = (struct html_part_task_list_tasks){
		.id = arena_printf(ctx->arena, "del-%s", section->id),
		.url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/del/%s", view->application.id, section->id),
		.title = lang_pick(&section->title, ctx->lang),
	};
	if (!begun && section_optional(view, section))
		out->hint = tr(ctx->lang, "(valgfritt)");
	out->not_started = !begun;
	out->wrong = begun && messages_have_errors(&wrong);
	out->done = begun && !out->wrong && !section_has_errors(complete, section);
	out->started = begun && !out->wrong && !out->done;
}

static enum status
tasks_show(struct ctx *ctx, const struct application_view *view)
{
	const struct application *application = &view->application;
	const struct scheme *scheme = application->scheme;
	struct html_part_task_list_tasks *tasks = arena_array(ctx->arena, scheme->n_sections, sizeof(*tasks));
	struct messages complete = messages_new(ctx->arena);
	struct html_application_tasks page = { .title = application_title(ctx, application),
		.organisation = application->organisation.name,
		.scheme = *application->title != '\0' ? lang_pick(&scheme->title, ctx->lang) : NULL,
		.check_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/kontroller", application->id),
		.all_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/alt", application->id),
		.paper_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/soknad", application->id),
		.delete_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/slett", application->id),
		.may_sign = application->may_sign,
		.contact_name = application->call.contact_name,
		.contact_phone = application->call.contact_phone,
		.contact_email = application->call.contact_email,
		.part_breadcrumbs = application_crumbs(ctx, application, NULL) };
	size_t n = 0, done = 0;
	enum status st;

	if ((st = application_changes_tell(&page.part_scheme_changes, &page.changed, ctx, application)) != OK)
		return (st);
	validation_run(&complete, scheme, view->answers, &view->facts, NULL, ctx->lang);
	for (size_t s = 0; s < scheme->n_sections; s++) {
		if (!section_asked(scheme, &scheme->sections[s], view->answers, &view->facts))
			continue;
		task_fill(&tasks[n], view, &scheme->sections[s], &complete);
		done += tasks[n++].done;
	}
	page.part_task_list = (struct html_part_task_list){ .tasks = tasks, .n_tasks = n };
	page.n_done = arena_printf(ctx->arena, "%zu", done);
	page.n_all = arena_printf(ctx->arena, "%zu", n);
	draft_band(ctx, application);
	return (page_render(ctx, 200, page.title, HTML(application_tasks), &page));
}

/* --- a sent application ------------------------------------------------------------------------------------------ */

#define MAX_FACTS 12

struct fact_list {
	struct html_part_facts_rows *rows;
	size_t n;
};

static void
add(struct fact_list *list, const char *term, const char *value, const char *url)
{
	if (value != NULL && *value != '\0')
		list->rows[list->n++] = (struct html_part_facts_rows){ .term = term, .value = value, .url = url };
}

static void
facts_fill(struct html_part_facts *out, struct ctx *ctx, const struct application *application)
{
	struct arena *arena = ctx->arena;
	enum lang lang = ctx->lang;
	struct fact_list list = { .rows = arena_array(arena, MAX_FACTS, sizeof(*list.rows)) };

	add(&list, tr(lang, "Søknadsnummer"), application->number, NULL);
	add(&list, tr(lang, "Sendt"), instant_long(arena, application->submitted_at, lang), NULL);
	add(&list, tr(lang, "Søker"),
	    orgnr_name(arena, application->organisation.name, application->organisation.orgnr), NULL);
	add(&list, tr(lang, "Ordning"), lang_pick(&application->scheme->title, lang),
	    arena_printf(arena, "/ordninger/%s", application->scheme->id));
	if (scheme_asks_sum(application->scheme))
		add(&list, tr(lang, "Søkt om"), money_show(arena, application->applied), NULL);
	if (application->awarded.ore > 0)
		add(&list, tr(lang, "Innvilget"), money_show(arena, application->awarded), NULL);
	if (application->notified_at == 0)
		add(&list, tr(lang, "Svar innen"),
		    date_long(arena, call_answer_by(&application->call, application->submitted_at), lang), NULL);
	else
		add(&list, tr(lang, "Svar sendt"), date_long(arena, instant_day(application->notified_at), lang), NULL);
	add(&list, tr(lang, "Kontaktperson"), application->call.contact_name, NULL);
	add(&list, tr(lang, "Telefon"), application->call.contact_phone,
	    arena_printf(arena, "tel:%s", application->call.contact_phone));
	add(&list, tr(lang, "E-post"), application->call.contact_email,
	    arena_printf(arena, "mailto:%s", application->call.contact_email));
	*out = (struct html_part_facts){ .rows = list.rows, .n_rows = list.n };
}

/* Payment, report and duties of a grant that has been told. */
static void
duties_fill(struct html_application_case *page, struct ctx *ctx, const struct application *application)
{
	const struct scheme *scheme = application->scheme;
	const struct said_about about = { .grant = application->awarded,
		.call_year = application->call.year,
		.end = application->end,
		.body = county_body_name,
		.of = ctx->county };
	const struct sentences parts[] = { said_of_payment(ctx->arena, scheme, &about, ctx->lang),
		said_of_report(ctx->arena, scheme, &about, ctx->lang), said_of_duties(ctx->arena, scheme, ctx->lang) };
	struct sentences said = sentences_joined(ctx->arena, parts, 3);
	struct html_application_case_duties *rows = arena_array(ctx->arena, said.n, sizeof(*rows));

	if (application->awarded.ore <= 0)
		return;
	for (size_t i = 0; i < said.n; i++)
		rows[i].text = said.list[i];
	page->duties = rows;
	page->n_duties = said.n;
}

/* just_sent: the page people come to when they have sent. */
static enum status
case_show_to_applicant(struct ctx *ctx, const struct application_view *view, bool just_sent, const char *error)
{
	const struct application *application = &view->application;
	const char *url = arena_printf(ctx->arena, "/soknader/%" PRId64, application->id);
	struct case_facts facts;
	struct html_application_case page = { .just_sent = just_sent };
	enum status st;

	applicant_case_facts(&facts, ctx, application);
	page.title = just_sent ? tr(ctx->lang, "Søknaden er sendt") : application_title(ctx, application);
	page.state = case_state_text(ctx->arena, &facts, true, ctx->lang);
	page.color = tone_color(case_state_tone(&facts, true));
	page.next = case_next_step(ctx->arena, &facts, true, ctx->lang);
	if (application->late && facts.state < CASE_NOTIFIED)
		page.late = deadline_late_text(ctx->arena, application->due_at, application->submitted_at, ctx->lang);
	if ((case_actions(&facts, ROLE_APPLICANT) & ACTION_READ_LETTER) != 0)
		page.letter_url = arena_printf(ctx->arena, "%s/brev", url);
	page.receipt_url = arena_printf(ctx->arena, "%s/kvittering.pdf", url);
	page.paper_url = arena_printf(ctx->arena, "%s/soknad", url);
	page.organisation = application->organisation.name;
	page.contact_name = application->call.contact_name;
	page.contact_phone = application->call.contact_phone;
	page.answer_by =
	    date_long(ctx->arena, call_answer_by(&application->call, application->submitted_at), ctx->lang);
	page.part_breadcrumbs = application_crumbs(ctx, application, just_sent ? page.title : NULL);
	facts_fill(&page.part_facts, ctx, application);
	application_view_answers(&page.part_answers, view, NULL);
	later_view(&page.part_later, view, facts.state < CASE_DECIDED, error);
	statements_fill(&page.part_statements, view, NULL, NULL);
	page.asked = page.part_statements.n_requests > 0;
	if ((st = sent_letters_view(&page.part_sent_letters, ctx, application->id, "soknader")) != OK)
		return (st);
	sent_band(ctx, application);
	duties_fill(&page, ctx, application);
	return (page_render(ctx, error == NULL ? 200 : 422, page.title, HTML(application_case), &page));
}

enum status
application_show(struct ctx *ctx)
{
	struct application_view view;
	enum status st;

	if ((st = application_view_at_path(&view, ctx)) != OK)
		return (st);
	return (view.is_draft ? tasks_show(ctx, &view) : case_show_to_applicant(ctx, &view, false, NULL));
}

enum status
receipt_show(struct ctx *ctx)
{
	struct application_view view;
	enum status st;

	if ((st = application_view_at_path(&view, ctx)) != OK)
		return (st);
	return (view.is_draft ? ERR_NOT_FOUND : case_show_to_applicant(ctx, &view, true, NULL));
}

/* Files that follow after the application: one to its question, from the question's own form. */
enum status
application_later_post(struct ctx *ctx)
{
	struct application_view view;
	struct later_file *files;
	const struct later_file *slot = NULL;
	const struct form_file *sent = form_file_count(ctx) > 0 ? form_file_at(ctx, 0) : NULL;
	const char *message = NULL;
	enum status st;
	size_t n;

	if ((st = application_view_at_path(&view, ctx)) != OK)
		return (st);
	if (view.is_draft)
		return (ERR_NOT_FOUND);
	n = later_files(
	    &files, ctx->arena, view.application.scheme, view.answers, &view.facts, instant_day(ctx->received_at));
	if (sent != NULL)
		slot = later_file_of(files, n, sent->field);
	if (slot == NULL || (*sent->name == '\0' && sent->len == 0))
		return (case_show_to_applicant(ctx, &view, false, tr(ctx->lang, "Velg en fil først.")));
	st =
	    application_attach_later(&message, ctx, &view.application, slot->field, sent->name, sent->bytes, sent->len);
	if (st == ERR_INVALID && message != NULL)
		return (case_show_to_applicant(ctx, &view, false, message));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Vedlegget er sendt."));
	return (redirect(ctx, "/soknader/%" PRId64 "#senere", view.application.id));
}

enum status
receipt_pdf_show(struct ctx *ctx)
{
	struct application application;
	const void *pdf;
	int64_t id;
	size_t len;
	enum status st;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_load(&application, ctx, id)) != OK ||
	    (st = application_receipt(&pdf, &len, ctx, id)) != OK)
		return (st);
	return (page_send(
	    ctx, "application/pdf", pdf, len, arena_printf(ctx->arena, "kvittering-%s.pdf", application.number)));
}

/* --- throwing a draft away --------------------------------------------------------------------------------------- */

enum status
application_delete_show(struct ctx *ctx)
{
	struct application_view view;
	struct html_application_delete page;
	enum status st;

	if ((st = application_view_at_path(&view, ctx)) != OK)
		return (st);
	if (!view.is_draft)
		return (redirect(ctx, "/soknader/%" PRId64, view.application.id));
	page = (struct html_application_delete){
		.title = application_title(ctx, &view.application),
		.organisation = view.application.organisation.name,
		.n_files = view.n_files == 0 ? NULL : arena_printf(ctx->arena, "%zu", view.n_files),
		.action = page_path(ctx),
		.back_url = arena_printf(ctx->arena, "/soknader/%" PRId64, view.application.id),
	};
	draft_band(ctx, &view.application);
	return (page_render(ctx, 200, tr(ctx->lang, "Slett utkastet?"), HTML(application_delete), &page));
}

enum status
application_delete_post(struct ctx *ctx)
{
	enum status st;
	int64_t id;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_delete_draft(ctx, id)) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Utkastet er slettet."));
	return (redirect(ctx, "/soknader"));
}
