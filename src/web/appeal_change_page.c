/* appeal_change_page.c — a decision that an appeal changed: registered with its letter, and read as it was sent. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/appeal_change_flow.h"
#include "flow/letter_print.h"
#include "gen/html_appeal_change.h"
#include "web/case_gate.h"
#include "web/case_words.h"
#include "web/page.h"

/* What was typed, as it stands in the form. */
struct typed {
	const char *by, *sum, *day, *meeting_case, *votes_for, *votes_against, *reason;
};

static const char *const fields[][2] = { { "by", "hvem-first" }, { "sum", "sum" }, { "day", "dato" },
	{ "meeting_case", "sak" }, { "votes", "for" }, { "reason", "grunn" } };

static struct typed
typed_of(struct ctx *ctx)
{
	return ((struct typed){ form_text(ctx, "hvem"), form_text(ctx, "sum"), form_text(ctx, "dato"),
	    form_text(ctx, "sak"), form_text(ctx, "for"), form_text(ctx, "mot"), form_text(ctx, "grunn") });
}

/* A number of votes; none typed counts as none, and -1 is none at all. */
static int
votes_read(struct ctx *ctx, const char *name)
{
	int votes;

	return (form_int(&votes, ctx, name) == OK ? votes : -1);
}

static struct appeal_change_asked
asked_of(struct ctx *ctx, const struct typed *typed)
{
	struct appeal_change_asked asked = { .by_appeal_body = strcmp(typed->by, "appeal") == 0,
		.sum = MONEY_ZERO,
		.meeting_case = text_trim(ctx->arena, typed->meeting_case),
		.votes_for = votes_read(ctx, "for"),
		.votes_against = *typed->votes_against == '\0' ? 0 : votes_read(ctx, "mot"),
		.reason = text_trim(ctx->arena, typed->reason) };

	if (date_parse(&asked.decided_on, typed->day) != OK)
		asked.decided_on = (struct date){ 0 };
	if (money_parse(&asked.sum, typed->sum) != OK)
		asked.sum = MONEY_ZERO;
	return (asked);
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static const char *
error_of(const struct messages *errors, const char *path)
{
	const struct message *message = errors == NULL ? NULL : messages_for(errors, path);

	return (message == NULL ? "" : message->text);
}

static void
add_messages(
    struct html_appeal_change *view, struct ctx *ctx, const struct messages *list, const struct messages *warned)
{
	struct html_part_error_summary_errors *errors = arena_array(ctx->arena, list->n, sizeof(*errors));
	struct html_appeal_change_missing *missing = arena_array(ctx->arena, list->n, sizeof(*missing));
	struct html_appeal_change_warnings *warnings = arena_array(ctx->arena, warned->n, sizeof(*warnings));
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		const char *anchor = NULL;

		for (size_t f = 0; f < sizeof(fields) / sizeof(fields[0]); f++)
			if (strcmp(list->list[i].path, fields[f][0]) == 0)
				anchor = fields[f][1];
		if (anchor == NULL)
			missing[view->n_missing++].text = list->list[i].text;
		else
			errors[n++] =
			    (struct html_part_error_summary_errors){ .anchor = anchor, .text = list->list[i].text };
	}
	for (size_t i = 0; i < warned->n; i++)
		warnings[view->n_warnings++].text = warned->list[i].text;
	view->missing = missing;
	view->warnings = warnings;
	view->part_error_summary = (struct html_part_error_summary){ .errors = errors, .n_errors = n };
}

static struct html_part_field_choice
by_field(struct ctx *ctx, const struct appeal_change *change, const struct typed *typed, const struct messages *errors)
{
	struct html_part_field_choice_options *options = arena_array(ctx->arena, 2, sizeof(*options));
	const struct decision *before = &change->before;
	const char *first = *before->decider == '\0' ? lang_pick(&before->body, ctx->lang) : before->decider;

	options[0] = (struct html_part_field_choice_options){ .value = "first",
		.label = tr_printf(ctx->arena, ctx->lang, "%s, som gjorde det første vedtaket", first),
		.checked = strcmp(typed->by, "first") == 0 };
	options[1] = (struct html_part_field_choice_options){
		.value = "appeal", .label = tr(ctx->lang, "Klageorganet"), .checked = strcmp(typed->by, "appeal") == 0
	};
	return ((struct html_part_field_choice){ .id = "hvem",
	    .name = "hvem",
	    .label = tr(ctx->lang, "Hvem har endret vedtaket?"),
	    .options = options,
	    .n_options = 2,
	    .error = error_of(errors, "by") });
}

static void
add_meeting(struct html_appeal_change *view, struct ctx *ctx, const struct typed *typed, const struct messages *errors)
{
	enum lang lang = ctx->lang;

	view->part_field_date = (struct html_part_field_date){ .id = "dato",
		.name = "dato",
		.label = tr(lang, "Møtedato"),
		.value = typed->day,
		.error = error_of(errors, "day") };
	view->part_field_text = (struct html_part_field_text){ .id = "sak",
		.name = "sak",
		.label = tr(lang, "Saksnummer i møtet"),
		.help = tr(lang, "Slik det står i møteboken, for eksempel PS 12/2027."),
		.size = "16",
		.value = typed->meeting_case,
		.error = error_of(errors, "meeting_case") };
	view->votes_for = (struct html_part_field_number){ .id = "for",
		.name = "for",
		.label = tr(lang, "Stemmer for"),
		.value = typed->votes_for,
		.error = error_of(errors, "votes") };
	view->votes_against = (struct html_part_field_number){
		.id = "mot", .name = "mot", .label = tr(lang, "Stemmer mot"), .value = typed->votes_against
	};
}

static void
add_form(struct html_appeal_change *view, struct ctx *ctx, const struct appeal_change *change,
    const struct typed *typed, const struct messages *errors)
{
	view->open = true;
	view->by_leader = *change->before.decider != '\0';
	view->part_field_choice = by_field(ctx, change, typed, errors);
	view->part_field_money = (struct html_part_field_money){ .id = "sum",
		.name = "sum",
		.label = tr(ctx->lang, "Hva blir gitt nå, til sammen?"),
		.value = typed->sum,
		.error = error_of(errors, "sum") };
	add_meeting(view, ctx, typed, errors);
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "grunn",
		.name = "grunn",
		.label = tr(ctx->lang, "Begrunnelsen for det nye vedtaket"),
		.help = tr(ctx->lang, "Svar på det klageren pekte på. Søkeren får den i brevet."),
		.rows = "6",
		.value = typed->reason,
		.error = error_of(errors, "reason") };
}

/* What was decided first, and what is asked for. */
static struct html_part_facts
facts_of(struct ctx *ctx, const struct appeal_change *change)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 4, sizeof(*rows));
	const struct decision *before = &change->before;
	enum lang lang = ctx->lang;
	size_t n = 0;

	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Søker"),
		.value = change->draft.application.organisation.name };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Første vedtak"),
		.value = arena_printf(ctx->arena, "%s, %s, %s", outcome_text(before->outcome, lang),
		    money_show(ctx->arena, before->awarded), date_long(ctx->arena, before->decided_on, lang)) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Søkt om"),
		.value = money_show(ctx->arena, change->draft.application.applied) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Klagen"), .value = change->appeal.demand };
	return ((struct html_part_facts){ .rows = rows, .n_rows = n });
}

static struct html_appeal_change
view_of(struct ctx *ctx, const struct application *application)
{
	const char *back = arena_printf(ctx->arena, "/saker/%" PRId64 "/klage", application->id);

	return ((struct html_appeal_change){ .id = arena_printf(ctx->arena, "%" PRId64, application->id),
	    .title = tr_printf(ctx->arena, ctx->lang, "Nytt vedtak etter klage i sak %s", application->number),
	    .part_breadcrumbs =
		case_crumbs(ctx, back, tr(ctx->lang, "Klage"), tr(ctx->lang, "Nytt vedtak etter klage")) });
}

static enum status
change_render(struct ctx *ctx, const struct appeal_change *change, const struct typed *typed,
    const struct messages *errors, const struct buf *html, int http)
{
	struct html_appeal_change view = view_of(ctx, &change->draft.application);
	struct html_appeal_change_kept *kept = arena_array(ctx->arena, 8, sizeof(*kept));
	const char *const pairs[][2] = { { "hvem", typed->by }, { "sum", typed->sum }, { "dato", typed->day },
		{ "sak", typed->meeting_case }, { "for", typed->votes_for }, { "mot", typed->votes_against },
		{ "grunn", typed->reason } };

	view.part_facts = facts_of(ctx, change);
	if (errors != NULL)
		add_messages(&view, ctx, errors, &change->draft.warnings);
	add_form(&view, ctx, change, typed, errors);
	if (html != NULL) {
		for (; view.n_kept < sizeof(pairs) / sizeof(pairs[0]); view.n_kept++)
			kept[view.n_kept] =
			    (struct html_appeal_change_kept){ pairs[view.n_kept][0], pairs[view.n_kept][1] };
		kept[view.n_kept++] = (struct html_appeal_change_kept){ "sett", letter_fingerprint(ctx, html) };
		view.kept = kept;
		view.paper = true;
		view.may_send = !messages_have_errors(&change->draft.missing);
		view.doc = safe_html_from(html);
		view.letter_lang = lang_code(change->draft.lang);
	}
	return (page_render(ctx, http, view.title, HTML(appeal_change), &view));
}

/* As it was registered and sent. */
static enum status
sent_render(struct ctx *ctx, int64_t id, const struct appeal_changed *changed)
{
	struct application application;
	struct html_appeal_change view;
	struct html_part_facts_rows row;
	enum status st;

	if ((st = application_load(&application, ctx, id)) != OK)
		return (st);
	view = view_of(ctx, &application);
	row = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Vedtaket nå"),
		.value = arena_printf(ctx->arena, "%s, %s", outcome_text(changed->outcome, ctx->lang),
		    money_show(ctx->arena, changed->awarded)) };
	view.part_facts = (struct html_part_facts){ .rows = &row, .n_rows = 1 };
	view.paper = true;
	view.sent_text = tr_printf(ctx->arena, ctx->lang, "Sendt %s av %s.",
	    instant_long(ctx->arena, changed->sent_at, ctx->lang), changed->sent_by);
	view.doc = safe_html_from(&changed->html);
	view.letter_lang = lang_code(changed->lang);
	return (page_render(ctx, 200, view.title, HTML(appeal_change), &view));
}

enum status
appeal_change_show(struct ctx *ctx)
{
	const struct typed typed = { "", "", "", "", "", "", "" };
	struct appeal_change_asked asked = { .meeting_case = "", .reason = "" };
	struct appeal_changed changed;
	struct appeal_change change;
	enum status st;
	int64_t id;
	bool ready;

	if ((st = case_declared_first(&ready, &id, ctx)) != OK || !ready)
		return (st);
	if ((st = appeal_changed_get(&changed, ctx, id, false)) == OK)
		return (sent_render(ctx, id, &changed));
	if (st != ERR_NOT_FOUND || (st = appeal_change_compose(&change, ctx, id, &asked)) != OK)
		return (st);
	return (change_render(ctx, &change, &typed, NULL, NULL, 200));
}

static enum status
letter_look(struct ctx *ctx, struct appeal_change *change, const struct typed *typed, int http)
{
	struct buf html = buf_new(ctx->arena);
	struct messages errors = change->draft.missing;
	enum status st;

	if ((st = letter_html(&html, ctx, &change->draft)) != OK ||
	    (st = letter_print_check(&change->draft, ctx)) != OK)
		return (st);
	/* That it has changed is told beside the letter as it stands now, which may be sent. */
	if (messages_for(&errors, "seen") != NULL)
		change->draft.missing = messages_new(ctx->arena);
	return (change_render(ctx, change, typed, &errors, &html, http));
}

enum status
appeal_change_post(struct ctx *ctx)
{
	struct typed typed = typed_of(ctx);
	struct appeal_change_asked asked = asked_of(ctx, &typed);
	struct appeal_change change;
	enum status st;
	int64_t id;
	bool ready, send = strcmp(form_text(ctx, "steg"), "send") == 0;

	if ((st = case_declared_first(&ready, &id, ctx)) != OK || !ready)
		return (st);
	if ((st = appeal_change_compose(&change, ctx, id, &asked)) != OK)
		return (st);
	if (*typed.by == '\0')
		messages_add(&change.draft.missing, MESSAGE_ERROR, "", "by",
		    tr(ctx->lang, "Velg hvem som har endret vedtaket."));
	if (messages_have_errors(&change.draft.missing))
		return (change_render(ctx, &change, &typed, &change.draft.missing, NULL, 422));
	if (!send)
		return (letter_look(ctx, &change, &typed, 200));
	if ((st = appeal_change_send(ctx, &change, form_text(ctx, "sett"))) == ERR_INVALID)
		return (letter_look(ctx, &change, &typed, 422));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Vedtaket er registrert, og brevet er sendt."));
	return (redirect(ctx, "/saker/%" PRId64 "/klage/vedtak", id));
}

/* --- the letter as PDF -------------------------------------------------------------------------------------------- */

static enum status
sent_pdf(struct ctx *ctx, int64_t id)
{
	struct appeal_changed changed;
	enum status st;

	if ((st = appeal_changed_get(&changed, ctx, id, true)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", changed.pdf, changed.pdf_len, "nytt-vedtak.pdf"));
}

enum status
appeal_change_pdf_show(struct ctx *ctx)
{
	enum status st;
	int64_t id;
	bool ready;

	st = case_declared_first(&ready, &id, ctx);
	return (st == OK && ready ? sent_pdf(ctx, id) : st);
}

enum status
appeal_change_applicant_pdf_show(struct ctx *ctx)
{
	enum status st;
	int64_t id;

	st = path_id(&id, ctx, "id");
	return (st == OK ? sent_pdf(ctx, id) : st);
}
