/* recommendation_spread.c — one table a portfolio criterion, from the list's rows. */
#include "flow/recommendation_spread.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/open_call.h"
#include "flow/municipality_flow.h"

#define MOST_ROWS 400

struct spreading {
	struct ctx *ctx;
	const struct scheme *scheme;
	struct municipality_row *municipalities;
	size_t n_municipalities;
};

static const char *
municipality_of(const struct spreading *s, const char *code)
{
	for (size_t i = 0; i < s->n_municipalities; i++)
		if (strcmp(s->municipalities[i].code, code) == 0)
			return (s->municipalities[i].name);
	return (strcmp(code, "all") == 0 ? tr(s->ctx->lang, "Hele fylket") : code);
}

static const char *
option_of(const struct spreading *s, const struct scheme_field *field, const char *code)
{
	for (size_t i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].code, code) == 0)
			return (lang_pick(&field->options[i].name, s->ctx->lang));
	if (field->type == FIELD_YES_NO)
		return (strcmp(code, "yes") == 0 ? tr(s->ctx->lang, "Ja") : tr(s->ctx->lang, "Nei"));
	return (code);
}

static const char *
name_of(const struct spreading *s, const char *spread, const char *code)
{
	const struct scheme_field *field = scheme_field(s->scheme, spread);
	enum applicant_kind kind;

	if (*code == '\0')
		return (tr(s->ctx->lang, "Ikke oppgitt"));
	if (strcmp(spread, SPREAD_MUNICIPALITY) == 0)
		return (code);
	if (strcmp(spread, SPREAD_APPLICANT) == 0 && applicant_kind_parse(&kind, code))
		return (applicant_kind_name(kind, s->ctx->lang));
	if (field == NULL)
		return (code);
	return (field->type == FIELD_MUNICIPALITIES ? municipality_of(s, code) : option_of(s, field, code));
}

static struct spread_row *
row_for(struct spread *to, const struct spreading *s, const char *code)
{
	for (size_t i = 0; i < to->n_rows; i++)
		if (strcmp(to->rows[i].code, code) == 0)
			return (&to->rows[i]);
	if (to->n_rows == MOST_ROWS)
		return (&to->rows[MOST_ROWS - 1]);
	to->rows[to->n_rows] = (struct spread_row){ .code = code, .name = name_of(s, to->criterion->spread, code) };
	return (&to->rows[to->n_rows++]);
}

static void
add_to(struct spread *to, const struct spreading *s, const char *code, const struct recommendation_row *row)
{
	struct spread_row *found = row_for(to, s, code);

	found->n_applications++;
	found->n_proposed += row->proposed.ore > 0;
	found->proposed = money_add(found->proposed, row->proposed);
}

/* The home municipality is the applicant's, by name; the rest is what was kept of the answers. */
static void
add_row(struct spread *to, const struct spreading *s, const struct recommendation_row *row, size_t criterion)
{
	const char *codes = row->figures.spreads[criterion];
	char **list;
	size_t n;

	if (strcmp(to->criterion->spread, SPREAD_MUNICIPALITY) == 0) {
		add_to(to, s, row->municipality, row);
		return;
	}
	list = text_split(s->ctx->arena, codes, ' ', &n);
	for (size_t i = 0; i < n; i++)
		add_to(to, s, list[i], row);
	if (n == 0)
		add_to(to, s, "", row);
}

static int
by_money(const void *a, const void *b)
{
	const struct spread_row *x = a, *y = b;
	int order = money_cmp(y->proposed, x->proposed);

	return (order != 0 ? order : strcmp(x->name, y->name));
}

/* Of cases the person hasn't declared in, what is proposed is nothing she may know (R24). */
static void
fill(struct spread *to, const struct spreading *s, const struct recommendation_list *list, size_t criterion)
{
	to->rows = arena_array(s->ctx->arena, MOST_ROWS, sizeof(*to->rows));
	for (size_t i = 0; i < list->n_rows; i++)
		if (list->rows[i].declared)
			add_row(to, s, &list->rows[i], criterion);
	if (to->n_rows > 1)
		qsort(to->rows, to->n_rows, sizeof(*to->rows), by_money);
}

enum status
recommendation_spread(struct spread **out, size_t *n, struct ctx *ctx, const struct recommendation_list *list)
{
	struct spreading s = { .ctx = ctx, .scheme = list->scheme };
	enum status st;

	*n = 0;
	*out = arena_array(ctx->arena, list->scheme->n_criteria, sizeof(**out));
	if (!recommendation_judges_spread(list->scheme))
		return (OK);
	if ((st = municipality_list(&s.municipalities, &s.n_municipalities, ctx, instant_day(ctx->now))) != OK)
		return (st);
	for (size_t i = 0; i < list->scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &list->scheme->criteria[i];

		if (criterion->kind != CRITERION_PORTFOLIO)
			continue;
		(*out)[*n] = (struct spread){ .criterion = criterion };
		if (criterion->spread != NULL)
			fill(&(*out)[*n], &s, list, i);
		(*n)++;
	}
	return (OK);
}
