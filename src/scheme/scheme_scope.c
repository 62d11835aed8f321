/* scheme_scope.c — the names that expressions of a scheme may use: its fields' answers and the fixed facts. */
#include <string.h>

#include "scheme/scheme_read.h"

static const char *const yes_no[] = { "yes", "no", NULL };
static const char *const ticked[] = { "yes", NULL };

struct fact {
	const char *name;
	enum expr_type type;
	enum field_type needs; /* the form must have one; FIELD__MAX for none */
};

static const struct fact facts[] = {
	{ "applied", EXPR_NUMBER, FIELD_APPLIED },
	{ "costs", EXPR_NUMBER, FIELD_COSTS },
	{ "costs-cash", EXPR_NUMBER, FIELD_COSTS },
	{ "own-work", EXPR_NUMBER, FIELD_COSTS },
	{ "financing", EXPR_NUMBER, FIELD_FINANCING },
	{ "municipalities", EXPR_NUMBER, FIELD_MUNICIPALITIES },
	{ "start", EXPR_DATE, FIELD_PERIOD },
	{ "end", EXPR_DATE, FIELD_PERIOD },
	{ "age", EXPR_NUMBER, FIELD_BIRTH_DATE },
	{ "applicant-type", EXPR_TEXT, FIELD__MAX },
	{ "organisation-form", EXPR_TEXT, FIELD__MAX },
	{ "in-voluntary-register", EXPR_BOOLEAN, FIELD__MAX },
	{ "call-start", EXPR_DATE, FIELD__MAX },
	{ "call-end", EXPR_DATE, FIELD__MAX },
	{ "call-year", EXPR_NUMBER, FIELD__MAX },
	{ "call-extra", EXPR_BOOLEAN, FIELD__MAX },
	{ "applicant-born", EXPR_DATE, FIELD__MAX },
	{ "applicant-municipality", EXPR_TEXT, FIELD__MAX },
	{ "applicant-in-county", EXPR_BOOLEAN, FIELD__MAX },
};

#define FACTS (sizeof(facts) / sizeof(facts[0]))

struct names {
	struct arena *arena;
	struct expr_name *list;
	size_t n;
};

static void
add(struct names *names, const char *name, enum expr_type type, const char *const *codes)
{
	names->list[names->n++] = (struct expr_name){ .name = name, .type = type, .codes = codes };
}

static void
add_part(struct names *names, const struct scheme_field *field, const char *part, enum expr_type type)
{
	add(names, arena_printf(names->arena, "%s.%s", field->id, part), type, NULL);
}

static const char *const *
option_codes(struct arena *arena, const struct scheme_field *field)
{
	const char **codes = arena_array(arena, field->n_options + 1, sizeof(*codes));

	for (size_t i = 0; i < field->n_options; i++)
		codes[i] = field->options[i].code;
	return (codes);
}

static void
add_table(struct names *names, const struct scheme_field *field)
{
	add(names, field->id, EXPR_ROWS, NULL);
	add_part(names, field, "cash", EXPR_COLUMN);
	add_part(names, field, "own", EXPR_COLUMN);
	for (size_t i = 0; i < field->n_options; i++)
		add_part(names, field, field->options[i].code, EXPR_NUMBER);
}

static void
add_address(struct names *names, const struct scheme_field *field)
{
	static const char *const parts[] = { "street", "postcode", "place", "municipality" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add_part(names, field, parts[i], EXPR_TEXT);
}

static void
add_person(struct names *names, const struct scheme_field *field)
{
	static const char *const parts[] = { "name", "position", "email", "phone" };
	static const char *const basis[] = { "register", "authorisation", NULL };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add_part(names, field, parts[i], EXPR_TEXT);
	if (strcmp(field->role, FIELD_ROLE_SIGNATORY) == 0)
		add(names, arena_printf(names->arena, "%s.basis", field->id), EXPR_TEXT, basis);
}

/* What all rows have under one of their fields: numbers add up, choices are gathered, the rest is counted. */
static void
add_row_field(struct names *names, const struct scheme_field *group, const struct scheme_field *field)
{
	const char *name = arena_printf(names->arena, "%s.%s", group->id, field->id);

	switch (field->type) {
	case FIELD_INTEGER:
	case FIELD_MONEY:
		return (add(names, name, EXPR_COLUMN, NULL));
	case FIELD_YES_NO:
		return (add(names, name, EXPR_CODES, yes_no));
	case FIELD_CHOICE:
	case FIELD_MULTI_CHOICE:
		return (add(names, name, EXPR_CODES, option_codes(names->arena, field)));
	default:
		return (add(names, name, EXPR_CELLS, NULL));
	}
}

static void
add_rows(struct names *names, const struct scheme_field *field)
{
	add(names, field->id, EXPR_ROWS, NULL);
	for (size_t i = 0; i < field->n_fields; i++)
		add_row_field(names, field, &field->fields[i]);
	if (field->activities != NULL)
		add_part(names, field, "activities", EXPR_ROWS);
}

static void
add_field(struct names *names, const struct scheme *scheme, const struct scheme_field *field)
{
	switch (field->type) {
	case FIELD_BIRTH_DATE:
		return (add(names, field->id, EXPR_DATE, NULL));
	case FIELD_ADDRESS:
		return (add_address(names, field));
	case FIELD_PERSON:
		return (add_person(names, field));
	case FIELD_GROUP:
	case FIELD_PARTNERS:
	case FIELD_PACKAGES:
		return (add_rows(names, field));
	case FIELD_INTEGER:
	case FIELD_MONEY:
	case FIELD_APPLIED:
		return (add(names, field->id, EXPR_NUMBER, NULL));
	case FIELD_DATE:
		return (add(names, field->id, EXPR_DATE, NULL));
	case FIELD_PERIOD:
		add_part(names, field, "start", EXPR_DATE);
		return (add_part(names, field, "end", EXPR_DATE));
	case FIELD_YES_NO:
		return (add(names, field->id, EXPR_TEXT, yes_no));
	case FIELD_STATEMENT:
		return (add(names, field->id, EXPR_TEXT, ticked));
	case FIELD_CHOICE:
		return (add(names, field->id, EXPR_TEXT, option_codes(names->arena, field)));
	case FIELD_MULTI_CHOICE:
		return (add(names, field->id, EXPR_CODES, option_codes(names->arena, field)));
	case FIELD_MUNICIPALITIES:
		return (add(names, field->id, EXPR_CODES, NULL));
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		return (add(names, field->id, EXPR_ROWS, NULL));
	case FIELD_COSTS:
	case FIELD_FINANCING:
		return (add_table(names, field));
	case FIELD_GOALS:
		for (size_t i = 0; i < scheme->n_goals; i++)
			add_part(names, field, scheme->goals[i].id, EXPR_NUMBER);
		return;
	default:
		return (add(names, field->id, EXPR_TEXT, NULL));
	}
}

static const char *const *
applicant_codes(struct arena *arena, const struct scheme *scheme)
{
	const char **codes = arena_array(arena, scheme->n_applicants + 1, sizeof(*codes));

	for (size_t i = 0; i < scheme->n_applicants; i++)
		codes[i] = applicant_kind_code(scheme->applicants[i].kind);
	return (codes);
}

static void
add_facts(struct names *names, const struct scheme *scheme)
{
	for (size_t i = 0; i < FACTS; i++)
		if (facts[i].needs == FIELD__MAX || scheme_field_of_type(scheme, facts[i].needs) != NULL)
			add(names, facts[i].name, facts[i].type,
			    strcmp(facts[i].name, "applicant-type") == 0 ? applicant_codes(names->arena, scheme)
									 : NULL);
}

/* At most five names a field, one a goal in each goal table, one a type in each cost table and one a field of a row. */
static size_t
most_names(const struct scheme *scheme)
{
	size_t n = FACTS;

	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++) {
			const struct scheme_field *field = &scheme->sections[s].fields[f];

			n += field->type == FIELD_GOALS ? scheme->n_goals : 5 + field->n_fields;
			n += field->type == FIELD_COSTS ? field->n_options : 0;
		}
	return (n);
}

static struct expr_list *
scope_lists(struct arena *arena, const struct scheme *scheme)
{
	struct expr_list *lists = arena_array(arena, scheme->n_lists + 1, sizeof(*lists));

	for (size_t i = 0; i < scheme->n_lists; i++)
		lists[i] = (struct expr_list){ scheme->lists[i].id, scheme->lists[i].codes };
	return (lists);
}

struct expr_scope
scheme_scope(struct arena *arena, const struct scheme *scheme)
{
	struct names names = { .arena = arena };

	names.list = arena_array(arena, most_names(scheme), sizeof(*names.list));
	add_facts(&names, scheme);
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			add_field(&names, scheme, &scheme->sections[s].fields[f]);
	return ((struct expr_scope){
	    .names = names.list, .n_names = names.n, .lists = scope_lists(arena, scheme), .n_lists = scheme->n_lists });
}

struct expr_scope
scheme_row_scope(
    struct arena *arena, const struct scheme *scheme, const struct scheme_field *group, const struct expr_scope *outer)
{
	struct names names = { .arena = arena };

	names.list = arena_array(arena, group->n_fields * 2 + outer->n_names, sizeof(*names.list));
	for (size_t i = 0; i < group->n_fields; i++)
		add_field(&names, scheme, &group->fields[i]);
	if (outer->n_names > 0)
		memcpy(names.list + names.n, outer->names, outer->n_names * sizeof(*names.list));
	return ((struct expr_scope){ .names = names.list, .n_names = names.n + outer->n_names });
}

const char *
scheme_fact_needs(const char *name)
{
	for (size_t i = 0; i < FACTS; i++)
		if (strcmp(facts[i].name, name) == 0)
			return (facts[i].needs == FIELD__MAX ? "" : field_type_code(facts[i].needs));
	return (NULL);
}
