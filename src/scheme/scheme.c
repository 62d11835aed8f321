/* scheme.c — codes and look-ups of a compiled scheme. */
#include "scheme/scheme.h"

#include <string.h>

static const char *const areas[AREA__MAX] = { "kultur", "idrett", "samferdsel", "naering", "samfunnsutvikling" };
const char *const applicant_kind_codes[APPLICANT__MAX] = { "voluntary", "municipality", "enterprise", "cooperation",
	"person" };
static const char *const field_types[FIELD__MAX] = {
	[FIELD_TEXT] = "text",
	[FIELD_LONG_TEXT] = "long-text",
	[FIELD_INTEGER] = "integer",
	[FIELD_MONEY] = "money",
	[FIELD_DATE] = "date",
	[FIELD_PERIOD] = "period",
	[FIELD_YES_NO] = "yes-no",
	[FIELD_CHOICE] = "choice",
	[FIELD_MULTI_CHOICE] = "multi-choice",
	[FIELD_MUNICIPALITIES] = "municipalities",
	[FIELD_EMAIL] = "email",
	[FIELD_PHONE] = "phone",
	[FIELD_ACCOUNT] = "account",
	[FIELD_STATEMENT] = "statement",
	[FIELD_APPLIED] = "applied-sum",
	[FIELD_GOALS] = "goal-table",
	[FIELD_COSTS] = "cost-table",
	[FIELD_FINANCING] = "financing-table",
	[FIELD_ATTACHMENT] = "attachment",
	[FIELD_BIRTH_DATE] = "birth-date",
	[FIELD_ORGNR] = "organisation-number",
	[FIELD_ADDRESS] = "address",
	[FIELD_PERSON] = "person",
	[FIELD_GROUP] = "group",
	[FIELD_PARTNERS] = "partners",
	[FIELD_PACKAGES] = "work-packages",
	[FIELD_PLAN_TIME] = "plan-time",
	[FIELD_THIRD_PARTY] = "third-party-statement",
};

const char *const test_verdict_codes[TEST_VERDICT__MAX] = { "passed", "warning", "knock-out", "officer", "absent" };

const char *const register_codes[REGISTER__MAX] = { "frivillighetsregisteret", "enhetsregisteret", "foretaksregisteret",
	"nif", "dfs", "nbf" };
const char *const register_names[REGISTER__MAX] = { "Frivillighetsregisteret", "Enhetsregisteret", "Foretaksregisteret",
	"Norges idrettsforbund", "Det frivillige skyttervesen", "Norges bilsportforbund" };
const char *const payment_when_codes[PAY__MAX] = { "decided", "accepted", "started", "half-way", "documented",
	"report-approved", "next-year" };
const char *const certifier_codes[CERTIFY__MAX] = { "nobody", "leader", "board", "accountant", "auditor" };
const char *const lapse_unless_codes[LAPSE__MAX] = { "accepted", "started", "done" };
const char *const repayment_when_codes[REPAY__MAX] = { "unused", "misused", "unreported", "cancelled", "cheaper" };
const char *const publicity_how_codes[PUBLICITY__MAX] = { "mention", "logo", "sign" };

/* The place of code in list, or n. */
static size_t
find(const char *const *list, size_t n, const char *code)
{
	size_t i = 0;

	while (i < n && strcmp(list[i], code) != 0)
		i++;
	return (i);
}

const char *
area_code(enum scheme_area area)
{
	return (areas[area]);
}

bool
area_parse(enum scheme_area *area, const char *code)
{
	size_t i = find(areas, AREA__MAX, code);

	if (i == AREA__MAX)
		return (false);
	*area = (enum scheme_area)i;
	return (true);
}

const char *
applicant_kind_code(enum applicant_kind kind)
{
	return (applicant_kind_codes[kind]);
}

bool
applicant_kind_parse(enum applicant_kind *kind, const char *code)
{
	size_t i = find(applicant_kind_codes, APPLICANT__MAX, code);

	if (i == APPLICANT__MAX)
		return (false);
	*kind = (enum applicant_kind)i;
	return (true);
}

bool
register_parse(enum register_kind *kind, const char *code)
{
	size_t i = find(register_codes, REGISTER__MAX, code);

	if (i == REGISTER__MAX)
		return (false);
	*kind = (enum register_kind)i;
	return (true);
}

bool
payment_part_holds(const struct scheme_payment_part *part, money grant)
{
	return ((part->above.ore < 0 || money_cmp(grant, part->above) > 0) &&
		(part->up_to.ore < 0 || money_cmp(grant, part->up_to) <= 0));
}

const char *
requirement_id(const struct scheme_requirement *requirement)
{
	for (int i = 0; i < REGISTER__MAX; i++)
		if ((requirement->registers & (1u << i)) != 0)
			return (i == REGISTER_VOLUNTARY ? RULE_ID_REGISTER : register_codes[i]);
	return ("");
}

bool
rule_built_in(const char *id)
{
	enum register_kind kind;

	return (register_parse(&kind, id) || strcmp(id, RULE_ID_APPLICANT) == 0 || strcmp(id, RULE_ID_REGISTER) == 0 ||
		strncmp(id, RULE_ID_FORM, strlen(RULE_ID_FORM)) == 0 || strcmp(id, RULE_ID_STATE_AID) == 0);
}

const char *
field_type_code(enum field_type type)
{
	return (field_types[type]);
}

bool
field_type_parse(enum field_type *type, const char *code)
{
	size_t i = find(field_types, FIELD__MAX, code);

	if (i == FIELD__MAX)
		return (false);
	*type = (enum field_type)i;
	return (true);
}

bool
field_takes_files(const struct scheme_field *field)
{
	return (field->type == FIELD_ATTACHMENT || field->type == FIELD_THIRD_PARTY);
}

/* The first field that matches; match is given what is looked for. */
static const struct scheme_field *
first_field(const struct scheme *scheme, bool (*match)(const struct scheme_field *, const void *), const void *sought)
{
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (match(&scheme->sections[s].fields[f], sought))
				return (&scheme->sections[s].fields[f]);
	return (NULL);
}

static bool
has_id(const struct scheme_field *field, const void *id)
{
	return (strcmp(field->id, id) == 0);
}

static bool
has_type(const struct scheme_field *field, const void *type)
{
	return (field->type == *(const enum field_type *)type);
}

static bool
has_role(const struct scheme_field *field, const void *role)
{
	return (field->role != NULL && strcmp(field->role, role) == 0);
}

const struct scheme_field *
scheme_field(const struct scheme *scheme, const char *id)
{
	return (first_field(scheme, has_id, id));
}

const struct scheme_field *
scheme_field_of_type(const struct scheme *scheme, enum field_type type)
{
	return (first_field(scheme, has_type, &type));
}

const struct scheme_field *
scheme_field_of_role(const struct scheme *scheme, const char *role)
{
	return (first_field(scheme, has_role, role));
}

/* All of these are short lists of structs that begin with their id. */
#define FIND_BY_ID(list, n, sought)                                                                                    \
	do {                                                                                                           \
		for (size_t i_ = 0; i_ < (n); i_++)                                                                    \
			if (strcmp((list)[i_].id, (sought)) == 0)                                                      \
				return (&(list)[i_]);                                                                  \
		return (NULL);                                                                                         \
	} while (0)

const struct scheme_section *
scheme_section(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->sections, scheme->n_sections, id);
}

const struct scheme_goal *
scheme_goal(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->goals, scheme->n_goals, id);
}

const struct scheme_criterion *
scheme_criterion(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->criteria, scheme->n_criteria, id);
}

const struct scheme_rule *
scheme_rule(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->rules, scheme->n_rules, id);
}

bool
scheme_rule_judged(const struct scheme_rule *rule)
{
	for (size_t i = 0; i < rule->n_alternatives; i++)
		if (rule->alternatives[i].test == NULL)
			return (true);
	return (rule->test == NULL && rule->n_alternatives == 0);
}

const struct scheme_rung *
scheme_rung(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->rungs, scheme->n_rungs, id);
}

const struct scheme_earmark *
scheme_earmark(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->sharing.earmarks, scheme->sharing.n_earmarks, id);
}

bool
scheme_asks_sum(const struct scheme *scheme)
{
	return (scheme_field_of_type(scheme, FIELD_APPLIED) != NULL);
}

bool
scheme_has_marks(const struct scheme *scheme)
{
	return (scheme->method != CRITERIA_OVERALL);
}

bool
scheme_is_computed(const struct scheme *scheme)
{
	return (scheme->distribution == DISTRIBUTION_FORMULA || scheme->distribution == DISTRIBUTION_EVERYONE);
}

const struct scheme_list *
scheme_list(const struct scheme *scheme, const char *id)
{
	FIND_BY_ID(scheme->lists, scheme->n_lists, id);
}

const struct scheme_applicant *
scheme_applicant(const struct scheme *scheme, enum applicant_kind kind)
{
	for (size_t i = 0; i < scheme->n_applicants; i++)
		if (scheme->applicants[i].kind == kind)
			return (&scheme->applicants[i]);
	return (NULL);
}

const struct scheme_decision_level *
scheme_level(const struct scheme *scheme, money proposed)
{
	size_t i = 0;

	while (i + 1 < scheme->n_levels && scheme->levels[i].up_to.ore >= 0 &&
	       money_cmp(proposed, scheme->levels[i].up_to) > 0)
		i++;
	return (&scheme->levels[i]);
}

const char *
scheme_appeal_body(const struct scheme *scheme, money decided)
{
	const char *own = scheme_level(scheme, decided)->appeal;

	return (own == NULL ? scheme->appeal_body : own);
}
