/* case_page.c — one case for those who work with it: the declaration first, then everything in it. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "domain/deadline.h"
#include "domain/scheme_words.h"
#include "flow/assessment_flow.h"
#include "flow/case_flow.h"
#include "flow/county.h"
#include "flow/decision_flow.h"
#include "flow/formal_check_flow.h"
#include "gen/html_case_cut_off.h"
#include "gen/html_case_declare.h"
#include "gen/html_case_show.h"
#include "web/application_view.h"
#include "web/case_words.h"
#include "web/decision_facts.h"
#include "web/later_view.h"
#include "web/page.h"
#include "web/sent_letters_view.h"
#include "web/statement_view.h"

/* --- the declaration ---------------------------------------------------------------------------------------------- */

/* Enough to know whether one has a conflict, and no more. */
static struct html_part_facts
parties(struct ctx *ctx, const struct application *application)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 3, sizeof(*rows));

	rows[0] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Søker"),
		.value = orgnr_name(ctx->arena, application->organisation.name, application->organisation.orgnr) };
	rows[1] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Kommune"),
		.value = application->organisation.municipality };
	rows[2] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Tiltak"), .value = application->title };
	return ((struct html_part_facts){ .rows = rows, .n_rows = 3 });
}

static struct html_part_field_choice
answer_field(struct ctx *ctx, const char *chosen, bool missing)
{
	struct html_part_field_choice_options *options = arena_array(ctx->arena, 2, sizeof(*options));

	options[0] = (struct html_part_field_choice_options){
		.value = "habil", .label = tr(ctx->lang, "Jeg er habil"), .checked = strcmp(chosen, "habil") == 0
	};
	options[1] = (struct html_part_field_choice_options){
		.value = "inhabil", .label = tr(ctx->lang, "Jeg er inhabil"), .checked = strcmp(chosen, "inhabil") == 0
	};
	return ((struct html_part_field_choice){ .id = "svar",
	    .name = "svar",
	    .label = tr(ctx->lang, "Svaret ditt"),
	    .error = missing ? tr(ctx->lang, "Velg om du er habil eller inhabil.") : "",
	    .options = options,
	    .n_options = 2 });
}

static enum status
declare_render(struct ctx *ctx, const struct application *application, bool posted)
{
	const char *chosen = posted ? form_text(ctx, "svar") : "", *ground = posted ? form_text(ctx, "grunn") : "";
	bool missing = posted && *chosen == '\0', no_ground = posted && strcmp(chosen, "inhabil") == 0;
	struct html_part_error_summary_errors error = { .anchor = missing ? "svar-habil" : "grunn",
		.text = missing ? tr(ctx->lang, "Velg om du er habil eller inhabil.")
				: tr(ctx->lang, "Skriv kort hvorfor du er inhabil.") };
	struct html_case_declare view = {
		.id = arena_printf(ctx->arena, "%" PRId64, application->id),
		.number = application->number,
		.part_breadcrumbs = case_crumbs(ctx, NULL, NULL, application->number),
		.part_facts = parties(ctx, application),
		.part_field_choice = answer_field(ctx, chosen, missing),
		.part_field_long_text = { .id = "grunn",
		    .name = "grunn",
		    .label = tr(ctx->lang, "Hvorfor er du inhabil?"),
		    .help = tr(ctx->lang, "Bare når du svarer at du er inhabil. Lederen din kan lese det."),
		    .optional = true,
		    .rows = "3",
		    .value = ground,
		    .error = no_ground ? error.text : "" },
		.part_error_summary = { .errors = &error, .n_errors = missing || no_ground ? 1 : 0 },
	};

	return (page_render(ctx, posted ? 422 : 200, tr(ctx->lang, "Habilitet"), HTML(case_declare), &view));
}

enum status
case_declare_post(struct ctx *ctx)
{
	struct application application;
	enum impartiality what;
	enum status st;
	int64_t id;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_load(&application, ctx, id)) != OK)
		return (st);
	what = strcmp(form_text(ctx, "svar"), "habil") == 0     ? IMPARTIAL
	       : strcmp(form_text(ctx, "svar"), "inhabil") == 0 ? CONFLICT
								: IMPARTIALITY_NONE;
	if ((st = impartiality_declare(ctx, id, what, form_text(ctx, "grunn"))) == ERR_INVALID)
		return (declare_render(ctx, &application, true));
	if (st != OK)
		return (st);
	return (redirect(ctx, "/saker/%" PRId64, id));
}

static enum status
cut_off_render(struct ctx *ctx)
{
	struct html_case_cut_off view = { .part_breadcrumbs = case_crumbs(ctx, NULL, NULL, tr(ctx->lang, "Inhabil")) };

	return (page_render(ctx, 200, tr(ctx->lang, "Du er inhabil"), HTML(case_cut_off), &view));
}

/* --- the case ----------------------------------------------------------------------------------------------------- */

static struct case_facts
facts_of(struct ctx *ctx, const struct application *application)
{
	struct case_facts facts = case_facts_of(ctx, application->state, application->outcome);

	facts.late = application->late;
	facts.declared = true;
	facts.call = &application->call;
	facts.answer_by = call_answer_by(&application->call, application->submitted_at);
	return (facts);
}

static struct html_part_facts
overview(struct ctx *ctx, const struct application *application)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 7, sizeof(*rows));
	struct arena *arena = ctx->arena;
	enum lang lang = ctx->lang;
	size_t n = 0;

	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Søker"),
		.value = orgnr_name(arena, application->organisation.name, application->organisation.orgnr) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Ordning"),
		.value = lang_pick(&application->scheme->title, lang) };
	if (scheme_asks_sum(application->scheme))
		rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Søkt om"),
			.value = money_show(arena, application->applied) };
	if (scheme_field_of_type(application->scheme, FIELD_COSTS) != NULL)
		rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Samlede kostnader"),
			.value = money_show(arena, application->costs) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Mottatt"),
		.value = instant_long(arena, application->submitted_at, lang) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Svar innen"),
		.value = date_long(arena, call_answer_by(&application->call, application->submitted_at), lang) };
	if (application->awarded.ore > 0)
		rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Vedtatt"),
			.value = money_show(arena, application->awarded) };
	return ((struct html_part_facts){ .rows = rows, .n_rows = n });
}

static void
add_step(struct html_case_show *view, struct html_case_show_steps *steps, const char *url, const char *text)
{
	steps[view->n_steps] =
	    (struct html_case_show_steps){ .url = url, .text = text, .secondary = view->n_steps > 0 };
	view->n_steps++;
}

/* What this person can do now; the first is the one expected next. */
static void
add_steps(
    struct html_case_show *view, struct ctx *ctx, const struct application *application, const struct case_facts *facts)
{
	struct html_case_show_steps *steps = arena_array(ctx->arena, 8, sizeof(*steps));
	unsigned actions = case_actions(facts, ctx->role);
	long long id = application->id, call = application->call.id;

	if (actions & ACTION_FORMAL_CHECK)
		add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/formalkontroll", id),
		    tr(ctx->lang, "Gjør formalkontrollen"));
	if (actions & ACTION_ASSESS)
		add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/vurdering", id),
		    facts->state == CASE_ASSESSING ? tr(ctx->lang, "Vurder søknaden")
						   : tr(ctx->lang, "Endre vurderingen"));
	if (application->scheme->after.opinion.asked)
		add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/uttalelse", id),
		    tr(ctx->lang, "Kommunens uttalelse"));
	if (facts->state >= CASE_DECIDED && facts->state <= CASE_CLOSED)
		add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/brev", id), tr(ctx->lang, "Se brevet"));
	if (facts->state == CASE_NOTIFIED || facts->state == CASE_CLOSED)
		add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/klage", id), tr(ctx->lang, "Klage"));
	if (facts->state >= CASE_SUBMITTED && facts->state < CASE_NOTIFIED) {
		if (facts->state < CASE_RECOMMENDED)
			add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/nytt-brev/mangelbrev", id),
			    tr(ctx->lang, "Skriv mangelbrev"));
		add_step(view, steps, arena_printf(ctx->arena, "/saker/%lld/nytt-brev/forelopig-svar", id),
		    tr(ctx->lang, "Skriv foreløpig svar"));
	}
	if (facts->state >= CASE_ASSESSED)
		add_step(view, steps, arena_printf(ctx->arena, "/utlysninger/%lld/innstilling", call),
		    tr(ctx->lang, "Se innstillingen"));
	view->steps = steps;
}

static void
add_formal(struct html_case_show *view, struct ctx *ctx, const struct formal_check *check)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 4, sizeof(*rows));
	size_t n = 0;

	view->formal = check->done;
	if (!check->done)
		return;
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Resultat"),
		.value = check->dismiss ? tr(ctx->lang, "Foreslått avvist") : tr(ctx->lang, "I orden") };
	if (*check->reason != '\0')
		rows[n++] =
		    (struct html_part_facts_rows){ .term = tr(ctx->lang, "Begrunnelse"), .value = check->reason };
	if (*check->late_accepted_because != '\0')
		rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Tatt med selv om den kom for sent"),
			.value = check->late_accepted_because };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Kontrollert"),
		.value = arena_printf(
		    ctx->arena, "%s, %s", check->checked_by, instant_long(ctx->arena, check->checked_at, ctx->lang)) };
	view->formal_facts = (struct html_part_facts){ .rows = rows, .n_rows = n };
}

static void
add_lines(
    struct html_case_show_assessments *out, struct ctx *ctx, const struct scheme *scheme, const struct assessment *a)
{
	struct html_case_show_assessments_lines *lines;
	struct score score = { 0 };

	if (!a->done || score_of(&score, ctx->arena, scheme, a->marks, a->n_marks, ctx->lang) != OK)
		return;
	lines = arena_array(ctx->arena, score.n_lines, sizeof(*lines));
	for (size_t i = 0; i < score.n_lines; i++)
		lines[i] = (struct html_case_show_assessments_lines){ .text = score.lines[i].text,
			.reason = score.lines[i].reason };
	out->lines = lines;
	out->n_lines = score.n_lines;
	out->total = score.text;
}

static void
add_assessments(
    struct html_case_show *view, struct ctx *ctx, const struct scheme *scheme, const struct assessment *list, size_t n)
{
	struct html_case_show_assessments *out = arena_array(ctx->arena, n, sizeof(*out));

	for (size_t i = 0; i < n; i++) {
		out[i] = (struct html_case_show_assessments){
			.assessor = list[i].assessor, .draft = !list[i].done, .overall = list[i].overall_reason
		};
		add_lines(&out[i], ctx, scheme, &list[i]);
	}
	view->assessments = out;
	view->n_assessments = n;
}

/* "Arkiv: Tilskudd, K-koder 223, kasseres 10 år etter at saken er avsluttet." */
static const char *
archive_text(struct ctx *ctx, const struct scheme_archive *archive)
{
	if (archive->code == NULL)
		return (NULL);
	if (archive->keep_years == 0)
		return (tr_printf(ctx->arena, ctx->lang, "Arkiv: %s, %s %s. Bevares.", archive->series, archive->system,
		    archive->code));
	return (tr_printf(ctx->arena, ctx->lang, "Arkiv: %s, %s %s. Kasseres %d år etter at saken er avsluttet.",
	    archive->series, archive->system, archive->code, archive->keep_years));
}

/* What the scheme says of what follows, for the sum that is granted when there is one. */
static void
add_said(struct html_case_show *view, struct ctx *ctx, const struct application *application)
{
	const struct scheme *scheme = application->scheme;
	const struct said_about about = { .grant = application->awarded,
		.call_year = application->call.year,
		.end = application->end,
		.body = county_body_name,
		.of = ctx->county };
	const struct sentences parts[] = { said_of_deciding(ctx->arena, scheme, &about, ctx->lang),
		said_of_payment(ctx->arena, scheme, &about, ctx->lang),
		said_of_report(ctx->arena, scheme, &about, ctx->lang), said_of_duties(ctx->arena, scheme, ctx->lang) };
	struct sentences said = sentences_joined(ctx->arena, parts, 4);
	struct html_case_show_said *rows = arena_array(ctx->arena, said.n + 1, sizeof(*rows));
	const char *archive = archive_text(ctx, &scheme->after.archive);

	for (size_t i = 0; i < said.n; i++)
		rows[i].text = said.list[i];
	if (archive != NULL)
		rows[said.n++].text = archive;
	view->said = rows;
	view->n_said = said.n;
}

static void
add_history(struct html_case_show *view, struct ctx *ctx, const struct history_row *list, size_t n)
{
	struct html_case_show_history *out = arena_array(ctx->arena, n, sizeof(*out));

	for (size_t i = 0; i < n; i++)
		out[i] = (struct html_case_show_history){
			.number = list[i].number,
			.scheme = list[i].scheme_title,
			.submitted = date_short(ctx->arena, instant_day(list[i].submitted_at)),
			.applied = list[i].applied.ore > 0 ? money_show(ctx->arena, list[i].applied) : "–",
			.awarded = *list[i].outcome == '\0' ? "" : money_show(ctx->arena, list[i].awarded),
		};
	view->history = out;
	view->n_history = n;
}

static const char *
event_text(enum lang lang, const char *kind)
{
	static const struct {
		const char *kind, *text;
	} texts[] = {
		{ "submitted", T("Søknaden ble sendt") },
		{ "attachment", T("Et vedlegg kom senere") },
		{ "statement", T("En uttalelse kom") },
		{ "impartiality", T("Habilitet erklært") },
		{ "formal_check", T("Formalkontroll registrert") },
		{ "municipality_opinion", T("Kommunens uttalelse registrert") },
		{ "assessment", T("Vurdering ferdig") },
		{ "recommended", T("Innstillingen ble låst") },
		{ "decided", T("Vedtak gjort") },
		{ "letter_sent", T("Brevet ble sendt") },
		{ "defect_letter", T("Mangelbrev sendt") },
		{ "provisional_reply", T("Foreløpig svar sendt") },
		{ "appeal_registered", T("Klagen registrert") },
		{ "appeal_forwarded", T("Klagen sendt videre") },
		{ "decision_changed", T("Vedtaket endret etter klage") },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(texts[i].kind, kind) == 0)
			return (tr(lang, texts[i].text));
	return (kind);
}

static void
add_events(struct html_case_show *view, struct ctx *ctx, const struct event_row *list, size_t n)
{
	struct html_case_show_events *out = arena_array(ctx->arena, n, sizeof(*out));

	for (size_t i = 0; i < n; i++)
		out[i] = (struct html_case_show_events){ .at = instant_short(ctx->arena, list[i].at),
			.what = event_text(ctx->lang, list[i].kind),
			.actor = list[i].actor };
	view->events = out;
	view->n_events = n;
}

static enum status
add_work(struct html_case_show *view, struct ctx *ctx, const struct application *application)
{
	struct assessment *assessments;
	struct history_row *history;
	struct formal_check check;
	struct event_row *events;
	size_t n_assessments, n_history, n_events;
	enum status st;

	if ((st = formal_check_of(&check, ctx, application->id)) != OK ||
	    (st = assessment_list(&assessments, &n_assessments, ctx, application)) != OK ||
	    (st = history_of(&history, &n_history, ctx, application)) != OK ||
	    (st = event_list(&events, &n_events, ctx, application->id)) != OK)
		return (st);
	add_formal(view, ctx, &check);
	add_assessments(view, ctx, application->scheme, assessments, n_assessments);
	add_history(view, ctx, history, n_history);
	add_said(view, ctx, application);
	add_events(view, ctx, events, n_events);
	return (OK);
}

static enum status
case_render(struct ctx *ctx, const struct application *application)
{
	struct html_case_show view = { 0 };
	struct application_view read;
	int64_t id = application->id;
	struct case_facts facts;
	enum status st;

	if ((st = application_view_of(&read, ctx, application)) != OK ||
	    (st = add_work(&view, ctx, application)) != OK || (st = decision_facts(&view.decision, ctx, id)) != OK ||
	    (st = sent_letters_view(&view.part_sent_letters, ctx, id, "saker")) != OK)
		return (st);
	view.decided = view.decision.n_rows > 0;
	facts = facts_of(ctx, application);
	view.part_breadcrumbs = case_crumbs(ctx, NULL, NULL, application->number);
	view.number = application->number;
	view.paper_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/soknad", application->id);
	view.title = application->title;
	view.late = application->late;
	view.part_status_tag = case_tag(ctx, &facts, false);
	view.next_step = case_next_step(ctx->arena, &facts, false, ctx->lang);
	view.part_facts = overview(ctx, application);
	add_steps(&view, ctx, application, &facts);
	application_view_answers(&view.part_answers, &read, NULL);
	later_view(&view.part_later, &read, false, NULL);
	statements_fill(&view.part_statements, &read, NULL, NULL);
	view.asked = view.part_statements.n_requests > 0;
	return (page_render(ctx, 200, arena_printf(ctx->arena, "%s %s", application->number, application->title),
	    HTML(case_show), &view));
}

enum status
case_show(struct ctx *ctx)
{
	struct application application;
	enum status st;
	int64_t id;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_load(&application, ctx, id)) != OK)
		return (st);
	if (application.declared == CONFLICT)
		return (cut_off_render(ctx));
	if (application.declared == IMPARTIAL)
		return (case_render(ctx, &application));
	return (declare_render(ctx, &application, false));
}
