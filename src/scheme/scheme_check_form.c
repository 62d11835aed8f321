/* scheme_check_form.c — the form's fields held against each other and against the rest of the scheme. */
#include <string.h>

#include "scheme/scheme_check.h"

/* Every field in order, with its section: FIELDS_EACH(scheme, s, f) { ... } */
#define FIELDS_EACH(scheme, s, f)                                                                                      \
	for (size_t s = 0; s < (scheme)->n_sections; s++)                                                              \
		for (size_t f = 0; f < (scheme)->sections[s].n_fields; f++)

static const struct scheme_field *
field_at(const struct scheme *scheme, size_t s, size_t f)
{
	return (&scheme->sections[s].fields[f]);
}

/* The first field that agrees with field is field itself, or there are two. */
static void
check_single(struct scheme_reader *r, const struct scheme_field *field)
{
	static const enum field_type once[] = { FIELD_APPLIED, FIELD_COSTS, FIELD_FINANCING, FIELD_GOALS, FIELD_PERIOD,
		FIELD_MUNICIPALITIES, FIELD_BIRTH_DATE, FIELD_PACKAGES };

	if (scheme_field(r->scheme, field->id) != field)
		COMPLAIN(r->messages, field->line, COMPLAINT_FIELD_TWICE, field->id);
	if (scheme_fact_needs(field->id) != NULL)
		COMPLAIN(r->messages, field->line, COMPLAINT_FIELD_FACT, field->id);
	for (size_t i = 0; i < sizeof(once) / sizeof(once[0]); i++)
		if (field->type == once[i] && scheme_field_of_type(r->scheme, once[i]) != field)
			COMPLAIN(r->messages, field->line, COMPLAINT_FIELD_ONCE, field_type_code(once[i]));
	if (field->role != NULL && scheme_field_of_role(r->scheme, field->role) != field)
		COMPLAIN(r->messages, field->line, COMPLAINT_ROLE_TWICE, field->role);
}

/* In expressions a type stands beside the table's columns. */
static void
check_cost_types(struct scheme_reader *r, const struct scheme_field *field)
{
	static const char *const columns[] = { "item", "type", "cash", "own" };

	for (size_t i = 0; i < field->n_options; i++)
		for (size_t k = 0; k < sizeof(columns) / sizeof(columns[0]); k++)
			if (strcmp(field->options[i].code, columns[k]) == 0)
				COMPLAIN(r->messages, field->line, COMPLAINT_COST_TYPE_RESERVED, columns[k]);
	if (field->n_options == 1)
		COMPLAIN(r->messages, field->line, COMPLAINT_COST_TYPE_ALONE, field->id);
}

static void
check_options(struct scheme_reader *r, const struct scheme_field *field)
{
	if (field->type == FIELD_CHOICE && field->n_options < 2)
		COMPLAIN(r->messages, field->line, COMPLAINT_OPTION_ALONE, field->id);
	if (field->type == FIELD_COSTS)
		check_cost_types(r, field);
	for (size_t i = 0; i < field->n_options; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(field->options[i].code, field->options[k].code) == 0) {
				COMPLAIN(r->messages, field->line, COMPLAINT_OPTION_TWICE, field->id,
				    field->options[i].code);
				return;
			}
}

/* A row's fields go by their own ids inside it: none may hide another field or a fact. */
static void
check_row_fields(struct scheme_reader *r, const struct scheme_field *group)
{
	for (size_t i = 0; i < group->n_fields; i++) {
		const struct scheme_field *field = &group->fields[i];

		check_options(r, field);
		if (group->type != FIELD_GROUP)
			continue;
		for (size_t k = 0; k < i; k++)
			if (strcmp(group->fields[k].id, field->id) == 0)
				COMPLAIN(r->messages, field->line, COMPLAINT_GROUP_FIELD_TWICE, group->id, field->id);
		if (scheme_field(r->scheme, field->id) != NULL)
			COMPLAIN(r->messages, field->line, COMPLAINT_GROUP_FIELD_OUTSIDE, group->id, field->id);
		if (scheme_fact_needs(field->id) != NULL)
			COMPLAIN(r->messages, field->line, COMPLAINT_FIELD_FACT, field->id);
	}
}

static void
check_sections(struct scheme_reader *r)
{
	const struct xml_node *form = xml_child(r->root, "form");

	for (size_t s = 0; s < r->scheme->n_sections; s++)
		if (scheme_section(r->scheme, r->scheme->sections[s].id) != &r->scheme->sections[s])
			COMPLAIN(r->messages, child_at(form, "section", s)->line, COMPLAINT_TWICE, "section", "id",
			    r->scheme->sections[s].id);
}

static size_t
count_fields(const struct scheme *scheme)
{
	size_t n = 0;

	for (size_t s = 0; s < scheme->n_sections; s++) {
		n += scheme->sections[s].n_fields;
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			n += scheme->sections[s].fields[f].n_fields;
	}
	return (n);
}

/* One sum, whatever the answers are: nobody needs to ask for it. */
static bool
sum_is_fixed(struct scheme_reader *r)
{
	const struct scheme_amount *amount = &r->scheme->amount;
	const struct xml_node *node = xml_child(r->root, "amount");

	return (amount->n_sums > 0 && !amount->levels &&
		xml_attribute(child_at(node, "fixed", amount->n_sums - 1), "when") == NULL);
}

void
scheme_check_names(struct scheme_reader *r)
{
	const struct xml_node *form = xml_child(r->root, "form");

	if (count_fields(r->scheme) > SCHEME_MAX_FIELDS) {
		COMPLAIN(r->messages, form->line, COMPLAINT_FIELDS_MANY);
		return;
	}
	check_sections(r);
	FIELDS_EACH(r->scheme, s, f)
	{
		check_single(r, field_at(r->scheme, s, f));
		check_options(r, field_at(r->scheme, s, f));
		check_row_fields(r, field_at(r->scheme, s, f));
	}
	if (scheme_field_of_type(r->scheme, FIELD_APPLIED) == NULL && !scheme_is_computed(r->scheme) &&
	    !sum_is_fixed(r))
		COMPLAIN(r->messages, form->line, COMPLAINT_APPLIED_MISSING);
	if (scheme_field_of_role(r->scheme, FIELD_ROLE_TITLE) == NULL)
		COMPLAIN(r->messages, form->line, COMPLAINT_TITLE_MISSING);
}

/* ------------------------------------------------------------------------------------------ after the expressions */

/* Where the field was written. An expression that did not compile is there, but not in the compiled field. */
static const struct xml_node *
node_of(struct scheme_reader *r, size_t section, size_t field)
{
	const struct xml_node *node = child_at(xml_child(r->root, "form"), "section", section)->children;
	enum field_type type;

	for (; node != NULL; node = node->next)
		if (node->kind == XML_ELEMENT && field_type_parse(&type, node->name) && field-- == 0)
			break;
	return (node);
}

/* True without knowing any answer. */
static bool
always_true(struct scheme_reader *r, const struct expr *expr)
{
	struct expr_value value = expr_absent();

	if (check_constant(r, expr))
		expr_eval(&value, expr, &(struct expr_env){ .arena = r->scratch });
	return (value.boolean);
}

/* Lists, letters and money rest on title and sum: they are asked for always. */
static void
check_always(struct scheme_reader *r, const struct scheme_field *field, const struct xml_node *node)
{
	bool broken = field->required == NULL && xml_attribute(node, "required") != NULL;

	if (broken)
		return;
	if (field->required == NULL || !always_true(r, field->required) || xml_attribute(node, "relevant") != NULL)
		COMPLAIN(r->messages, field->line, COMPLAINT_ALWAYS, field->id);
}

static void
check_calculate(struct scheme_reader *r, const struct scheme_field *field, const struct xml_node *node)
{
	if (xml_attribute(node, "calculate") != NULL &&
	    (xml_attribute(node, "required") != NULL || xml_attribute(node, "prefill") != NULL))
		COMPLAIN(r->messages, field->line, COMPLAINT_CALCULATE_ASKED, field->id);
}

static void
check_constraint(struct scheme_reader *r, const struct scheme_field *field, const struct xml_node *node)
{
	bool has = xml_attribute(node, "constraint") != NULL, told = field->constraint_text.in[LANG_NB] != NULL;

	if (has && !told)
		COMPLAIN(r->messages, field->line, COMPLAINT_CONSTRAINT_TEXT, field->id);
	if (told && !has)
		COMPLAIN(r->messages, field->line, COMPLAINT_CONSTRAINT_ALONE, field->id);
}

/* What is not a whole step can't be answered. */
static void
check_step(struct scheme_reader *r, const struct scheme_field *field)
{
	if (field->step > 0 && field->min <= field->max &&
	    (field->min % field->step != 0 || field->max % field->step != 0))
		COMPLAIN(r->messages, field->line, COMPLAINT_MONEY_STEP, field->id,
		    arena_printf(r->scratch, "%lld", (long long)field->step));
}

/* The fields of a group have constraints and reasons of their own. */
static void
check_inside(struct scheme_reader *r, const struct scheme_field *group, const struct xml_node *node)
{
	const struct scheme_field *field = group->fields;
	enum field_type type;

	if (group->type != FIELD_GROUP)
		return;
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (scheme_is_field(child, &type)) {
			check_calculate(r, field, child);
			check_constraint(r, field, child);
			check_step(r, field++);
		}
}

/* Whether the answer is one line or text that can be shown by itself. */
static bool
has_one_answer(const struct scheme_field *field)
{
	return (field->n_fields == 0 && !field_takes_files(field) && field->type != FIELD_COSTS &&
		field->type != FIELD_FINANCING && field->type != FIELD_GOALS);
}

static void
check_shows(struct scheme_reader *r, const struct scheme_field *field)
{
	const char *at = field->shows, *word;
	size_t len;

	while (at != NULL && read_next_word(&at, &word, &len)) {
		const char *id = arena_strndup(r->scratch, word, len);
		const struct scheme_field *shown = scheme_field(r->scheme, id);

		if (shown == NULL || !has_one_answer(shown))
			COMPLAIN(r->messages, field->line, COMPLAINT_SHOWS, field->id, id);
	}
}

static void
check_field(struct scheme_reader *r, const struct scheme_field *field, const struct xml_node *node)
{
	bool title = field->role != NULL && strcmp(field->role, FIELD_ROLE_TITLE) == 0;
	const struct scheme_field *costs;

	if (field->type == FIELD_APPLIED || title)
		check_always(r, field, node);
	check_calculate(r, field, node);
	check_constraint(r, field, node);
	check_step(r, field);
	check_inside(r, field, node);
	check_shows(r, field);
	if (field->use_criterion != NULL && scheme_criterion(r->scheme, field->use_criterion) == NULL)
		COMPLAIN(r->messages, field->line, COMPLAINT_WHY_CRITERION, field->id, field->use_criterion);
	if (field->balances == NULL)
		return;
	costs = scheme_field(r->scheme, field->balances);
	if (costs == NULL || costs->type != FIELD_COSTS)
		COMPLAIN(r->messages, field->line, COMPLAINT_BALANCES, field->id, field->balances);
}

static void
check_goals(struct scheme_reader *r)
{
	const struct scheme_field *table = scheme_field_of_type(r->scheme, FIELD_GOALS);

	if (r->scheme->n_goals > 0 && table == NULL)
		COMPLAIN(r->messages, xml_child(r->root, "goals")->line, COMPLAINT_GOALS_UNASKED);
	if (r->scheme->n_goals == 0 && table != NULL)
		COMPLAIN(r->messages, table->line, COMPLAINT_GOALS_MISSING);
}

/* ------------------------------------------------------------------------------------------ cycles */

const struct scheme_field *
scheme_field_named(const struct scheme *scheme, const struct scheme_field *group, const char *name)
{
	const char *needs = scheme_fact_needs(name);
	enum field_type type;
	char id[48];
	size_t len = strcspn(name, ".");

	for (size_t i = 0; group != NULL && i < group->n_fields; i++)
		if (strlen(group->fields[i].id) == len && memcmp(group->fields[i].id, name, len) == 0)
			return (&group->fields[i]);
	if (needs != NULL)
		return (field_type_parse(&type, needs) ? scheme_field_of_type(scheme, type) : NULL);
	if (len >= sizeof(id))
		return (NULL);
	memcpy(id, name, len);
	id[len] = '\0';
	return (scheme_field(scheme, id));
}

struct walk {
	struct scheme_reader *r;
	const struct scheme_field *group; /* whose rows are looked at; NULL for none */
	const struct scheme_field *path[SCHEME_MAX_FIELDS];
	const struct scheme_field *done[SCHEME_MAX_FIELDS];
	size_t depth, n_done;
};

static bool
among(const struct scheme_field *const *list, size_t n, const struct scheme_field *field)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == field)
			return (true);
	return (false);
}

static void follow(struct walk *, const struct scheme_field *);

static void
follow_inside(struct walk *walk, const struct scheme_field *group, const struct scheme_field *field)
{
	const struct scheme_field *outer = walk->group;

	walk->group = group;
	follow(walk, field);
	walk->group = outer;
}

/* A column of rows leads to its group, and what is calculated in the rows. */
static void
follow_names(struct walk *walk, const struct expr *expr)
{
	const char **names;
	size_t n = 0;

	names = expr == NULL ? NULL : expr_names(&n, walk->r->scratch, expr);
	for (size_t i = 0; i < n; i++) {
		const struct scheme_field *field = scheme_field_named(walk->r->scheme, walk->group, names[i]);
		const char *part = strchr(names[i], '.');

		follow(walk, field);
		for (size_t k = 0; part != NULL && field != NULL && k < field->n_fields; k++)
			if (strcmp(field->fields[k].id, part + 1) == 0)
				follow_inside(walk, field, &field->fields[k]);
	}
}

/* Follows what decides what a field is and whether it is asked; one met twice on one road decides over itself. */
static void
follow(struct walk *walk, const struct scheme_field *field)
{
	if (field == NULL || (field->relevant == NULL && field->calculate == NULL) ||
	    among(walk->done, walk->n_done, field))
		return;
	if (among(walk->path, walk->depth, field)) {
		COMPLAIN(walk->r->messages, field->line,
		    field->calculate != NULL ? COMPLAINT_CALCULATE_CYCLE : COMPLAINT_CYCLE, field->id);
		return;
	}
	walk->path[walk->depth++] = field;
	follow_names(walk, field->relevant);
	follow_names(walk, field->calculate);
	walk->depth--;
	walk->done[walk->n_done++] = field;
}

void
scheme_check_form(struct scheme_reader *r)
{
	struct walk *walk = arena_alloc(r->scratch, sizeof(*walk));

	walk->r = r;
	FIELDS_EACH(r->scheme, s, f)
	{
		const struct scheme_field *field = field_at(r->scheme, s, f);

		check_field(r, field, node_of(r, s, f));
		walk->group = NULL;
		follow(walk, field);
		walk->group = field;
		for (size_t i = 0; i < field->n_fields; i++)
			follow(walk, &field->fields[i]);
	}
	check_goals(r);
}
