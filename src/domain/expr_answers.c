/* expr_answers.c — looks names up among answers, sums and facts. */
#include "domain/expr_answers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"

/* A checked scheme has no cycles; this bounds one that was never checked. */
#define MAX_DEPTH 16

static struct expr_value
money_if(bool known, money sum)
{
	return (known ? expr_money(sum) : expr_absent());
}

static struct expr_value
municipality_count(const struct rule_view *view)
{
	size_t n = view->sums.all_municipalities ? view->facts->n_county_municipalities : view->sums.n_municipalities;

	return (n > 0 ? expr_integer((int64_t)n) : expr_absent());
}

/* Whole years on the day the application is received; on a birthday the new one. */
static struct expr_value
age(const struct rule_view *view)
{
	const struct scheme_field *field = scheme_field_of_type(view->scheme, FIELD_BIRTH_DATE);
	struct date born, today = view->facts->today;

	if (field == NULL || date_none(today) || date_parse(&born, answers_get(view->answers, field->id)) != OK ||
	    !view_field_relevant((struct rule_view *)(uintptr_t)view, field))
		return (expr_absent());
	return (expr_integer(today.year - born.year -
			     (today.month < born.month || (today.month == born.month && today.day < born.day))));
}

/* The names that are no field's; false when name is none of them. */
static bool
global(struct expr_value *out, const struct rule_view *view, const char *name)
{
	const struct application_sums *sums = &view->sums;
	const struct application_facts *facts = view->facts;
	const struct {
		const char *name;
		struct expr_value value;
	} rows[] = {
		{ "applied", money_if(sums->has_applied, sums->applied) },
		{ "costs", money_if(sums->has_costs, sums->costs) },
		{ "costs-cash", money_if(sums->has_costs, sums->costs_cash) },
		{ "own-work", money_if(sums->has_costs, sums->costs_own) },
		{ "financing", money_if(sums->has_financing, sums->financing) },
		{ "municipalities", municipality_count(view) },
		{ "start", expr_date(sums->start) },
		{ "end", expr_date(sums->end) },
		{ "age", age(view) },
		{ "applicant-type", expr_text(applicant_kind_code(facts->applicant)) },
		{ "organisation-form", expr_text(facts->organisation_form) },
		{ "in-voluntary-register", expr_boolean(facts->in_voluntary_register) },
		{ "call-start", expr_date(facts->call_from) },
		{ "call-end", expr_date(facts->call_to) },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i].name, name) == 0) {
			*out = rows[i].value;
			return (true);
		}
	return (false);
}

static struct expr_value
money_value(const char *typed)
{
	money sum;

	return (money_parse(&sum, typed) == OK ? expr_money(sum) : expr_absent());
}

static struct expr_value
date_value(const char *typed)
{
	struct date day;

	return (date_parse(&day, typed) == OK ? expr_date(day) : expr_absent());
}

/* What a column adds up to; absent when no row has a sum. */
static struct expr_value
column_value(const struct rule_view *view, const char *id, const char *column)
{
	size_t rows = answers_rows(view->answers, id);
	money total = MONEY_ZERO, sum;
	bool any = false;

	for (size_t row = 0; row < rows; row++)
		if (money_parse(&sum, answers_cell(view->answers, id, row, column)) == OK) {
			total = money_add(total, sum);
			any = true;
		}
	return (money_if(any, total));
}

/* A goal is named alone or as the form posts it: "maltall.deltakere", "maltall.deltakere.number". */
static struct expr_value
goal_value(const struct rule_view *view, const struct scheme_field *field, const char *part)
{
	if (strchr(part, '.') == NULL)
		part = arena_printf(view->arena, "%s.number", part);
	return (expr_decimal(answers_part(view->answers, field->id, part)));
}

static struct expr_value
part_value(const struct rule_view *view, const struct scheme_field *field, const char *part)
{
	switch (field->type) {
	case FIELD_PERIOD:
		return (date_value(answers_part(view->answers, field->id, part)));
	case FIELD_COSTS:
	case FIELD_FINANCING:
		return (column_value(view, field->id, part));
	case FIELD_GOALS:
		return (goal_value(view, field, part));
	default:
		return (expr_absent());
	}
}

static struct expr_value
field_value(const struct rule_view *view, const struct scheme_field *field)
{
	const char *value = answers_get(view->answers, field->id);

	switch (field->type) {
	case FIELD_INTEGER:
		return (expr_decimal(value));
	case FIELD_MONEY:
	case FIELD_APPLIED:
		return (money_value(value));
	case FIELD_DATE:
		return (date_value(value));
	case FIELD_MULTI_CHOICE:
	case FIELD_MUNICIPALITIES:
		return (expr_codes(value));
	default:
		return (expr_text(value)); /* what has parts has nothing under its own name: absent */
	}
}

static const struct scheme_field *
asked_field(struct rule_view *view, const char *name)
{
	const struct scheme_field *field = answer_path_field(view->scheme, name);

	return (field != NULL && view_field_relevant(view, field) ? field : NULL);
}

static struct expr_value
lookup(void *user, const char *name)
{
	struct rule_view *view = user;
	const struct scheme_field *field;
	struct expr_value value;

	if (global(&value, view, name))
		return (value);
	if ((field = asked_field(view, name)) == NULL)
		return (expr_absent());
	name += strlen(field->id);
	return (*name == '.' ? part_value(view, field, name + 1) : field_value(view, field));
}

static int64_t
count_filled(const struct rule_view *view, const char *id, const char *column)
{
	size_t rows = answers_rows(view->answers, id);
	int64_t n = 0;

	for (size_t row = 0; row < rows; row++)
		n += !text_blank(answers_cell(view->answers, id, row, column));
	return (n);
}

static int64_t
count_files(const struct application_facts *facts, const char *field)
{
	int64_t n = 0;

	for (size_t i = 0; i < facts->n_files; i++)
		n += strcmp(facts->files[i].field, field) == 0;
	return (n);
}

static int64_t
count_codes(const struct rule_view *view, const struct scheme_field *field)
{
	const char *codes = answers_get(view->answers, field->id);
	size_t n;

	if (field->type == FIELD_MUNICIPALITIES && strcmp(codes, "all") == 0)
		return ((int64_t)view->facts->n_county_municipalities);
	text_split(view->arena, codes, ' ', &n);
	return ((int64_t)n);
}

static int64_t
count(void *user, const char *name)
{
	struct rule_view *view = user;
	const struct scheme_field *field = asked_field(view, name);

	if (field == NULL)
		return (0);
	name += strlen(field->id);
	switch (field->type) {
	case FIELD_MULTI_CHOICE:
	case FIELD_MUNICIPALITIES:
		return (count_codes(view, field));
	case FIELD_COSTS:
	case FIELD_FINANCING:
		if (*name == '.')
			return (count_filled(view, field->id, name + 1));
		return ((int64_t)answers_rows(view->answers, field->id));
	default: /* the language counts nothing else but files */
		return (count_files(view->facts, field->id));
	}
}

void
rule_view_init(struct rule_view *out, struct arena *arena, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts)
{
	memset(out, 0, sizeof(*out));
	out->scheme = scheme;
	out->answers = answers;
	out->facts = facts;
	out->arena = arena;
	sums_of(&out->sums, scheme, answers);
	out->env =
	    (struct expr_env){ .lookup = lookup, .count = count, .user = out, .today = facts->today, .arena = arena };
}

const char *
section_of_type(const struct scheme *scheme, enum field_type type)
{
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (scheme->sections[s].fields[f].type == type)
				return (scheme->sections[s].id);
	return ("");
}

bool
view_field_relevant(struct rule_view *view, const struct scheme_field *field)
{
	bool relevant;

	if (field->relevant == NULL)
		return (true);
	if (view->depth >= MAX_DEPTH)
		return (false);
	view->depth++;
	relevant = expr_applies(field->relevant, &view->env, true);
	view->depth--;
	return (relevant);
}

bool
view_field_required(struct rule_view *view, const struct scheme_field *field)
{
	return (view_field_relevant(view, field) && expr_applies(field->required, &view->env, false));
}

bool
field_relevant(const struct scheme *scheme, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts)
{
	struct rule_view view;

	rule_view_init(&view, answers_arena(answers), scheme, answers, facts);
	return (view_field_relevant(&view, field));
}

bool
field_required(const struct scheme *scheme, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts)
{
	struct rule_view view;

	rule_view_init(&view, answers_arena(answers), scheme, answers, facts);
	return (view_field_required(&view, field));
}
