/* formal_check_page.c — the form of the formal check: the scheme's rules, what the machine found, what the officer
 * says.
 */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/deadline.h"
#include "flow/case_flow.h"
#include "flow/formal_check_flow.h"
#include "flow/history_flow.h"
#include "gen/html_case_formal_check.h"
#include "gen/html_part_field_long_text.h"
#include "web/application_view.h"
#include "web/case_words.h"
#include "web/page.h"

/* The case, what the machine found, and the check as it is registered, posted or to begin with. */
struct entry {
	struct application_view read;
	struct eligibility eligibility;
	struct history *now; /* what else the applicant has sent by now; NULL when no rule asks */
	struct formal_check check;
	const char *outcome; /* "complete", "dismiss" or "" */
};

static const char *
verdict_text(enum lang lang, enum rule_verdict verdict)
{
	switch (verdict) {
	case RULE_PASSED:
		return (tr(lang, "Kontrollert automatisk: oppfylt."));
	case RULE_FAILED:
		return (tr(lang, "Kontrollert automatisk: ikke oppfylt."));
	default:
		return (tr(lang, "Dette må du vurdere selv."));
	}
}

static enum status
entry_load(struct entry *out, struct ctx *ctx)
{
	struct rule_view *view = arena_alloc(ctx->arena, sizeof(*view));
	enum status st;

	if ((st = application_view_at_path(&out->read, ctx)) != OK)
		return (st);
	if (out->read.application.declared != IMPARTIAL)
		return (ERR_NOT_FOUND);
	rule_view_init(view, ctx->arena, out->read.application.scheme, out->read.answers, &out->read.facts);
	eligibility_of(&out->eligibility, view, ctx->lang);
	eligibility_explain(&out->eligibility, view, ctx->lang);
	if (out->read.application.scheme->asks_history &&
	    (st = applicant_history(&out->now, ctx, &out->read.application, out->read.facts.today)) != OK)
		return (st);
	return (formal_check_of(&out->check, ctx, out->read.application.id));
}

/* To begin with, each rule stands as the machine found it. */
static void
entry_suggest(struct entry *entry, struct ctx *ctx)
{
	struct formal_item *items = arena_array(ctx->arena, entry->eligibility.n, sizeof(*items));

	entry->outcome = entry->check.done ? (entry->check.dismiss ? "dismiss" : "complete") : "";
	for (size_t i = 0; i < entry->eligibility.n; i++) {
		const struct rule_result *rule = &entry->eligibility.rules[i];

		items[i] = (struct formal_item){ rule->id, rule->verdict == RULE_PASSED, "" };
		for (size_t j = 0; j < entry->check.n_items; j++)
			if (strcmp(entry->check.items[j].rule_id, rule->id) == 0)
				items[i] = entry->check.items[j];
	}
	entry->check.items = items;
	entry->check.n_items = entry->eligibility.n;
}

static void
entry_posted(struct entry *entry, struct ctx *ctx)
{
	struct formal_item *items = arena_array(ctx->arena, entry->eligibility.n, sizeof(*items));

	for (size_t i = 0; i < entry->eligibility.n; i++) {
		const char *id = entry->eligibility.rules[i].id;

		items[i] = (struct formal_item){ id,
			strcmp(form_text(ctx, arena_printf(ctx->arena, "regel-%s", id)), "ja") == 0,
			form_text(ctx, arena_printf(ctx->arena, "merknad-%s", id)) };
	}
	entry->outcome = form_text(ctx, "resultat");
	entry->check = (struct formal_check){
		.dismiss = strcmp(entry->outcome, "dismiss") == 0,
		.reason = form_text(ctx, "begrunnelse"),
		.late_accepted_because = form_text(ctx, "sen"),
		.items = items,
		.n_items = entry->eligibility.n,
	};
}

/* What it means when the rule is not passed. */
static const char *
leads_to(enum lang lang, const struct rule_result *rule)
{
	if (rule->severity == RULE_WARNING)
		return (tr(lang, "En advarsel, ikke et krav."));
	return (rule->outcome == RULE_DISMISSAL ? tr(lang, "Ikke oppfylt betyr avvisning.")
						: tr(lang, "Ikke oppfylt betyr avslag."));
}

static void
add_ways(struct html_case_formal_check_rules *out, struct ctx *ctx, const struct rule_result *rule)
{
	static const char *const found[] = {
		[RULE_PASSED] = T("gjelder"), [RULE_FAILED] = T("gjelder ikke"), [RULE_FOR_OFFICER] = T("må vurderes")
	};
	struct html_case_formal_check_rules_ways *ways = arena_array(ctx->arena, rule->n_ways, sizeof(*ways));

	for (size_t i = 0; i < rule->n_ways; i++)
		ways[i] = (struct html_case_formal_check_rules_ways){ rule->ways[i].text,
			tr(ctx->lang, found[rule->ways[i].verdict]) };
	out->ways = ways;
	out->n_ways = rule->n_ways;
}

static void
add_rules(struct html_case_formal_check *view, struct ctx *ctx, const struct entry *entry)
{
	struct html_case_formal_check_rules *rules = arena_array(ctx->arena, entry->eligibility.n, sizeof(*rules));

	for (size_t i = 0; i < entry->eligibility.n; i++) {
		const struct rule_result *rule = &entry->eligibility.rules[i];
		bool open = rule->verdict == RULE_FOR_OFFICER && !entry->check.done && *entry->outcome == '\0';

		rules[i] = (struct html_case_formal_check_rules){
			.id = rule->id,
			.reason = rule->reason,
			.verdict = verdict_text(ctx->lang, rule->verdict),
			.leads_to = leads_to(ctx->lang, rule),
			.explanation = rule->explanation,
			.passed = !open && entry->check.items[i].passed,
			.failed = !open && !entry->check.items[i].passed,
			.note = entry->check.items[i].note,
		};
		add_ways(&rules[i], ctx, rule);
	}
	view->rules = rules;
	view->n_rules = entry->eligibility.n;
}

/* --- history ------------------------------------------------------------------------------------------------------ */

static const char *
granted_text(struct ctx *ctx, const struct history_case *a_case)
{
	return (a_case->granted ? money_show(ctx->arena, a_case->awarded) : "–");
}

static const struct history_case *
case_in(const struct history *history, int64_t id)
{
	for (size_t i = 0; i < history->n; i++)
		if (history->cases[i].id == id)
			return (&history->cases[i]);
	return (NULL);
}

/* What has come, or been granted, since the application was sent. */
static const char *
change_text(struct ctx *ctx, const struct history_case *then, const struct history_case *now)
{
	const char *scheme = lang_pick(&now->scheme_title, ctx->lang);

	if (then == NULL)
		return (tr_printf(ctx->arena, ctx->lang, "Ny søknad %s til %s i %d. Gitt: %s.", now->number, scheme,
		    now->year, granted_text(ctx, now)));
	if (then->granted != now->granted || money_cmp(then->awarded, now->awarded) != 0)
		return (tr_printf(ctx->arena, ctx->lang, "Søknad %s til %s i %d er avgjort. Gitt: %s.", now->number,
		    scheme, now->year, granted_text(ctx, now)));
	return (NULL);
}

static void
add_changes(struct html_case_formal_check *view, struct ctx *ctx, const struct entry *entry)
{
	static const struct history nothing = { 0 };
	const struct history *then = entry->read.facts.history == NULL ? &nothing : entry->read.facts.history;
	struct html_case_formal_check_changes *changes = arena_array(ctx->arena, entry->now->n, sizeof(*changes));
	const char *text;

	for (size_t i = 0; i < entry->now->n; i++)
		if ((text = change_text(ctx, case_in(then, entry->now->cases[i].id), &entry->now->cases[i])) != NULL)
			changes[view->n_changes++].text = text;
	view->changes = changes;
}

static void
add_history(struct html_case_formal_check *view, struct ctx *ctx, const struct entry *entry)
{
	const struct history *history = entry->read.facts.history;
	struct html_case_formal_check_history *rows;

	if (entry->now == NULL)
		return;
	view->history_shown = true;
	add_changes(view, ctx, entry);
	if (history == NULL)
		return;
	rows = arena_array(ctx->arena, history->n, sizeof(*rows));
	for (size_t i = 0; i < history->n; i++)
		rows[i] = (struct html_case_formal_check_history){ .number = history->cases[i].number,
			.scheme = lang_pick(&history->cases[i].scheme_title, ctx->lang),
			.year = arena_printf(ctx->arena, "%d", history->cases[i].year),
			.granted = granted_text(ctx, &history->cases[i]),
			.same_call = history->cases[i].same_call };
	view->history = rows;
	view->n_history = history->n;
}

static struct html_part_field_choice
outcome_field(struct ctx *ctx, const struct entry *entry)
{
	struct html_part_field_choice_options *options = arena_array(ctx->arena, 2, sizeof(*options));

	options[0] = (struct html_part_field_choice_options){ .value = "complete",
		.label = tr(ctx->lang, "I orden, går videre til vurdering"),
		.checked = strcmp(entry->outcome, "complete") == 0 };
	options[1] = (struct html_part_field_choice_options){ .value = "dismiss",
		.label = tr(ctx->lang, "Foreslås avvist, blir ikke vurdert"),
		.checked = strcmp(entry->outcome, "dismiss") == 0 };
	return ((struct html_part_field_choice){ .id = "resultat",
	    .name = "resultat",
	    .label = tr(ctx->lang, "Resultat"),
	    .options = options,
	    .n_options = 2 });
}

static void
add_late(struct html_case_formal_check *view, struct ctx *ctx, const struct entry *entry)
{
	const struct application *application = &entry->read.application;
	struct html_part_field_long_text *field = arena_alloc(ctx->arena, sizeof(*field));

	if (!application->late)
		return;
	view->late = true;
	view->late_text = tr_printf(ctx->arena, ctx->lang, "Søknaden kom %s.",
	    deadline_late_text(ctx->arena, application->due_at, application->submitted_at, ctx->lang));
	*field = (struct html_part_field_long_text){ .id = "sen",
		.name = "sen",
		.label = tr(ctx->lang, "Hvorfor tas den med likevel?"),
		.optional = true,
		.rows = "3",
		.value = entry->check.late_accepted_because };
	view->late_field = field;
	view->n_late_field = 1;
}

static enum status
entry_render(struct ctx *ctx, const struct entry *entry, const char *anchor, const char *error)
{
	const struct application *application = &entry->read.application;
	struct html_part_error_summary_errors summary = { .anchor = anchor, .text = error };
	struct html_case_formal_check view = {
		.id = arena_printf(ctx->arena, "%" PRId64, application->id),
		.number = application->number,
		.part_breadcrumbs = case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%" PRId64, application->id),
		    application->number, tr(ctx->lang, "Formalkontroll")),
		.part_error_summary = { .errors = &summary, .n_errors = error != NULL ? 1 : 0 },
		.part_field_choice = outcome_field(ctx, entry),
		.part_field_long_text = { .id = "begrunnelse",
		    .name = "begrunnelse",
		    .label = tr(ctx->lang, "Begrunnelse for avvisning"),
		    .help = tr(ctx->lang, "Bare når søknaden foreslås avvist. Søkeren får lese det i brevet."),
		    .optional = true,
		    .rows = "4",
		    .value = entry->check.reason,
		    .error = text_equal(anchor, "begrunnelse") ? error : "" },
	};

	if (text_equal(anchor, "resultat-complete"))
		view.part_field_choice.error = error;
	add_rules(&view, ctx, entry);
	add_history(&view, ctx, entry);
	add_late(&view, ctx, entry);
	application_view_answers(&view.part_answers, &entry->read, NULL);
	return (page_render(ctx, error != NULL ? 422 : 200,
	    tr_printf(ctx->arena, ctx->lang, "Formalkontroll av %s", application->number), HTML(case_formal_check),
	    &view));
}

enum status
formal_check_show(struct ctx *ctx)
{
	struct entry entry = { 0 };
	enum status st;

	if ((st = entry_load(&entry, ctx)) != OK)
		return (st);
	entry_suggest(&entry, ctx);
	return (entry_render(ctx, &entry, NULL, NULL));
}

enum status
formal_check_post(struct ctx *ctx)
{
	struct entry entry = { 0 };
	const char *message;
	enum status st;

	if ((st = entry_load(&entry, ctx)) != OK)
		return (st);
	entry_posted(&entry, ctx);
	if (!text_equal(entry.outcome, "complete") && !text_equal(entry.outcome, "dismiss"))
		return (entry_render(ctx, &entry, "resultat-complete", tr(ctx->lang, "Velg et resultat.")));
	st = formal_check_register(&message, ctx, &entry.read.application, &entry.check);
	if (st == ERR_INVALID)
		return (entry_render(ctx, &entry, entry.check.dismiss ? "begrunnelse" : "sen", message));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Formalkontrollen er registrert."));
	return (redirect(ctx, "/saker/%" PRId64, entry.read.application.id));
}
