/* scheme_page.c — one scheme: what it gives, to whom, what counts, when and what happens then. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/amount.h"
#include "domain/criteria_words.h"
#include "domain/ranking.h"
#include "domain/scheme_words.h"
#include "flow/catalogue_flow.h"
#include "flow/county.h"
#include "gen/html_scheme_show.h"
#include "web/page.h"
#include "web/scheme_call.h"

#define CACHE_SECONDS 60

/* What the page is made from. */
struct telling {
	struct ctx *ctx;
	const struct scheme *scheme;
	const struct call *call; /* NULL when none is announced */
	const struct catalogue_scheme *found;
	struct html_scheme_show *view;
};

static const char *
words(const struct telling *tell, const struct lang_text *text)
{
	return (lang_pick(text, tell->ctx->lang));
}

/* --- who and how much ----------------------------------------------------------------------------------------------
 */

/* A note is followed by a sentence, and schemes write them with and without a full stop. */
static const char *
with_stop(const struct telling *tell, const char *note)
{
	size_t len = strlen(note);

	if (len == 0 || strchr(".!?", note[len - 1]) != NULL)
		return (note);
	return (arena_printf(tell->ctx->arena, "%s.", note));
}

static const char *
demands_text(const struct telling *tell, const struct scheme_applicant *applicant)
{
	return (sentences_text(tell->ctx->arena, said_of_applicant(tell->ctx->arena, applicant, tell->ctx->lang)));
}

/* Whom a rule is for, when it isn't for all: "Kommuner: ". */
static const char *
rule_for(const struct telling *tell, const struct scheme_rule *rule)
{
	const char *names[APPLICANT__MAX];
	size_t n = 0;

	for (int kind = 0; kind < APPLICANT__MAX; kind++)
		if ((rule->kinds & (1u << kind)) != 0)
			names[n++] = applicant_kind_name((enum applicant_kind)kind, tell->ctx->lang);
	if (n == 0)
		return ("");
	return (
	    arena_printf(tell->ctx->arena, "%s: ", text_join(tell->ctx->arena, names, n, tr(tell->ctx->lang, " og "))));
}

static void
demands_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct html_scheme_show_demands *rows = arena_array(tell->ctx->arena, scheme->n_rules + 1, sizeof(*rows));

	for (size_t i = 0; i < scheme->n_rules; i++) {
		const struct scheme_rule *rule = &scheme->rules[i];
		struct html_scheme_show_demands_ways *ways =
		    arena_array(tell->ctx->arena, rule->n_alternatives + 1, sizeof(*ways));

		for (size_t k = 0; k < rule->n_alternatives; k++)
			ways[k].text = words(tell, &rule->alternatives[k].text);
		rows[i] = (struct html_scheme_show_demands){ .text = arena_printf(tell->ctx->arena, "%s%s",
								 rule_for(tell, rule), words(tell, &rule->reason)),
			.ways = ways,
			.n_ways = rule->n_alternatives };
	}
	tell->view->demands = rows;
	tell->view->n_demands = scheme->n_rules;
}

static void
applicants_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct html_scheme_show_applicants *rows = arena_array(tell->ctx->arena, scheme->n_applicants, sizeof(*rows));

	for (size_t i = 0; i < scheme->n_applicants; i++)
		rows[i] = (struct html_scheme_show_applicants){ .name = applicant_kind_name(
								    scheme->applicants[i].kind, tell->ctx->lang),
			.note = with_stop(tell, words(tell, &scheme->applicants[i].note)),
			.demands = demands_text(tell, &scheme->applicants[i]) };
	tell->view->applicants = rows;
	tell->view->n_applicants = scheme->n_applicants;
}

static void
amount_add(struct telling *tell, const char *text)
{
	struct html_scheme_show_amounts *rows = (struct html_scheme_show_amounts *)(uintptr_t)tell->view->amounts;

	if (!text_blank(text))
		rows[tell->view->n_amounts++].text = text;
}

static void
amounts_tell(struct telling *tell)
{
	struct amount_rule_text *rules;
	size_t n = amount_rules_texts(&rules, tell->ctx->arena, tell->scheme, tell->ctx->lang);

	tell->view->amounts =
	    arena_array(tell->ctx->arena, n + tell->scheme->sharing.n_earmarks + 1, sizeof(*tell->view->amounts));
	for (size_t i = 0; i < n; i++)
		amount_add(tell, amount_rule_told(tell->ctx->arena, &rules[i], tell->ctx->lang));
	for (size_t i = 0; i < tell->scheme->sharing.n_earmarks; i++)
		amount_add(tell, earmark_text(tell->ctx->arena, &tell->scheme->sharing.earmarks[i],
				     tell->call == NULL ? NULL : tell->call->earmarks, tell->ctx->lang));
	tell->view->amount_note = words(tell, &tell->scheme->amount.note);
	/* The note alone is worth the heading too. */
	if (tell->view->n_amounts == 0 && *tell->view->amount_note != '\0') {
		amount_add(tell, tell->view->amount_note);
		tell->view->amount_note = "";
	}
}

/* --- what counts ---------------------------------------------------------------------------------------------------
 */

static void
criteria_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct ctx *ctx = tell->ctx;
	struct html_scheme_show_criteria *rows = arena_array(ctx->arena, scheme->n_criteria + 1, sizeof(*rows));
	struct html_scheme_show_rungs *rungs = arena_array(ctx->arena, scheme->n_rungs + 1, sizeof(*rungs));
	int sum = 0;

	for (size_t i = 0; i < scheme->n_rungs; i++)
		rungs[i].text = words(tell, &scheme->rungs[i].text);
	for (size_t i = 0; i < scheme->n_criteria; i++)
		sum += scheme->criteria[i].weight;
	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct scheme_criterion *c = &scheme->criteria[i];

		if (c->internal)
			continue;
		rows[tell->view->n_criteria++] = (struct html_scheme_show_criteria){ .name = words(tell, &c->name),
			.description = words(tell, &c->description),
			.kind = criterion_kind_text(ctx->arena, c, ctx->lang),
			.weight = c->weight > 0 && sum > 0
				      ? tr_printf(ctx->arena, ctx->lang, "teller %s",
					    share_text(ctx->arena, (share_bp)(c->weight * 10000 / sum), ctx->lang))
				      : "" };
		/* Marks that count alike need no figure. */
		if (scheme->method != CRITERIA_WEIGHTED)
			rows[tell->view->n_criteria - 1].weight = "";
	}
	tell->view->criteria = rows;
	tell->view->rungs = rungs;
	tell->view->n_rungs = scheme->n_rungs;
	tell->view->method = criteria_method_text(ctx->arena, scheme, ctx->lang);
}

static void
goals_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct html_scheme_show_goals *rows = arena_array(tell->ctx->arena, scheme->n_goals + 1, sizeof(*rows));

	for (size_t i = 0; i < scheme->n_goals; i++)
		rows[i].text = words(tell, &scheme->goals[i].name);
	tell->view->goals = rows;
	tell->view->n_goals = scheme->n_goals;
}

/* --- what is needed ------------------------------------------------------------------------------------------------
 */

static void
form_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct html_scheme_show_sections *sections =
	    arena_array(tell->ctx->arena, scheme->n_sections + 1, sizeof(*sections));
	struct html_scheme_show_files *files;
	size_t most = 1;

	for (size_t i = 0; i < scheme->n_sections; i++) {
		sections[i].text = words(tell, &scheme->sections[i].title);
		most += scheme->sections[i].n_fields;
	}
	files = arena_array(tell->ctx->arena, most, sizeof(*files));
	for (size_t i = 0; i < scheme->n_sections; i++)
		for (size_t f = 0; f < scheme->sections[i].n_fields; f++) {
			const struct scheme_field *field = &scheme->sections[i].fields[f];

			if (field->type == FIELD_ATTACHMENT)
				files[tell->view->n_files++] =
				    (struct html_scheme_show_files){ .name = words(tell, &field->label),
					    .optional = field->required == NULL };
		}
	tell->view->sections = sections;
	tell->view->n_sections = scheme->n_sections;
	tell->view->files = files;
}

/* --- what happens then ---------------------------------------------------------------------------------------------
 */

static void
after_add(struct telling *tell, const char *text)
{
	struct html_scheme_show_after *rows = (struct html_scheme_show_after *)(uintptr_t)tell->view->after;

	if (!text_blank(text))
		rows[tell->view->n_after++].text = text;
}

static void
after_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct arena *arena = tell->ctx->arena;
	enum lang lang = tell->ctx->lang;
	const struct said_about about = { .body = county_body_name, .of = tell->ctx->county };
	const struct sentences parts[] = { said_of_deciding(arena, scheme, &about, lang),
		said_of_payment(arena, scheme, &about, lang), said_of_report(arena, scheme, &about, lang) };
	struct sentences said = sentences_joined(arena, parts, 3);

	tell->view->after = arena_array(arena, said.n + 2, sizeof(*tell->view->after));
	if (tell->call != NULL && call_phase(tell->call, tell->ctx->now) <= CALL_PHASE_OPEN)
		after_add(tell, scheme_call_answer(tell->ctx, tell->call));
	for (size_t i = 0; i < said.n; i++)
		after_add(tell, said.list[i]);
	if (scheme->years > 1)
		after_add(tell, tr_printf(arena, lang, "Tilskuddet gis for %d år.", scheme->years));
}

static void
rules_tell(struct telling *tell)
{
	const struct scheme *scheme = tell->scheme;
	struct sentences duties = said_of_duties(tell->ctx->arena, scheme, tell->ctx->lang);
	struct html_scheme_show_terms *terms =
	    arena_array(tell->ctx->arena, scheme->n_terms + duties.n + 1, sizeof(*terms));
	struct html_scheme_show_laws *laws = arena_array(tell->ctx->arena, scheme->n_laws + 1, sizeof(*laws));

	for (size_t i = 0; i < scheme->n_terms; i++)
		terms[i].text = words(tell, &scheme->terms[i].text);
	for (size_t i = 0; i < duties.n; i++)
		terms[scheme->n_terms + i].text = duties.list[i];
	for (size_t i = 0; i < scheme->n_laws; i++)
		laws[i].text = words(tell, &scheme->laws[i].text);
	tell->view->terms = terms;
	tell->view->n_terms = scheme->n_terms + duties.n;
	tell->view->laws = laws;
	tell->view->n_laws = scheme->n_laws;
	tell->view->state_aid = words(tell, &scheme->state_aid.text);
}

/* --- beside --------------------------------------------------------------------------------------------------------
 */

static void
fact_add(struct telling *tell, const char *term, const char *value)
{
	struct html_scheme_show_facts *rows = (struct html_scheme_show_facts *)(uintptr_t)tell->view->facts;

	if (!text_blank(value))
		rows[tell->view->n_facts++] = (struct html_scheme_show_facts){ tr(tell->ctx->lang, term), value };
}

static void
facts_tell(struct telling *tell)
{
	const struct call *call = tell->call;
	struct arena *arena = tell->ctx->arena;
	enum lang lang = tell->ctx->lang;

	tell->view->facts = arena_array(arena, 7, sizeof(*tell->view->facts));
	fact_add(tell, T("Felt"), area_name(tell->scheme->area, lang));
	if (call != NULL) {
		fact_add(tell, T("Frist"), call_deadline_fact(arena, call, lang));
		fact_add(tell, T("Gjelder tiltak i tiden"), scheme_call_covers(tell->ctx, call));
		fact_add(tell, T("Til fordeling"), scheme_call_frame(tell->ctx, call, tell->found));
		if (call_in_round(call, tell->ctx->now) && !date_none(call->answer_by))
			fact_add(tell, T("Svar senest"), date_long(arena, call->answer_by, lang));
		tell->view->contact_name = call->contact_name;
		tell->view->contact_phone = call->contact_phone;
		tell->view->contact_email = call->contact_email;
	}
	if (tell->scheme->language == LANG_NN)
		fact_add(tell, T("Kunngjort på"), tr(lang, "nynorsk"));
	fact_add(tell, T("Behandles av"), words(tell, &tell->found->unit));
	tell->view->source = tell->scheme->source;
}

/* The schemes before and after this one, by the county's own words for them. */
static void
others_tell(struct telling *tell)
{
	const struct scheme_after *after = &tell->scheme->after;
	struct html_scheme_show_before *before =
	    arena_array(tell->ctx->arena, after->n_predecessors + 1, sizeof(*before));
	const char *text = words(tell, &after->merged_into.text);

	if (after->merged_into.id != NULL) {
		tell->view->instead_url = arena_printf(tell->ctx->arena, "/ordninger/%s", after->merged_into.id);
		tell->view->instead = *text == '\0' ? after->merged_into.id : text;
	}
	for (size_t i = 0; i < after->n_predecessors; i++) {
		text = words(tell, &after->predecessors[i].text);
		before[i].text = *text == '\0' ? after->predecessors[i].id : text;
	}
	tell->view->before = before;
	tell->view->n_before = after->n_predecessors;
}

static void
crumbs_tell(struct telling *tell)
{
	struct html_part_breadcrumbs_links *links = arena_array(tell->ctx->arena, 1, sizeof(*links));

	links[0].url = "/ordninger";
	links[0].text = tr(tell->ctx->lang, "Ordninger");
	tell->view->part_breadcrumbs = (struct html_part_breadcrumbs){ .back_url = "/ordninger",
		.back_text = tr(tell->ctx->lang, "Alle ordninger"),
		.links = links,
		.n_links = 1,
		.current = words(tell, &tell->scheme->title) };
}

enum status
scheme_show(struct ctx *ctx)
{
	struct catalogue_scheme found;
	struct html_scheme_show view = { 0 };
	struct telling tell = { .ctx = ctx, .found = &found, .view = &view };
	enum status st;

	if ((st = catalogue_scheme(&found, ctx, path_text(ctx, "scheme"))) != OK)
		return (st);
	tell.scheme = found.scheme;
	tell.call = found.n_calls > 0 ? &found.calls[0] : NULL;
	view.id = tell.scheme->id;
	view.title = words(&tell, &tell.scheme->title);
	view.summary = words(&tell, &tell.scheme->summary);
	view.purpose = words(&tell, &tell.scheme->purpose);
	view.target_group = words(&tell, &tell.scheme->target_group);
	view.not_supported = words(&tell, &tell.scheme->not_supported);
	view.follow_up = words(&tell, &tell.scheme->follow_up);
	view.foreign = ctx->lang == LANG_EN && tell.scheme->title.in[LANG_EN] == NULL;
	crumbs_tell(&tell);
	scheme_call_now(&view, ctx, &found);
	scheme_call_list(&view, ctx, &found);
	applicants_tell(&tell);
	demands_tell(&tell);
	others_tell(&tell);
	amounts_tell(&tell);
	goals_tell(&tell);
	criteria_tell(&tell);
	form_tell(&tell);
	after_tell(&tell);
	rules_tell(&tell);
	facts_tell(&tell);
	page_cache(ctx, CACHE_SECONDS);
	return (page_render(ctx, 200, view.title, HTML(scheme_show), &view));
}
