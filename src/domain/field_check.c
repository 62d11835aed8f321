/* field_check.c — one answer at a time: texts, numbers, sums, dates, choices, addresses and files. */
#include <stdlib.h>
#include <string.h>

#include "core/email.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "domain/validation_parts.h"

/* Far more than anyone counts, far from overflow in a sum over all applications. */
#define COUNT_MAX INT64_C(1000000000000)

void
check_length(struct checking *c, const char *path, const char *text, size_t limit)
{
	size_t length = text_length(text);

	if (length <= limit)
		return;
	check_error(c, path,
	    SAY(c, "Teksten er %s tegn. Her er det plass til %s. Kort den ned med %s tegn.",
		money_count(c->arena, (int64_t)length), money_count(c->arena, (int64_t)limit),
		money_count(c->arena, (int64_t)(length - limit))));
}

/* --- numbers and sums -------------------------------------------------------------------------------------------- */

static bool
has_minus(const char *typed)
{
	/* The hyphen, and the minus sign and dashes that word processors make of it. */
	return (*typed == '-' || text_starts(typed, "\u2212") || text_starts(typed, "\u2013"));
}

/* "25 000,50" or "25000.5": a sum but for its øre. */
static bool
has_ore(struct arena *arena, const char *typed)
{
	size_t len = strcspn(typed, ",");
	const char *after = typed + len;
	money kroner;

	if (*after == '\0') {
		const char *dot = strrchr(typed, '.');

		if (dot == NULL)
			return (false);
		after = dot;
		len = (size_t)(dot - typed);
	}
	after++;
	return (strspn(after, "0123456789") > 0 && money_parse(&kroner, arena_strndup(arena, typed, len)) == OK);
}

/* Digits and spaces only, so many that it is no sum anyone applies for. */
static bool
is_huge(const char *typed)
{
	return (strspn(typed, "0123456789 .\u00a0\u202f") == strlen(typed) && strlen(typed) > 12);
}

bool
check_money(money *out, struct checking *c, const char *path, const char *typed)
{
	const char *text;

	if (money_parse(out, typed) == OK)
		return (true);
	if (has_minus(typed))
		text = tr(c->lang, "Summen kan ikke være mindre enn 0 kr. Skriv den uten minus, for eksempel 25 000.");
	else if (is_huge(typed))
		text = SAY(c, "Summen er for stor. Skriv høyst %s.", money_show(c->arena, MONEY_MAX));
	else if (has_ore(c->arena, typed))
		text = tr(c->lang, "Skriv beløpet i hele kroner, uten øre, for eksempel 25 000.");
	else
		text = tr(c->lang, "Skriv beløpet i hele kroner, for eksempel 25 000.");
	check_error(c, path, text);
	return (false);
}

bool
check_integer(int64_t *out, struct checking *c, const char *path, const char *typed, bool negative)
{
	char *end;
	int64_t n;

	if (strspn(typed + (*typed == '-'), "0123456789") != strlen(typed + (*typed == '-')) ||
	    typed[*typed == '-'] == '\0') {
		check_error(c, path, tr(c->lang, "Skriv et helt tall med sifre, for eksempel 25."));
		return (false);
	}
	n = strtoll(typed, &end, 10);
	if (n > COUNT_MAX || n < -COUNT_MAX) {
		check_error(c, path, SAY(c, "Tallet er for stort. Skriv høyst %s.", money_count(c->arena, COUNT_MAX)));
		return (false);
	}
	if (n < 0 && !negative) {
		check_error(c, path, tr(c->lang, "Tallet kan ikke være mindre enn 0."));
		return (false);
	}
	*out = n;
	return (true);
}

static bool
has_limits(const struct scheme_field *field)
{
	return (field->min <= field->max);
}

static void
check_number(struct checking *c, const char *typed)
{
	const struct scheme_field *field = c->field;
	int64_t n;

	if (!check_integer(&n, c, field->id, typed, has_limits(field) && field->min < 0) || !has_limits(field))
		return;
	if (n < field->min)
		check_error(c, field->id,
		    SAY(c, "Tallet er %s. Det må være minst %s.", money_count(c->arena, n),
			money_count(c->arena, field->min)));
	else if (n > field->max)
		check_error(c, field->id,
		    SAY(c, "Tallet er %s. Det kan være høyst %s.", money_count(c->arena, n),
			money_count(c->arena, field->max)));
}

/* The whole step at or under the sum that may be answered, else the next. */
static money
nearest_step(const struct scheme_field *field, money sum)
{
	int64_t steps = sum.ore / (field->step * 100);

	return (MONEY_NOK((steps > 0 ? steps : 1) * field->step));
}

static void
check_sum(struct checking *c, const char *typed)
{
	const struct scheme_field *field = c->field;
	money sum;

	if (!check_money(&sum, c, field->id, typed))
		return;
	if (field->type == FIELD_APPLIED && sum.ore == 0)
		check_error(c, field->id, tr(c->lang, "Skriv en sum som er større enn 0 kr."));
	else if (field->step > 0 && sum.ore % (field->step * 100) != 0)
		check_error(c, field->id,
		    SAY(c, "Summen er %s. Her skal den gå opp i hele %s, for eksempel %s.", money_show(c->arena, sum),
			money_show(c->arena, MONEY_NOK(field->step)), money_show(c->arena, nearest_step(field, sum))));
	else if (!has_limits(field))
		return;
	else if (money_cmp(sum, MONEY_NOK(field->min)) < 0)
		check_error(c, field->id,
		    SAY(c, "Summen er %s. Den må være minst %s.", money_show(c->arena, sum),
			money_show(c->arena, MONEY_NOK(field->min))));
	else if (money_cmp(sum, MONEY_NOK(field->max)) > 0)
		check_error(c, field->id,
		    SAY(c, "Summen er %s. Den kan være høyst %s.", money_show(c->arena, sum),
			money_show(c->arena, MONEY_NOK(field->max))));
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static bool
check_date(struct date *out, struct checking *c, const char *path, const char *typed, const char *wrong)
{
	if (date_parse(out, typed) == OK)
		return (true);
	check_error(c, path, wrong);
	return (false);
}

/* A field that is one date. */
static bool
check_whole_date(struct date *out, struct checking *c, const char *value)
{
	return (check_date(
	    out, c, c->field->id, value, tr(c->lang, "Skriv datoen som dag, måned og år, for eksempel 15.01.2027.")));
}

static bool
check_day(struct date *out, struct checking *c, const char *part, const char *missing, const char *wrong)
{
	const char *typed = answers_part(c->view.answers, c->field->id, part);

	if (!text_blank(typed))
		return (check_date(out, c, check_path(c, part), typed, wrong));
	if (c->required)
		check_error(c, check_path(c, part), missing);
	return (false);
}

/* What a call covers; outside it another round is the right one, which an officer may weigh. */
static void
check_covered(struct checking *c, struct date start)
{
	const struct application_facts *facts = c->view.facts;

	if (!date_none(facts->call_from) && date_cmp(start, facts->call_from) < 0)
		check_warning(c, check_path(c, "start"),
		    SAY(c,
			"Utlysningen gjelder tiltak som starter %s eller senere. Se om en annen utlysning passer "
			"bedre.",
			date_long(c->arena, facts->call_from, c->lang)));
	else if (!date_none(facts->call_to) && date_cmp(start, facts->call_to) > 0)
		check_warning(c, check_path(c, "start"),
		    SAY(c, "Utlysningen gjelder tiltak som starter senest %s. Se om en annen utlysning passer bedre.",
			date_long(c->arena, facts->call_to, c->lang)));
}

void
check_period(struct checking *c)
{
	struct date start = { 0 }, end = { 0 };
	bool has_start =
	    check_day(&start, c, "start", tr(c->lang, "Skriv når tiltaket starter, for eksempel 15.01.2027."),
		tr(c->lang, "Skriv startdatoen som dag, måned og år, for eksempel 15.01.2027."));
	bool has_end = check_day(&end, c, "end", tr(c->lang, "Skriv når tiltaket slutter, for eksempel 15.06.2027."),
	    tr(c->lang, "Skriv sluttdatoen som dag, måned og år, for eksempel 15.06.2027."));

	if (has_start && has_end && date_cmp(end, start) < 0)
		check_error(c, check_path(c, "end"),
		    SAY(c, "Sluttdatoen er før startdatoen. Skriv %s eller en senere dato.",
			date_short(c->arena, start)));
	if (has_start)
		check_covered(c, start);
}

/* --- choices ----------------------------------------------------------------------------------------------------- */

static bool
is_option(const struct scheme_field *field, const char *code)
{
	for (size_t i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].code, code) == 0)
			return (true);
	return (false);
}

static void
check_choices(struct checking *c, const char *value)
{
	char **codes = text_split(c->arena, value, ' ', NULL);

	for (size_t i = 0; codes[i] != NULL; i++)
		if (!is_option(c->field, codes[i])) {
			check_error(c, c->field->id, tr(c->lang, "Velg blant svarene i listen."));
			return;
		}
}

static bool
is_municipality(const struct application_facts *facts, const char *code)
{
	if (facts->municipality != NULL)
		return (facts->municipality(facts->municipality_of, code) != NULL);
	return (strlen(code) == 4 && strspn(code, "0123456789") == 4);
}

static void
check_municipalities(struct checking *c, const char *value)
{
	char **codes = text_split(c->arena, value, ' ', NULL);

	for (size_t i = 0; codes[i] != NULL; i++) {
		if (strcmp(codes[i], "all") == 0 || is_municipality(c->view.facts, codes[i]))
			continue;
		check_error(c, c->field->id,
		    SAY(c, "Vi kjenner ingen kommune med nummer «%s». Velg kommuner fra listen.", codes[i]));
		return;
	}
}

/* --- how to reach and pay people --------------------------------------------------------------------------------- */

/* Eight digits, or an international number with its country code (ITU-T E.164: at most 15 digits). */
static bool
is_phone(const char *value)
{
	size_t n;

	if (*value == '+')
		value++;
	else if (text_starts(value, "00"))
		value += 2;
	else
		return (strspn(value, "0123456789") == strlen(value) && strlen(value) == 8);
	n = strspn(value, "0123456789");
	return (value[n] == '\0' && n >= 8 && n <= 15);
}

static void
check_yes_no(struct checking *c, const char *value)
{
	if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
		check_error(c, c->field->id, tr(c->lang, "Svar ja eller nei."));
}

static void
check_statement(struct checking *c, const char *value)
{
	if (strcmp(value, "yes") != 0)
		check_error(c, c->field->id, tr(c->lang, "Kryss av for å bekrefte."));
}

void
check_email_at(struct checking *c, const char *path, const char *value)
{
	if (!email_valid(value))
		check_error(c, path, tr(c->lang, "E-postadressen mangler noe. Skriv den slik: navn@eksempel.no"));
}

static void
check_email(struct checking *c, const char *value)
{
	check_length(c, c->field->id, value, field_limit(c->field));
	check_email_at(c, c->field->id, value);
}

static void
check_phone(struct checking *c, const char *value)
{
	check_phone_at(c, c->field->id, value);
}

void
check_phone_at(struct checking *c, const char *path, const char *value)
{
	if (!is_phone(value))
		check_error(c, path,
		    tr(c->lang,
			"Skriv et telefonnummer med åtte sifre, for eksempel 912 34 567, eller med landkode foran, for "
			"eksempel +47 912 34 567."));
}

static void
check_account(struct checking *c, const char *value)
{
	if (!account_valid(value))
		check_error(c, c->field->id,
		    tr(c->lang, "Kontonummeret stemmer ikke. Se etter om alle de elleve sifrene er riktige."));
}

static void
check_orgnr(struct checking *c, const char *value)
{
	if (!orgnr_valid(value))
		check_error(c, c->field->id,
		    tr(c->lang, "Organisasjonsnummeret stemmer ikke. Se etter om alle de ni sifrene er riktige, for "
				"eksempel på "
				"brreg.no."));
}

static void
check_choice(struct checking *c, const char *value)
{
	if (!is_option(c->field, value))
		check_error(c, c->field->id, tr(c->lang, "Velg blant svarene i listen."));
}

static void
check_text(struct checking *c, const char *value)
{
	check_length(c, c->field->id, value, field_limit(c->field));
}

static void
check_date_field(struct checking *c, const char *value)
{
	struct date day;

	(void)check_whole_date(&day, c, value);
}

static void
check_birth_date(struct checking *c, const char *value)
{
	struct date day;

	if (!check_whole_date(&day, c, value))
		return;
	if (!date_none(c->view.facts->today) && date_cmp(day, c->view.facts->today) > 0)
		check_error(c, c->field->id, tr(c->lang, "Skriv dagen du ble født, for eksempel 17.05.1998."));
}

void
check_field_value(struct checking *c)
{
	/* Tables, periods, goals and files have checks of their own. */
	static void (*const checks[FIELD__MAX])(struct checking *, const char *) = {
		[FIELD_TEXT] = check_text,
		[FIELD_LONG_TEXT] = check_text,
		[FIELD_INTEGER] = check_number,
		[FIELD_MONEY] = check_sum,
		[FIELD_DATE] = check_date_field,
		[FIELD_YES_NO] = check_yes_no,
		[FIELD_CHOICE] = check_choice,
		[FIELD_MULTI_CHOICE] = check_choices,
		[FIELD_MUNICIPALITIES] = check_municipalities,
		[FIELD_EMAIL] = check_email,
		[FIELD_PHONE] = check_phone,
		[FIELD_ACCOUNT] = check_account,
		[FIELD_STATEMENT] = check_statement,
		[FIELD_APPLIED] = check_sum,
		[FIELD_BIRTH_DATE] = check_birth_date,
		[FIELD_ORGNR] = check_orgnr,
		[FIELD_PLAN_TIME] = check_plan_time,
	};

	checks[c->field->type](c, answers_get(c->view.answers, c->field->id));
}
