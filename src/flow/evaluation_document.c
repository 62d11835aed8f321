/* evaluation_document.c — figures in words and rows. */
#include "flow/evaluation_document.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "flow/county.h"
#include "flow/evaluation_flow.h"
#include "flow/municipality_flow.h"

/* What the parts below are made from. */
struct paper {
	struct arena *arena;
	const struct evaluation *evaluation;
	enum lang lang;
	bool compare; /* there is a year before to stand beside this one */
	const struct municipality_row *places;
	size_t n_places;
};

/* The chart shows so many municipalities; the table has all. */
#define TOP_MUNICIPALITIES 12

static void
add_total(struct doc_data *data, const struct paper *p, const char *list, const char *label, const char *now,
    const char *last, const char *change)
{
	struct doc_data *row = doc_add_row(data, list);

	doc_set_text(row, "label", label);
	doc_set_text(row, "now", now);
	doc_set_text(row, "last", p->compare ? last : "–");
	doc_set_text(row, "change", p->compare ? change : "–");
}

static void
add_count(struct doc_data *data, const struct paper *p, const char *label, int64_t now, int64_t last)
{
	add_total(data, p, "counts", label, money_count(p->arena, now), money_count(p->arena, last),
	    evaluation_change(p->arena, now, last, p->lang));
}

static void
add_sum(struct doc_data *data, const struct paper *p, const char *label, money now, money last)
{
	add_total(data, p, "sums", label, money_show(p->arena, now), money_show(p->arena, last),
	    evaluation_change(p->arena, now.ore, last.ore, p->lang));
}

static void
add_rate(struct doc_data *data, const struct paper *p, const char *label, int64_t now_bp, int64_t last_bp)
{
	add_total(data, p, "rates", label, evaluation_percent(p->arena, now_bp, p->lang),
	    evaluation_percent(p->arena, last_bp, p->lang), evaluation_points(p->arena, now_bp, last_bp, p->lang));
}

static const char *
days(const struct paper *p, const struct evaluation_totals *totals)
{
	return (evaluation_told(totals) == 0 ? "–" : money_count(p->arena, totals->median_days));
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
	add_rate(data, p, tr(lang, "Andel av vurderte søknader som fikk tilskudd"), evaluation_grant_rate_bp(now),
	    evaluation_grant_rate_bp(last));
	add_rate(data, p, tr(lang, "Andel av summen de søkte om"), evaluation_sum_rate_bp(now),
	    evaluation_sum_rate_bp(last));
	add_total(data, p, "rates", tr(lang, "Dager fra søknad til vedtak (median)"), days(p, now), days(p, last),
	    evaluation_told(now) == 0 ? "–" : evaluation_change(p->arena, now->median_days, last->median_days, lang));
}

static void
set_money(struct doc_data *row, const struct paper *p, const char *key, money sum)
{
	doc_set_number(row, key, (double)sum.ore / 100, money_show(p->arena, sum));
}

/* The most first; equal sums by name, as they come. */
static int
by_awarded(const void *a, const void *b)
{
	const struct evaluation_municipality *const *x = a, *const *y = b;
	int order = money_cmp((*y)->awarded, (*x)->awarded);

	return (order != 0 ? order : (*x < *y ? -1 : *x > *y));
}

static void
add_top(struct doc_data *data, const struct paper *p, size_t n_granted)
{
	const struct evaluation *e = p->evaluation;
	const struct evaluation_municipality **order = arena_array(p->arena, e->n_municipalities, sizeof(*order));

	for (size_t i = 0; i < e->n_municipalities; i++)
		order[i] = &e->municipalities[i];
	qsort(order, e->n_municipalities, sizeof(*order), by_awarded);
	doc_set_list(data, "top");
	for (size_t i = 0; i < e->n_municipalities && i < TOP_MUNICIPALITIES && order[i]->awarded.ore > 0; i++) {
		struct doc_data *row = doc_add_row(data, "top");

		doc_set_text(row, "name", order[i]->name);
		set_money(row, p, "awarded", order[i]->awarded);
		set_money(row, p, "last", order[i]->last_awarded);
	}
	doc_set_text(data, "top_title",
	    n_granted > TOP_MUNICIPALITIES
		? tr_printf(p->arena, p->lang, "De %d kommunene som fikk mest", TOP_MUNICIPALITIES)
		: tr(p->lang, "Tilskudd etter kommune"));
}

static void
add_municipality(struct doc_data *data, const struct paper *p, const struct evaluation_municipality *m)
{
	struct doc_data *row = doc_add_row(data, "municipalities");

	doc_set_text(row, "name", m->name);
	doc_set_text(row, "applications", money_count(p->arena, m->applications));
	doc_set_text(row, "grants", money_count(p->arena, m->grants));
	doc_set_text(row, "awarded", money_show(p->arena, m->awarded));
	doc_set_text(row, "per_inhabitant", evaluation_per_inhabitant(p->arena, m));
	doc_set_text(row, "last", p->compare ? money_show(p->arena, m->last_awarded) : "–");
}

/* Every municipality as a square on the map, those with nothing too. */
static void
add_square(struct doc_data *data, const struct paper *p, const struct evaluation_municipality *m)
{
	for (size_t i = 0; i < p->n_places; i++)
		if (strcmp(p->places[i].code, m->code) == 0 && p->places[i].across >= 0) {
			struct doc_data *row = doc_add_row(data, "squares");

			doc_set_text(row, "name", m->name);
			set_money(row, p, "awarded", m->awarded);
			doc_set_number(row, "across", p->places[i].across, "");
			doc_set_number(row, "down", p->places[i].down, "");
		}
}

/* All together, and what went to places outside the county, so that the parts add up to what was given. */
static void
add_county(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;
	struct evaluation_municipality county = evaluation_county(e);
	money elsewhere = money_sub(e->now.awarded, county.awarded);

	doc_set_text(data, "municipalities_awarded", money_show(p->arena, county.awarded));
	doc_set_text(data, "municipalities_per_inhabitant", evaluation_per_inhabitant(p->arena, &county));
	doc_set_text(data, "municipalities_last", p->compare ? money_show(p->arena, county.last_awarded) : "–");
	doc_set_text(data, "elsewhere", elsewhere.ore == 0 ? "" : money_show(p->arena, elsewhere));
}

static void
add_municipalities(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;
	size_t without = evaluation_without(e);

	doc_set_list(data, "municipalities");
	doc_set_list(data, "without");
	doc_set_list(data, "squares");
	for (size_t i = 0; i < e->n_municipalities; i++) {
		const struct evaluation_municipality *m = &e->municipalities[i];

		add_square(data, p, m);

		if (m->awarded.ore == 0)
			doc_set_text(doc_add_row(data, "without"), "name", m->name);
		if (m->applications > 0 || m->awarded.ore > 0 || m->last_awarded.ore > 0)
			add_municipality(data, p, m);
	}
	add_top(data, p, e->n_municipalities - without);
	add_county(data, p);
	doc_set_text(data, "n_without", money_count(p->arena, (int64_t)without));
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
		return (tr(lang, "Bedrifter"));
	case APPLICANT_COOPERATION:
		return (tr(lang, "Samarbeid"));
	default:
		return (tr(lang, "Privatpersoner"));
	}
}

/* Persons are told in numbers only when there are enough of them. */
static const char *
kind_count(const struct paper *p, const struct evaluation_kind *kind, int64_t n)
{
	if (kind->kind == APPLICANT_PERSON && n > 0 && n < EVALUATION_SMALL)
		return (tr_printf(p->arena, p->lang, "færre enn %d", EVALUATION_SMALL));
	return (money_count(p->arena, n));
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
		doc_set_text(row, "received", kind_count(p, k, k->received));
		doc_set_text(row, "grants", money_count(p->arena, k->grants));
		/* What so few persons asked for could be told back to them; what somebody got is public. */
		doc_set_text(row, "applied",
		    k->kind == APPLICANT_PERSON && k->received < EVALUATION_SMALL ? "–"
										  : money_show(p->arena, k->applied));
		set_money(row, p, "awarded", k->awarded);
		set_money(row, p, "last", k->last_awarded);
		doc_set_text(row, "last_shown", p->compare ? money_show(p->arena, k->last_awarded) : "–");
	}
}

static void
add_goals(struct doc_data *data, const struct paper *p)
{
	const struct evaluation *e = p->evaluation;

	doc_set_list(data, "goals");
	for (size_t i = 0; i < e->scheme->n_goals; i++) {
		const struct scheme_goal *goal = &e->scheme->goals[i];
		const struct evaluation_goal *promise = evaluation_goal(e, goal->id);
		struct doc_data *row;

		if (promise == NULL)
			continue;
		row = doc_add_row(data, "goals");
		doc_set_text(row, "name", lang_pick(&goal->name, p->lang));
		doc_set_text(row, "projects", money_count(p->arena, promise->projects));
		doc_set_text(row, "promised", evaluation_promised(p->arena, goal, promise->promised, p->lang));
		doc_set_text(row, "last_promised",
		    p->compare ? evaluation_promised(p->arena, goal, promise->last_promised, p->lang) : "–");
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

		/* Marks tell nothing apart when nobody was rejected, or nobody got anything. */
		if (criterion == NULL || *e->criteria[i].granted_mean == '\0' || *e->criteria[i].rejected_mean == '\0')
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

/* Projects tagged integration, and applications of immigrant organisations (R57). */
static void
add_group(struct doc_data *data, const struct paper *p, const char *label, int64_t received, int64_t granted,
    money awarded, money last)
{
	struct doc_data *row = doc_add_row(data, "groups");

	doc_set_text(row, "label", label);
	doc_set_text(row, "received", money_count(p->arena, received));
	doc_set_text(row, "granted", money_count(p->arena, granted));
	doc_set_text(row, "awarded", money_show(p->arena, awarded));
	doc_set_text(row, "last", p->compare ? money_show(p->arena, last) : "–");
}

static void
add_integration(struct doc_data *data, const struct paper *p)
{
	const struct evaluation_totals *now = &p->evaluation->now, *last = &p->evaluation->last;

	add_group(data, p, tr(p->lang, "Prosjekter merket integrering"), now->integration_received, now->integration,
	    now->integration_awarded, last->integration_awarded);
	add_group(data, p, tr(p->lang, "Søknader fra innvandrerorganisasjoner"), now->immigrant, now->immigrant_granted,
	    now->immigrant_awarded, last->immigrant_awarded);
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

enum status
evaluation_document_data(struct doc_data **out, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang)
{
	struct paper p = { ctx->arena, evaluation, lang, evaluation_compares(evaluation), NULL, 0 };
	struct doc_data *data = doc_data_new(ctx->arena);
	struct municipality_row *places;
	enum status st;

	/* As the county was at the end of that year. */
	if ((st = municipality_list(&places, &p.n_places, ctx, (struct date){ evaluation->year, 12, 31 })) != OK)
		return (st);
	p.places = places;

	doc_set_text(data, "county", lang_pick(&ctx->county->name, lang));
	doc_set_text(data, "year", arena_printf(ctx->arena, "%d", evaluation->year));
	doc_set_text(data, "last_year", arena_printf(ctx->arena, "%d", evaluation->year - 1));
	doc_set_text(data, "figures_at", instant_long(ctx->arena, evaluation->figures_at, lang));
	doc_set_text(data, "inhabitants_on",
	    date_none(evaluation->inhabitants_on) ? "" : date_long(ctx->arena, evaluation->inhabitants_on, lang));
	doc_set_flag(data, "compare", p.compare);
	add_findings(data, &p);
	add_scheme(data, &p);
	add_totals(data, &p);
	add_municipalities(data, &p);
	add_kinds(data, &p);
	add_goals(data, &p);
	add_criteria(data, &p);
	add_integration(data, &p);
	add_grants(data, &p);
	*out = data;
	return (OK);
}

/* --- open data ---------------------------------------------------------------------------------------------------- */

static void
csv_cell(struct buf *out, const char *text, char end)
{
	/* A cell that begins like a formula is one to a spreadsheet; a space in front makes it text. */
	bool formula = strchr("=+-@\t\n", *text) != NULL && *text != '\0';

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
