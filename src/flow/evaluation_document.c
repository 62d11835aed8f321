/* evaluation_document.c — figures in words and rows. */
#include "flow/evaluation_document.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "doc/doc_data.h"
#include "flow/evaluation_flow.h"
#include "xml/county.h"

/* What the parts below are made from. */
struct paper {
	struct arena *arena;
	const struct evaluation *evaluation;
	enum lang lang;
};

static void
add_total(
    struct doc_data *data, const char *list, const char *label, const char *now, const char *last, const char *change)
{
	struct doc_data *row = doc_add_row(data, list);

	doc_set_text(row, "label", label);
	doc_set_text(row, "now", now);
	doc_set_text(row, "last", last);
	doc_set_text(row, "change", change);
}

static void
add_count(struct doc_data *data, const struct paper *p, const char *label, int64_t now, int64_t last)
{
	add_total(data, "counts", label, money_count(p->arena, now), money_count(p->arena, last),
	    evaluation_change(p->arena, now, last, p->lang));
}

static void
add_sum(struct doc_data *data, const struct paper *p, const char *label, money now, money last)
{
	add_total(data, "sums", label, money_show(p->arena, now), money_show(p->arena, last),
	    evaluation_change(p->arena, now.ore, last.ore, p->lang));
}

static void
add_totals(struct doc_data *data, const struct paper *p)
{
	const struct evaluation_totals *now = &p->evaluation->now, *last = &p->evaluation->last;
	enum lang lang = p->lang;

	add_count(data, p, tr(lang, "Mottatte søknader"), now->received, last->received);
	add_count(data, p, tr(lang, "Innvilget"), now->granted, last->granted);
	add_count(data, p, tr(lang, "Delvis innvilget"), now->partly_granted, last->partly_granted);
	add_count(data, p, tr(lang, "Avslag"), now->rejected, last->rejected);
	add_count(data, p, tr(lang, "Avvist"), now->dismissed, last->dismissed);
	add_count(data, p, tr(lang, "Trukket"), now->withdrawn, last->withdrawn);
	add_count(data, p, tr(lang, "Ikke ferdig behandlet"), now->pending, last->pending);
	add_sum(data, p, tr(lang, "Ramme"), now->frame, last->frame);
	add_sum(data, p, tr(lang, "Søkt om"), now->applied, last->applied);
	add_sum(data, p, tr(lang, "Gitt"), now->awarded, last->awarded);
	add_sum(data, p, tr(lang, "Gjennomsnittlig tilskudd"), now->mean, last->mean);
	add_sum(data, p, tr(lang, "Midterste tilskudd (median)"), now->median, last->median);
	add_total(data, "rates", tr(lang, "Andel av vurderte søknader som fikk tilskudd"),
	    evaluation_percent(p->arena, evaluation_grant_rate_bp(now), lang),
	    evaluation_percent(p->arena, evaluation_grant_rate_bp(last), lang), "");
	add_total(data, "rates", tr(lang, "Andel av summen de søkte om"),
	    evaluation_percent(p->arena, evaluation_sum_rate_bp(now), lang),
	    evaluation_percent(p->arena, evaluation_sum_rate_bp(last), lang), "");
	add_total(data, "rates", tr(lang, "Dager fra søknad til vedtak (median)"),
	    money_count(p->arena, now->median_days), money_count(p->arena, last->median_days),
	    evaluation_change(p->arena, now->median_days, last->median_days, lang));
}

static void
set_money(struct doc_data *row, const struct paper *p, const char *key, money sum)
{
	doc_set_number(row, key, (double)sum.ore / 100, money_show(p->arena, sum));
}

static void
add_municipalities(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;

	doc_set_list(data, "municipalities");
	doc_set_list(data, "without");
	for (size_t i = 0; i < e->n_municipalities; i++) {
		const struct evaluation_municipality *m = &e->municipalities[i];
		struct doc_data *row;

		if (m->awarded.ore == 0) {
			doc_set_text(doc_add_row(data, "without"), "name", m->name);
			continue;
		}
		row = doc_add_row(data, "municipalities");
		doc_set_text(row, "name", m->name);
		doc_set_text(row, "applications", money_count(p->arena, m->applications));
		doc_set_text(row, "grants", money_count(p->arena, m->grants));
		set_money(row, p, "awarded", m->awarded);
		doc_set_text(row, "per_inhabitant", evaluation_per_inhabitant(p->arena, m));
		set_money(row, p, "last", m->last_awarded);
	}
	doc_set_text(data, "n_without", money_count(p->arena, (int64_t)evaluation_without(e)));
	doc_set_text(data, "n_municipalities", money_count(p->arena, (int64_t)e->n_municipalities));
}

static const char *
kind_name(enum applicant_kind kind, enum lang lang)
{
	switch (kind) {
	case APPLICANT_VOLUNTARY:
		return (tr(lang, "Lag og foreninger"));
	case APPLICANT_MUNICIPALITY:
		return (tr(lang, "Kommuner"));
	case APPLICANT_ENTERPRISE:
		return (tr(lang, "Bedrifter og foretak"));
	case APPLICANT_COOPERATION:
		return (tr(lang, "Samarbeid og interkommunale"));
	default:
		return (tr(lang, "Privatpersoner"));
	}
}

static void
add_kinds(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;

	doc_set_list(data, "kinds");
	for (size_t i = 0; i < e->n_kinds; i++) {
		const struct evaluation_kind *k = &e->kinds[i];
		struct doc_data *row = doc_add_row(data, "kinds");

		doc_set_text(row, "name", kind_name(k->kind, p->lang));
		doc_set_text(row, "received", money_count(p->arena, k->received));
		doc_set_text(row, "grants", money_count(p->arena, k->grants));
		set_money(row, p, "applied", k->applied);
		set_money(row, p, "awarded", k->awarded);
		set_money(row, p, "last", k->last_awarded);
	}
}

/* A count of persons under the limit is not told exactly; of things it is. */
static const char *
promised_text(const struct paper *p, const struct scheme_goal *goal, const char *number)
{
	int64_t n = strtoll(number, NULL, 10);

	if (n > 0 && n < EVALUATION_SMALL && strcmp(goal->unit, "person") == 0)
		return (tr_printf(p->arena, p->lang, "færre enn %d", EVALUATION_SMALL));
	return (money_count(p->arena, n));
}

static void
add_goals(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;

	doc_set_list(data, "goals");
	for (size_t i = 0; i < e->n_goals; i++) {
		const struct scheme_goal *goal = scheme_goal(e->scheme, e->goals[i].goal_id);
		struct doc_data *row;

		if (goal == NULL)
			continue;
		row = doc_add_row(data, "goals");
		doc_set_text(row, "name", lang_pick(&goal->name, p->lang));
		doc_set_text(row, "projects", money_count(p->arena, e->goals[i].projects));
		doc_set_text(row, "promised", promised_text(p, goal, e->goals[i].promised));
		doc_set_text(row, "last_promised", promised_text(p, goal, e->goals[i].last_promised));
	}
}

/* "3.25" as Norwegians write it. */
static const char *
decimal(const struct paper *p, const char *number)
{
	char *text = arena_strdup(p->arena, *number == '\0' ? "–" : number), *dot = strchr(text, '.');

	if (dot != NULL && p->lang != LANG_EN)
		*dot = ',';
	return (text);
}

static void
add_criteria(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;

	doc_set_list(data, "criteria");
	for (size_t i = 0; i < e->n_criteria; i++) {
		const struct scheme_criterion *criterion = scheme_criterion(e->scheme, e->criteria[i].criterion_id);
		struct doc_data *row;

		if (criterion == NULL)
			continue;
		row = doc_add_row(data, "criteria");
		doc_set_text(row, "name", lang_pick(&criterion->name, p->lang));
		doc_set_text(row, "granted", decimal(p, e->criteria[i].granted_mean));
		doc_set_text(row, "rejected", decimal(p, e->criteria[i].rejected_mean));
	}
}

static void
add_grants(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;

	doc_set_list(data, "grants");
	for (size_t i = 0; i < e->n_grants; i++) {
		const struct evaluation_grant *g = &e->grants[i];
		struct doc_data *row = doc_add_row(data, "grants");

		doc_set_text(row, "number", g->number);
		doc_set_text(row, "organisation", g->organisation);
		doc_set_text(row, "title", g->title);
		doc_set_text(row, "municipalities",
		    g->n_municipalities > 4
			? tr_printf(p->arena, p->lang, "%s kommuner", money_count(p->arena, g->n_municipalities))
			: g->municipalities);
		doc_set_text(row, "applied", money_show(p->arena, g->applied));
		doc_set_text(row, "awarded", money_show(p->arena, g->awarded));
		doc_set_flag(row, "integration", g->integration);
	}
}

static void
add_integration(struct doc_data *data, const struct paper *p)
{
	const struct evaluation_totals *now = &p->evaluation->now, *last = &p->evaluation->last;

	doc_set_text(data, "integration", money_count(p->arena, now->integration));
	doc_set_text(data, "integration_last", money_count(p->arena, last->integration));
	doc_set_text(data, "integration_received", money_count(p->arena, now->integration_received));
	doc_set_text(data, "integration_awarded", money_show(p->arena, now->integration_awarded));
	doc_set_text(data, "integration_awarded_last", money_show(p->arena, last->integration_awarded));
	doc_set_text(data, "immigrant", money_count(p->arena, now->immigrant));
	doc_set_text(data, "immigrant_granted", money_count(p->arena, now->immigrant_granted));
	doc_set_text(data, "immigrant_awarded", money_show(p->arena, now->immigrant_awarded));
}

static void
add_scheme(struct doc_data *data, const struct paper *p)
{
	const struct scheme *scheme = p->evaluation->scheme;

	doc_set_text(data, "scheme_title", lang_pick(&scheme->title, p->lang));
	doc_set_text(data, "purpose", lang_pick(&scheme->purpose, p->lang));
	doc_set_text(data, "target_group", lang_pick(&scheme->target_group, p->lang));
	doc_set_list(data, "award_criteria");
	for (size_t i = 0; i < scheme->n_criteria; i++)
		if (!scheme->criteria[i].internal)
			doc_set_text(
			    doc_add_row(data, "award_criteria"), "name", lang_pick(&scheme->criteria[i].name, p->lang));
}

static void
add_findings(struct doc_data *data, const struct paper *p)
{
	const char *findings[EVALUATION_FINDINGS];
	size_t n = evaluation_findings(findings, p->arena, p->evaluation, p->lang);

	for (size_t i = 0; i < n; i++)
		doc_set_text(doc_add_row(data, "findings"), "text", findings[i]);
}

struct doc_data *
evaluation_document_data(struct ctx *ctx, const struct evaluation *evaluation, enum lang lang)
{
	struct paper p = { ctx->arena, evaluation, lang };
	struct doc_data *data = doc_data_new(ctx->arena);

	doc_set_text(data, "county", lang_pick(&ctx->county->name, lang));
	doc_set_text(data, "year", arena_printf(ctx->arena, "%d", evaluation->year));
	doc_set_text(data, "last_year", arena_printf(ctx->arena, "%d", evaluation->year - 1));
	doc_set_text(data, "figures_at", instant_long(ctx->arena, evaluation->figures_at, lang));
	add_findings(data, &p);
	add_scheme(data, &p);
	add_totals(data, &p);
	add_municipalities(data, &p);
	add_kinds(data, &p);
	add_goals(data, &p);
	add_criteria(data, &p);
	add_integration(data, &p);
	add_grants(data, &p);
	return (data);
}

/* --- open data ---------------------------------------------------------------------------------------------------- */

static void
csv_cell(struct buf *out, const char *text, char end)
{
	/* A cell that begins like a formula is one to a spreadsheet; a space in front makes it text. */
	bool formula = strchr("=+-@", *text) != NULL && *text != '\0';

	buf_putc(out, '"');
	if (formula)
		buf_putc(out, ' ');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
	buf_putc(out, end);
}

void
evaluation_csv(struct buf *out, const struct evaluation *evaluation)
{
	struct arena *arena = out->arena;

	buf_puts(out, "\xef\xbb\xbfsoknadsnummer;organisasjonsnummer;organisasjon;type;prosjekt;kommuner;sokt_kr;gitt_"
		      "kr;vedtaksdato\r\n");
	for (size_t i = 0; i < evaluation->n_grants; i++) {
		const struct evaluation_grant *g = &evaluation->grants[i];

		csv_cell(out, g->number, ';');
		csv_cell(out, g->orgnr, ';');
		csv_cell(out, g->organisation, ';');
		csv_cell(out, applicant_kind_code(g->kind), ';');
		csv_cell(out, g->title, ';');
		csv_cell(out, g->municipalities, ';');
		buf_printf(out, "%lld;%lld;%s\r\n", (long long)(g->applied.ore / 100),
		    (long long)(g->awarded.ore / 100), date_iso(arena, g->decided_on));
	}
}
