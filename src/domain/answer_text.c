/* answer_text.c — from stored text to words. */
#include "domain/answer_text.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "domain/work_plan.h"

const char *
answer_money_text(struct arena *arena, const char *stored)
{
	money sum;

	return (money_parse(&sum, stored) == OK ? money_show(arena, sum) : stored);
}

static const char *
date_text(struct arena *arena, const char *stored, enum lang lang)
{
	struct date day;

	return (date_parse(&day, stored) == OK ? date_long(arena, day, lang) : stored);
}

static const char *
option_name(const struct scheme_field *field, const char *code, enum lang lang)
{
	for (size_t i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].code, code) == 0)
			return (lang_pick(&field->options[i].name, lang));
	return (code);
}

static const char *
municipality_name(const struct application_facts *facts, const char *code, enum lang lang)
{
	const char *name = NULL;

	if (strcmp(code, "all") == 0)
		return (tr(lang, "Hele fylket"));
	if (strcmp(code, ADDRESS_ELSEWHERE) == 0)
		return (tr(lang, "Utenfor fylket"));
	if (facts != NULL && facts->municipality != NULL)
		name = facts->municipality(facts->municipality_of, code);
	return (name == NULL ? code : name);
}

/* Names of the codes, with commas between. */
static const char *
names_of(struct arena *arena, const struct scheme_field *field, const char *codes,
    const struct application_facts *facts, enum lang lang)
{
	struct buf out = buf_new(arena);
	char **list;
	size_t n;

	list = text_split(arena, codes, ' ', &n);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_puts(&out, ", ");
		buf_puts(&out, field->type == FIELD_MUNICIPALITIES ? municipality_name(facts, list[i], lang)
								   : option_name(field, list[i], lang));
	}
	return (buf_text(&out));
}

static const char *
period_text(struct arena *arena, const struct scheme_field *field, const struct answers *answers, enum lang lang)
{
	const char *start = answers_part(answers, field->id, "start"), *end = answers_part(answers, field->id, "end");

	if (*start == '\0' && *end == '\0')
		return ("");
	return (arena_printf(arena, "%s – %s", date_text(arena, start, lang), date_text(arena, end, lang)));
}

const char *
answer_count_text(struct arena *arena, const char *stored)
{
	int64_t n = 0;
	size_t digits = strspn(stored, "0123456789");

	if (digits == 0 || digits > 15 || stored[digits] != '\0')
		return (stored);
	for (size_t i = 0; i < digits; i++)
		n = n * 10 + (stored[i] - '0');
	return (money_count(arena, n));
}

static const char *
account_text(struct arena *arena, const char *stored)
{
	if (strlen(stored) != 11)
		return (stored);
	return (arena_printf(arena, "%.4s %.2s %.5s", stored, stored + 4, stored + 6));
}

/* In pairs, as Norwegian numbers of eight digits are read aloud; others as they came. */
static const char *
phone_text(struct arena *arena, const char *stored)
{
	if (strlen(stored) != 8 || strspn(stored, "0123456789") != 8)
		return (stored);
	return (arena_printf(arena, "%.2s %.2s %.2s %.2s", stored, stored + 2, stored + 4, stored + 6));
}

/* "Storgata 1, 2317 Hamar". Where it is in the county is told when it is another place than the post office. */
static const char *
address_text(struct arena *arena, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts, enum lang lang)
{
	const char *street = answers_part(answers, field->id, "street"), *code;
	const char *postcode = answers_part(answers, field->id, "postcode");
	const char *place = answers_part(answers, field->id, "place"), *name;

	if (*street == '\0' && *postcode == '\0' && *place == '\0')
		return ("");
	code = answers_part(answers, field->id, "municipality");
	name = *code == '\0' ? "" : municipality_name(facts, code, lang);
	if (*name == '\0' || strcmp(name, place) == 0)
		return (arena_printf(arena, "%s, %s %s", street, postcode, place));
	return (arena_printf(arena, "%s, %s %s (%s)", street, postcode, place, name));
}

/* "Kari Prøve, leder, kari@lag.example, 12 00 00 96" */
static const char *
person_text(struct arena *arena, const struct scheme_field *field, const struct answers *answers, enum lang lang)
{
	const char *basis = answers_part(answers, field->id, "basis");
	const char *parts[] = { answers_part(answers, field->id, "name"), answers_part(answers, field->id, "position"),
		answers_part(answers, field->id, "email"), phone_text(arena, answers_part(answers, field->id, "phone")),
		strcmp(basis, "register") == 0        ? tr(lang, "har signaturrett")
		: strcmp(basis, "authorisation") == 0 ? tr(lang, "har fullmakt")
						      : "" };
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (*parts[i] != '\0')
			buf_printf(&out, "%s%s", out.len == 0 ? "" : ", ", parts[i]);
	return (buf_text(&out));
}

/* "12 deltakere" */
static const char *
integer_text(struct arena *arena, const struct scheme_field *field, const char *stored, enum lang lang)
{
	const char *unit = lang_pick(&field->unit, lang), *number = answer_count_text(arena, stored);

	return (*unit == '\0' ? number : arena_printf(arena, "%s %s", number, unit));
}

const char *
answer_code_text(struct arena *arena, const struct scheme_field *field, const char *stored,
    const struct application_facts *facts, enum lang lang)
{
	switch (field->type) {
	case FIELD_MONEY:
	case FIELD_APPLIED:
		return (answer_money_text(arena, stored));
	case FIELD_INTEGER:
		return (integer_text(arena, field, stored, lang));
	case FIELD_ORGNR:
		return (orgnr_show(arena, stored));
	case FIELD_PLAN_TIME:
		return (plan_time_text(arena, stored, field->months, lang));
	case FIELD_DATE:
	case FIELD_BIRTH_DATE:
		return (date_text(arena, stored, lang));
	case FIELD_YES_NO:
		return (tr(lang, strcmp(stored, "yes") == 0 ? "Ja" : "Nei"));
	case FIELD_STATEMENT:
		return (tr(lang, strcmp(stored, "yes") == 0 ? "Bekreftet" : "Ikke bekreftet"));
	case FIELD_CHOICE:
	case FIELD_MULTI_CHOICE:
	case FIELD_MUNICIPALITIES:
		return (names_of(arena, field, stored, facts, lang));
	case FIELD_ACCOUNT:
		return (account_text(arena, stored));
	case FIELD_PHONE:
		return (phone_text(arena, stored));
	default:
		return (stored);
	}
}

const char *
answer_text(struct arena *arena, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts, enum lang lang)
{
	const char *stored = answers_get(answers, field->id);

	if (field->type == FIELD_PERIOD)
		return (period_text(arena, field, answers, lang));
	if (field->type == FIELD_ADDRESS)
		return (address_text(arena, field, answers, facts, lang));
	if (field->type == FIELD_PERSON)
		return (person_text(arena, field, answers, lang));
	return (*stored == '\0' ? "" : answer_code_text(arena, field, stored, facts, lang));
}

const char *
answer_applied_line(enum lang lang)
{
	return (tr(lang, "Tilskudd dere søker om her"));
}

static money
sum_or_zero(const char *stored)
{
	money sum = MONEY_ZERO;

	return (money_parse(&sum, stored) == OK ? sum : MONEY_ZERO);
}

static struct answer_row
plan_row(struct arena *arena, const char *what, const char *cash, const char *own)
{
	return ((struct answer_row){
	    .what = what,
	    .cash = answer_money_text(arena, cash),
	    .own = answer_money_text(arena, own),
	    .total = money_show(arena, money_add(sum_or_zero(cash), sum_or_zero(own))),
	    .number = "",
	    .how = "",
	});
}

/* "Reise: Buss til Hamar": what a cost is, with its type before it when it has one. */
static const char *
cost_name(struct arena *arena, const struct scheme_field *field, const char *type, const char *item, enum lang lang)
{
	for (size_t i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].code, type) == 0)
			return (arena_printf(arena, "%s: %s", lang_pick(&field->options[i].name, lang), item));
	return (item);
}

/* "Dugnad (12,5 timer à 300 kr)": what own work is reckoned from. */
static const char *
with_hours(struct arena *arena, const struct scheme_field *field, const struct answers *answers, size_t row,
    const char *what, enum lang lang)
{
	char *hours = arena_strdup(arena, answers_cell(answers, field->id, row, "hours"));
	const char *rate = answers_cell(answers, field->id, row, "rate");
	char *point = strchr(hours, '.');

	if (*hours == '\0' || *rate == '\0')
		return (what);
	if (point != NULL && lang != LANG_EN)
		*point = ',';
	return (tr_printf(arena, lang, "%s (%s timer à %s)", what, hours, answer_money_text(arena, rate)));
}

static size_t
plan_rows(struct answer_row *out, struct arena *arena, const struct scheme *scheme, const struct scheme_field *field,
    const struct answers *answers, enum lang lang)
{
	const struct scheme_field *applied = scheme_field_of_type(scheme, FIELD_APPLIED);
	size_t n = 0, rows = answers_rows(answers, field->id);

	if (field->type == FIELD_FINANCING && applied != NULL && answers_filled(answers, applied->id))
		out[n++] = plan_row(arena, answer_applied_line(lang), answers_get(answers, applied->id), "");
	for (size_t row = 0; row < rows; row++) {
		const char *what =
		    answers_cell(answers, field->id, row, field->type == FIELD_COSTS ? "item" : "source");
		const char *cash = answers_cell(answers, field->id, row, "cash");
		const char *own = answers_cell(answers, field->id, row, "own");

		what = cost_name(arena, field, answers_cell(answers, field->id, row, "type"), what, lang);
		what = with_hours(arena, field, answers, row, what, lang);
		if (*what != '\0' || *cash != '\0' || *own != '\0')
			out[n++] = plan_row(arena, what, cash, own);
	}
	return (n);
}

static size_t
goal_rows(struct answer_row *out, struct arena *arena, const struct scheme *scheme, const struct scheme_field *field,
    const struct answers *answers, enum lang lang)
{
	size_t n = 0;

	for (size_t i = 0; i < scheme->n_goals; i++) {
		const struct scheme_goal *goal = &scheme->goals[i];
		const char *number = answers_part(answers, field->id, arena_printf(arena, "%s.number", goal->id));

		if (*number == '\0')
			continue;
		out[n++] = (struct answer_row){
			.what = lang_pick(&goal->name, lang),
			.number = answer_count_text(arena, number),
			.how = answers_part(answers, field->id, arena_printf(arena, "%s.how", goal->id)),
			.cash = "",
			.own = "",
			.total = "",
		};
	}
	return (n);
}

size_t
answer_rows(struct answer_row **out, struct arena *arena, const struct scheme *scheme, const struct scheme_field *field,
    const struct answers *answers, enum lang lang)
{
	switch (field->type) {
	case FIELD_COSTS:
	case FIELD_FINANCING:
		*out = arena_array(arena, answers_rows(answers, field->id) + 1, sizeof(**out));
		return (plan_rows(*out, arena, scheme, field, answers, lang));
	case FIELD_GOALS:
		*out = arena_array(arena, scheme->n_goals, sizeof(**out));
		return (goal_rows(*out, arena, scheme, field, answers, lang));
	default:
		*out = NULL;
		return (0);
	}
}
