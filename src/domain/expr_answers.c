/* expr_answers.c — looks names up among answers, sums and facts. */
#include "domain/expr_answers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/cost_base.h"

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

/* As the form says it, else as the register does; none when neither knows. */
static struct date
born_on(struct rule_view *view)
{
	const struct scheme_field *field = scheme_field_of_type(view->scheme, FIELD_BIRTH_DATE);
	struct date born;

	if (field == NULL || date_parse(&born, answers_get(view->answers, field->id)) != OK ||
	    !view_field_relevant(view, field))
		return (view->facts->born);
	return (born);
}

/* Whole years on the day the application is received; on a birthday the new one. */
static struct expr_value
age(struct rule_view *view)
{
	struct date born = born_on(view), today = view->facts->today;

	if (date_none(born) || date_none(today))
		return (expr_absent());
	return (expr_integer(today.year - born.year -
			     (today.month < born.month || (today.month == born.month && today.day < born.day))));
}

/* The names that are no field's; false when name is none of them. */
static bool
global(struct expr_value *out, struct rule_view *view, const char *name)
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
		{ "applicant-type", expr_text(applicant_kind_code(facts->applicant)) },
		{ "organisation-form", expr_text(facts->organisation_form) },
		{ "in-voluntary-register", expr_boolean(facts->in_voluntary_register) },
		{ "call-start", expr_date(facts->call_from) },
		{ "call-end", expr_date(facts->call_to) },
		{ "call-year", facts->call_year == 0 ? expr_absent() : expr_integer(facts->call_year) },
		{ "call-extra", expr_boolean(facts->call_extra) },
		{ "applicant-municipality", expr_text(facts->in_municipality) },
		{ "applicant-in-county",
		    text_blank(facts->in_municipality) ? expr_absent() : expr_boolean(facts->in_county) },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i].name, name) == 0) {
			*out = rows[i].value;
			return (true);
		}
	/* These look at an answer, and so not at every name that is looked up. */
	if (strcmp(name, "applicant-born") == 0)
		*out = expr_date(born_on(view));
	else if (strcmp(name, "age") == 0)
		*out = age(view);
	else
		return (false);
	return (true);
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

/* All in a plan, of one type of cost or in one column. */
static struct expr_value
plan_value(const struct rule_view *view, const struct scheme_field *field, const char *part)
{
	money sum;

	for (size_t i = 0; field->type == FIELD_COSTS && i < field->n_options; i++)
		if (strcmp(field->options[i].code, part) == 0)
			return (money_if(cost_of_type(&sum, view->answers, field, part), sum));
	return (column_value(view, field->id, part));
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
		return (plan_value(view, field, part));
	case FIELD_GOALS:
		return (goal_value(view, field, part));
	case FIELD_ADDRESS:
	case FIELD_PERSON:
		return (expr_text(answers_part(view->answers, field->id, part)));
	default:
		return (expr_absent());
	}
}

/* Half away from zero. */
static expr_number
rounded(expr_number number)
{
	expr_number half = number < 0 ? -EXPR_ONE / 2 : EXPR_ONE / 2;

	return ((number + half) / EXPR_ONE * EXPR_ONE);
}

struct expr_value
view_calculated(struct rule_view *view, const struct scheme_field *field)
{
	struct expr_value value;

	if (view->depth >= MAX_DEPTH)
		return (expr_absent());
	view->depth++;
	expr_eval(&value, field->calculate, &view->env);
	view->depth--;
	if (value.type == EXPR_NUMBER)
		value.number = rounded(value.number);
	return (value);
}

static struct expr_value
field_value(struct rule_view *view, const struct scheme_field *field)
{
	const char *value = answers_get(view->answers, field->id);

	if (field->calculate != NULL)
		return (view_calculated(view, field));
	switch (field->type) {
	case FIELD_INTEGER:
		return (expr_decimal(value));
	case FIELD_MONEY:
	case FIELD_APPLIED:
		return (money_value(value));
	case FIELD_DATE:
	case FIELD_BIRTH_DATE:
		return (date_value(value));
	case FIELD_MULTI_CHOICE:
	case FIELD_MUNICIPALITIES:
		return (expr_codes(value));
	default:
		return (expr_text(value)); /* what has parts has nothing under its own name: absent */
	}
}

/* --- names in rows ----------------------------------------------------------------------------------------------- */

void
rule_view_row(struct rule_view *view, const struct scheme_field *group, const char *key)
{
	view->group = group;
	view->row = key;
}

static const struct scheme_field *
inside(const struct scheme_field *group, const char *name)
{
	size_t len = strcspn(name, ".");

	for (size_t i = 0; i < group->n_fields; i++)
		if (strlen(group->fields[i].id) == len && memcmp(group->fields[i].id, name, len) == 0)
			return (&group->fields[i]);
	return (NULL);
}

/* What a name is about, when that is asked for. */
struct named {
	const struct scheme_field *field; /* NULL: nothing that is asked */
	struct scheme_field in_row;
	const char *part; /* "" when the name is the field's own */
};

static void
find_named(struct named *out, struct rule_view *view, const char *name)
{
	const struct scheme_field *field = view->group == NULL ? NULL : inside(view->group, name);
	size_t len = strcspn(name, ".");

	out->field = NULL;
	out->part = name[len] == '.' ? name + len + 1 : "";
	if (field != NULL && view_field_relevant(view, field)) {
		out->in_row = row_field(view->arena, view->group->id, view->row, field);
		out->field = &out->in_row;
	} else if (field == NULL && (field = answer_path_field(view->scheme, name)) != NULL &&
		   view_field_relevant(view, field))
		out->field = field;
}

static int64_t count_field(struct rule_view *, const struct scheme_field *, const char *part);

/* A column of rows on its way. */
struct column {
	bool any;
	expr_number sum;
	struct buf codes;
	int64_t count;
};

static void
add_row(struct column *column, struct rule_view *view, const struct scheme_field *field)
{
	struct expr_value value = field_value(view, field);

	column->count += count_field(view, field, "");
	if (value.type == EXPR_NUMBER)
		column->sum += value.number;
	else if (value.type == EXPR_TEXT || value.type == EXPR_CODES)
		buf_printf(&column->codes, "%s%s", column->codes.len == 0 ? "" : " ", value.text);
	column->any |= value.type != EXPR_ABSENT;
}

/* One field in every row where it is asked for. */
static void
column_of(struct column *out, struct rule_view *view, const struct scheme_field *group, const char *part)
{
	const struct scheme_field *field = inside(group, part), *outer_group = view->group;
	const char *outer_row = view->row, **keys;
	size_t n;

	*out = (struct column){ .codes = buf_new(view->arena) };
	keys = answer_row_keys(&n, view->arena, view->answers, group->id);
	for (size_t i = 0; field != NULL && i < n; i++) {
		struct scheme_field in_row = row_field(view->arena, group->id, keys[i], field);

		rule_view_row(view, group, keys[i]);
		if (view_field_relevant(view, field))
			add_row(out, view, &in_row);
	}
	rule_view_row(view, outer_group, outer_row);
}

static struct expr_value
rows_value(struct rule_view *view, const struct scheme_field *group, const char *part)
{
	const struct scheme_field *field = inside(group, part);
	struct column column;

	column_of(&column, view, group, part);
	if (!column.any)
		return (expr_absent());
	if (field->type == FIELD_INTEGER || field->type == FIELD_MONEY)
		return ((struct expr_value){ .type = EXPR_NUMBER, .number = column.sum });
	return (expr_codes(buf_text(&column.codes)));
}

static struct expr_value
figure_value(const struct application_facts *facts, const char *name)
{
	for (size_t i = 0; i < facts->n_figures; i++)
		if (strcmp(facts->figures[i].name, name) == 0)
			return (expr_decimal(facts->figures[i].value));
	return (expr_absent());
}

static struct expr_value
lookup(void *user, const char *name)
{
	struct rule_view *view = user;
	struct expr_value value;
	struct named named;

	if (global(&value, view, name))
		return (value);
	if (text_starts(name, EXPR_FIGURE_PREFIX))
		return (figure_value(view->facts, name + strlen(EXPR_FIGURE_PREFIX)));
	find_named(&named, view, name);
	if (named.field == NULL)
		return (expr_absent());
	if (*named.part == '\0')
		return (field_value(view, named.field));
	return (field_has_rows(named.field) ? rows_value(view, named.field, named.part)
					    : part_value(view, named.field, named.part));
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
count_activities(const struct rule_view *view, const struct scheme_field *packages)
{
	size_t n, n_activities;
	const char **keys = answer_row_keys(&n, view->arena, view->answers, packages->id);
	int64_t total = 0;

	for (size_t i = 0; i < n; i++) {
		answer_row_keys(&n_activities, view->arena, view->answers,
		    arena_printf(view->arena, "%s.%s", packages->id, keys[i]));
		total += (int64_t)n_activities;
	}
	return (total);
}

static int64_t
count_rows(struct rule_view *view, const struct scheme_field *group, const char *part)
{
	struct column column;
	size_t n;

	if (group->activities != NULL && strcmp(part, group->activities->id) == 0)
		return (count_activities(view, group));
	if (*part != '\0') {
		column_of(&column, view, group, part);
		return (column.count);
	}
	answer_row_keys(&n, view->arena, view->answers, group->id);
	return ((int64_t)n);
}

/* Of what has one answer: whether it is there. */
static int64_t
count_one(struct rule_view *view, const struct scheme_field *field)
{
	const char *const *parts = field_parts(field);

	if (field->calculate != NULL)
		return (view_calculated(view, field).type != EXPR_ABSENT);
	for (; parts != NULL && *parts != NULL; parts++)
		if (!text_blank(answers_part(view->answers, field->id, *parts)))
			return (1);
	return (answers_filled(view->answers, field->id));
}

static int64_t
count_field(struct rule_view *view, const struct scheme_field *field, const char *part)
{
	if (field_has_rows(field))
		return (count_rows(view, field, part));
	switch (field->type) {
	case FIELD_MULTI_CHOICE:
	case FIELD_MUNICIPALITIES:
		return (count_codes(view, field));
	case FIELD_COSTS:
	case FIELD_FINANCING:
		if (*part != '\0')
			return (count_filled(view, field->id, part));
		return ((int64_t)answers_rows(view->answers, field->id));
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		return ((int64_t)attached_count(view->facts, field->id));
	default:
		return (count_one(view, field));
	}
}

static int64_t
count(void *user, const char *name)
{
	struct rule_view *view = user;
	struct named named;

	find_named(&named, view, name);
	return (named.field == NULL ? 0 : count_field(view, named.field, named.part));
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
	out->env = (struct expr_env){ .lookup = lookup,
		.count = count,
		.ask = rule_view_ask,
		.user = out,
		.today = facts->today,
		.arena = arena };
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

const char *
section_of_field(const struct scheme *scheme, const struct scheme_field *field)
{
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (&scheme->sections[s].fields[f] == field)
				return (scheme->sections[s].id);
	return ("");
}

const struct scheme_field *
field_of_name(const struct scheme *scheme, const char *name)
{
	const char *needs = scheme_fact_needs(name);
	enum field_type type;

	if (needs == NULL)
		return (answer_path_field(scheme, name));
	return (field_type_parse(&type, needs) ? scheme_field_of_type(scheme, type) : NULL);
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

bool
section_asked(const struct scheme *scheme, const struct scheme_section *section, const struct answers *answers,
    const struct application_facts *facts)
{
	struct rule_view view;

	rule_view_init(&view, answers_arena(answers), scheme, answers, facts);
	for (size_t f = 0; f < section->n_fields; f++)
		if (view_field_relevant(&view, &section->fields[f]))
			return (true);
	return (false);
}
