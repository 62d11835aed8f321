/* validation.c — walks the form, and says about each field what is wrong with it. */
#include "domain/validation.h"

#include <string.h>

#include "core/text.h"
#include "domain/eligibility.h"
#include "domain/validation_parts.h"

struct messages
messages_new(struct arena *arena)
{
	return ((struct messages){ .arena = arena });
}

void
messages_add_about(struct messages *messages, enum message_kind kind, const char *section, const char *path,
    const char *about, const char *text)
{
	struct message *list;

	if (messages->n == messages->cap) {
		messages->cap = messages->cap == 0 ? 16 : messages->cap * 2;
		list = arena_array(messages->arena, messages->cap, sizeof(*list));
		if (messages->n > 0)
			memcpy(list, messages->list, messages->n * sizeof(*list));
		messages->list = list;
	}
	messages->list[messages->n++] =
	    (struct message){ kind, arena_strdup(messages->arena, path), arena_strdup(messages->arena, section),
		    arena_strdup(messages->arena, about), arena_strdup(messages->arena, text), "" };
}

void
messages_add(struct messages *messages, enum message_kind kind, const char *section, const char *path, const char *text)
{
	messages_add_about(messages, kind, section, path, "", text);
}

bool
messages_have_errors(const struct messages *messages)
{
	for (size_t i = 0; i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_ERROR)
			return (true);
	return (false);
}

const struct message *
messages_for(const struct messages *messages, const char *path)
{
	for (size_t i = 0; i < messages->n; i++)
		if (strcmp(messages->list[i].path, path) == 0)
			return (&messages->list[i]);
	return (NULL);
}

void
check_error(struct checking *c, const char *path, const char *text)
{
	messages_add_about(c->out, MESSAGE_ERROR, c->section, path, c->about, text);
}

void
check_warning(struct checking *c, const char *path, const char *text)
{
	messages_add_about(c->out, MESSAGE_WARNING, c->section, path, c->about, text);
}

char *
check_path(struct checking *c, const char *part)
{
	return (arena_printf(c->arena, "%s.%s", c->field->id, part));
}

/* What to do with an empty field that must be answered. */
static const char *
asked_for(struct checking *c)
{
	switch (c->field->type) {
	case FIELD_YES_NO:
		return (tr(c->lang, "Svar ja eller nei."));
	case FIELD_CHOICE:
		return (tr(c->lang, "Velg ett av svarene."));
	case FIELD_MULTI_CHOICE:
		return (tr(c->lang, "Velg minst ett av svarene."));
	case FIELD_MUNICIPALITIES:
		return (tr(c->lang, "Velg minst én kommune."));
	case FIELD_STATEMENT:
		return (tr(c->lang, "Kryss av for å bekrefte."));
	case FIELD_APPLIED:
		return (tr(c->lang, "Skriv hvor mye dere søker om, i hele kroner, for eksempel 25 000."));
	case FIELD_MONEY:
		return (tr(c->lang, "Skriv beløpet i hele kroner, for eksempel 25 000."));
	case FIELD_PLAN_TIME:
		return (tr(c->lang, "Velg en tid fra listen."));
	case FIELD_DATE:
	case FIELD_BIRTH_DATE:
		return (tr(c->lang, "Skriv datoen som dag, måned og år, for eksempel 15.01.2027."));
	default:
		return (tr(c->lang, "Fyll ut dette feltet."));
	}
}

static void
check_constraint(struct checking *c)
{
	const char *text = lang_pick(&c->field->constraint_text, c->lang);

	if (c->field->constraint == NULL || expr_passes(c->field->constraint, &c->view.env))
		return;
	/* A period has no box of its own, and its length is mostly put right at the end. */
	check_error(c, c->field->type == FIELD_PERIOD ? check_path(c, "end") : c->field->id,
	    *text != '\0' ? text : tr(c->lang, "Svaret er utenfor det ordningen tillater. Endre svaret."));
}

static void
check_simple(struct checking *c)
{
	bool filled = answers_filled(c->view.answers, c->field->id);

	if (!filled && c->required)
		check_error(c, c->field->id, asked_for(c));
	if (filled)
		check_field_value(c);
}

void
check_question(struct checking *c, const struct scheme_field *field, const char *about)
{
	if (!view_field_relevant(&c->view, field))
		return;
	c->field = field;
	c->about = about;
	c->required = c->complete && expr_applies(field->required, &c->view.env, false);
	switch (field->type) {
	case FIELD_PERIOD:
		check_period(c);
		break;
	case FIELD_GOALS:
		check_goals(c);
		break;
	case FIELD_COSTS:
	case FIELD_FINANCING:
		check_table(c);
		break;
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		check_attachment(c);
		break;
	case FIELD_ADDRESS:
		check_address(c);
		break;
	case FIELD_PERSON:
		check_person(c);
		break;
	case FIELD_GROUP:
	case FIELD_PARTNERS:
	case FIELD_PACKAGES:
		check_rows(c);
		break;
	default:
		check_simple(c);
	}
	check_constraint(c);
	if (field->type == FIELD_FINANCING)
		check_balance(c);
}

static void
check_section(struct checking *c, const struct scheme_section *section)
{
	c->section = section->id;
	for (size_t i = 0; i < section->n_fields; i++)
		check_question(c, &section->fields[i], lang_pick(&section->fields[i].label, c->lang));
}

/*
 * Whether the applicant is told of a rule: that it isn't passed, or that a person will look at something that holds for
 * this application and not for all. Before everything is answered, only what no later answer can change.
 */
static bool
rule_is_told(const struct rule_result *result, bool everything)
{
	if (result->verdict == RULE_FOR_OFFICER)
		return (result->rule != NULL && result->rule->when != NULL);
	return (result->verdict == RULE_FAILED && (everything || result->settled));
}

/* What the rules say, as the applicant reads it. section: only those about its questions; NULL for all */
static void
check_rules(struct checking *c, const struct scheme_section *section, bool everything)
{
	struct eligibility result;

	eligibility_of(&result, &c->view, c->lang);
	eligibility_explain(&result, &c->view, c->lang);
	for (size_t i = 0; i < result.n; i++) {
		const struct rule_result *rule = &result.rules[i];

		if (!rule_is_told(rule, everything) || (section != NULL && strcmp(rule->section, section->id) != 0))
			continue;
		messages_add(c->out, MESSAGE_WARNING, rule->section, *rule->field == '\0' ? rule->id : rule->field,
		    eligibility_warning(c->arena, rule, c->lang));
		c->out->list[c->out->n - 1].rule = rule->id;
	}
}

void
validation_foresee(
    struct messages *out, const struct scheme *scheme, const struct application_facts *facts, enum lang lang)
{
	struct checking c = { .out = out, .arena = out->arena, .lang = lang };

	rule_view_init(&c.view, out->arena, scheme, answers_new(out->arena), facts);
	check_rules(&c, NULL, false);
}

void
validation_run(struct messages *out, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts, const struct scheme_section *section, enum lang lang)
{
	struct checking c = { .out = out, .arena = out->arena, .lang = lang, .complete = section == NULL };

	rule_view_init(&c.view, out->arena, scheme, answers, facts);
	if (section != NULL) {
		check_section(&c, section);
		if (strcmp(section->id, section_of_type(scheme, FIELD_APPLIED)) == 0)
			check_amounts(&c);
		check_rules(&c, section, false);
		return;
	}
	for (size_t i = 0; i < scheme->n_sections; i++)
		check_section(&c, &scheme->sections[i]);
	c.section = c.about = "";
	check_amounts(&c);
	check_rules(&c, NULL, true);
}
