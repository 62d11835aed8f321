/* answer_paths.c — which paths a scheme's form posts, and what typed answers become when they are kept. */
#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/own_work.h"
#include "domain/validation.h"

#define TEXT_LIMIT 200
#define LONG_TEXT_LIMIT 4000
#define ROW_LIMIT 50
#define CODES_LIMIT 1000 /* Norway has under 400 municipalities */
#define EMAIL_LIMIT 254  /* RFC 5321, 4.5.3.1.3 without the angle brackets */

size_t
field_limit(const struct scheme_field *field)
{
	if (field->max_length > 0)
		return ((size_t)field->max_length);
	if (field->type == FIELD_EMAIL)
		return (EMAIL_LIMIT);
	return (field->type == FIELD_LONG_TEXT ? LONG_TEXT_LIMIT : TEXT_LIMIT);
}

size_t
field_row_limit(const struct scheme_field *field)
{
	if (field->max_rows <= 0)
		return (ROW_LIMIT);
	return (field->max_rows > ANSWERS_MAX_ROWS ? ANSWERS_MAX_ROWS : (size_t)field->max_rows);
}

const struct scheme_field *
answer_path_field(const struct scheme *scheme, const char *path)
{
	size_t len = strcspn(path, ".");

	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++) {
			const struct scheme_field *field = &scheme->sections[s].fields[f];

			if (strlen(field->id) == len && memcmp(field->id, path, len) == 0)
				return (field);
		}
	return (NULL);
}

bool
section_answered(const struct scheme *scheme, const struct scheme_section *section, const struct answers *answers)
{
	for (size_t i = 0; i < answers_count(answers); i++) {
		const struct answer *answer = answers_at(answers, i);
		const struct scheme_field *field = answer_path_field(scheme, answer->path);

		if (*answer->value != '\0' && field >= section->fields && field < section->fields + section->n_fields)
			return (true);
	}
	return (false);
}

const char *const *
field_parts(const struct scheme_field *field)
{
	static const char *const period[] = { "start", "end", NULL };
	static const char *const address[] = { "street", "postcode", "place", "municipality", NULL };
	static const char *const person[] = { "name", "position", "email", "phone", NULL };
	static const char *const signatory[] = { "name", "position", "email", "phone", "basis", NULL };

	switch (field->type) {
	case FIELD_PERIOD:
		return (period);
	case FIELD_ADDRESS:
		return (address);
	case FIELD_PERSON:
		return (text_equal(field->role, FIELD_ROLE_SIGNATORY) ? signatory : person);
	default:
		return (NULL);
	}
}

static bool
is_one_of(const char *s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(s, *words) == 0)
			return (true);
	return (false);
}

/* "N.column" with N as we write it and under the limit. */
static bool
is_cell(const struct scheme *scheme, const struct scheme_field *field, const char *rest)
{
	static const char *const work[] = { "hours", "rate", NULL };
	static const char *const cost[] = { "item", "cash", "own", NULL };
	static const char *const typed_cost[] = { "item", "type", "cash", "own", NULL };
	static const char *const financing[] = { "source", "cash", "own", NULL };
	size_t digits = strspn(rest, "0123456789"), row = 0;

	if (digits == 0 || digits > 3 || (digits > 1 && rest[0] == '0') || rest[digits] != '.')
		return (false);
	for (size_t i = 0; i < digits; i++)
		row = row * 10 + (size_t)(rest[i] - '0');
	if (own_work_asked(scheme, field) && is_one_of(rest + digits + 1, work))
		return (row < field_row_limit(field));
	return (row < field_row_limit(field) && is_one_of(rest + digits + 1, field->type == FIELD_FINANCING ? financing
									     : field->n_options > 0         ? typed_cost
													    : cost));
}

static bool
is_goal_part(const struct scheme *scheme, const char *rest)
{
	static const char *const parts[] = { "number", "how", NULL };
	size_t len = strcspn(rest, ".");

	for (size_t i = 0; i < scheme->n_goals; i++)
		if (strlen(scheme->goals[i].id) == len && memcmp(scheme->goals[i].id, rest, len) == 0)
			return (rest[len] == '.' && is_one_of(rest + len + 1, parts));
	return (false);
}

bool
answer_path_known(const struct scheme *scheme, const char *path)
{
	struct answer_place place;

	if (!answer_place(&place, scheme, path))
		return (false);
	switch (place.field->type) {
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		return (false);
	case FIELD_PERIOD:
	case FIELD_ADDRESS:
	case FIELD_PERSON:
		return (is_one_of(place.part, field_parts(place.field)));
	case FIELD_GOALS:
		return (is_goal_part(scheme, place.part));
	case FIELD_COSTS:
	case FIELD_FINANCING:
		return (is_cell(scheme, place.field, place.part));
	default: /* of rows, only what is in them is answered */
		return (path[place.id_len] == '\0' && !field_has_rows(place.field));
	}
}

/* --- what is kept ------------------------------------------------------------------------------------------------ */

static const char *
kept_money(struct arena *arena, const char *typed)
{
	money sum;

	if (money_parse(&sum, typed) != OK)
		return (typed);
	return (arena_printf(arena, "%lld", (long long)(sum.ore / 100)));
}

static const char *
kept_date(struct arena *arena, const char *typed)
{
	struct date day;

	return (date_parse(&day, typed) == OK ? date_iso(arena, day) : typed);
}

/* White space of every kind becomes one space: a title is one line. */
static const char *
one_line(struct arena *arena, const char *typed)
{
	char *out = arena_strdup(arena, typed), *to = out;

	for (const char *at = out; *at != '\0'; at++) {
		char c = *at == '\n' || *at == '\t' ? ' ' : *at;

		if (c != ' ' || (to > out && to[-1] != ' '))
			*to++ = c;
	}
	*to = '\0';
	return (out);
}

static char *
without_spaces(struct arena *arena, const char *typed)
{
	char *out = arena_alloc(arena, strlen(typed) + 1), *to = out;

	for (const char *at = typed; *at != '\0'; at++) {
		if (strncmp(at, "\u00a0", 2) == 0)
			at++;
		else if (strncmp(at, "\u202f", 3) == 0)
			at += 2;
		else if (*at != ' ')
			*to++ = *at;
	}
	return (out);
}

/* Digits and a sign in front, when there is nothing else than spaces between them; otherwise as typed. */
static const char *
kept_number(struct arena *arena, const char *typed)
{
	const char *digits = without_spaces(arena, typed), *first = digits + (*digits == '-');

	return (*first != '\0' && first[strspn(first, "0123456789")] == '\0' ? digits : typed);
}

static const char *
kept_phone(struct arena *arena, const char *typed)
{
	char *out = arena_alloc(arena, strlen(typed) + 1), *to = out;
	const char *at = typed;

	if (*at == '+')
		*to++ = *at++;
	for (; *at != '\0'; at++) {
		if (*at >= '0' && *at <= '9')
			*to++ = *at;
		else if (strncmp(at, "\u00a0", 2) == 0)
			at++;
		else if (strchr(" -.()", *at) == NULL)
			return (typed);
	}
	return (out);
}

static bool
is_among(char *const *codes, size_t n, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(codes[i], code) == 0)
			return (true);
	return (false);
}

/* Each code once, in the order typed, one space between; more than any list has are left as typed, to be told about. */
static const char *
kept_codes(struct arena *arena, const char *typed)
{
	struct buf out = buf_new(arena);
	size_t n, kept = 0;
	char **codes = text_split(arena, one_line(arena, typed), ' ', &n);

	for (size_t i = 0; i < n; i++) {
		if (is_among(codes, kept, codes[i]))
			continue;
		if (kept == CODES_LIMIT)
			return (typed);
		buf_printf(&out, "%s%s", kept > 0 ? " " : "", codes[i]);
		codes[kept++] = codes[i];
	}
	return (buf_text(&out));
}

static bool
ends_with(const char *s, const char *tail)
{
	size_t len = strlen(s), n = strlen(tail);

	return (len >= n && strcmp(s + len - n, tail) == 0);
}

/* "12,50" is 12.5; spaces in thousands are taken away. */
static const char *
kept_hours(struct arena *arena, const char *typed)
{
	const char *digits = without_spaces(arena, typed);
	int64_t hundredths;

	if (!own_work_hours(&hundredths, digits))
		return (typed);
	if (hundredths % 100 == 0)
		return (arena_printf(arena, "%lld", (long long)(hundredths / 100)));
	return (arena_printf(arena, hundredths % 10 == 0 ? "%lld.%lld" : "%lld.%02lld", (long long)(hundredths / 100),
	    (long long)(hundredths % 10 == 0 ? hundredths % 100 / 10 : hundredths % 100)));
}

static const char *
kept_cell(struct arena *arena, const char *path, const char *typed)
{
	if (ends_with(path, ".cash") || ends_with(path, ".own") || ends_with(path, ".rate"))
		return (kept_money(arena, typed));
	if (ends_with(path, ".hours"))
		return (kept_hours(arena, typed));
	return (one_line(arena, typed));
}

static const char *
kept_person(struct arena *arena, const char *path, const char *typed)
{
	return (ends_with(path, ".phone") ? kept_phone(arena, typed) : one_line(arena, typed));
}

static const char *
kept(struct arena *arena, const struct scheme_field *field, const char *path, const char *typed)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_ADDRESS:
	case FIELD_PLAN_TIME:
		return (one_line(arena, typed));
	case FIELD_PERSON:
		return (kept_person(arena, path, typed));
	case FIELD_INTEGER:
		return (kept_number(arena, typed));
	case FIELD_MONEY:
	case FIELD_APPLIED:
		return (kept_money(arena, typed));
	case FIELD_DATE:
	case FIELD_BIRTH_DATE:
	case FIELD_PERIOD:
		return (kept_date(arena, typed));
	case FIELD_ORGNR:
		return (orgnr_valid(typed) ? orgnr_digits(arena, typed) : typed);
	case FIELD_PHONE:
		return (kept_phone(arena, typed));
	case FIELD_ACCOUNT:
		return (account_valid(typed) ? orgnr_digits(arena, typed) : typed);
	case FIELD_MULTI_CHOICE:
	case FIELD_MUNICIPALITIES:
		return (kept_codes(arena, typed));
	case FIELD_GOALS:
		return (ends_with(path, ".number") ? kept_number(arena, typed) : typed);
	case FIELD_COSTS:
	case FIELD_FINANCING:
		return (kept_cell(arena, path, typed));
	default:
		return (typed);
	}
}

void
answers_normalise(struct answers *answers, const struct scheme *scheme)
{
	struct arena *arena = answers_arena(answers);

	for (size_t i = 0; i < answers_count(answers); i++) {
		const struct answer *answer = answers_at(answers, i);
		const char *trimmed = text_trim(arena, answer->value);
		struct answer_place place;

		if (*trimmed != '\0' && answer_place(&place, scheme, answer->path))
			trimmed = kept(arena, place.field, answer->path, trimmed);
		if (strcmp(trimmed, answer->value) != 0)
			answers_set_version(answers, answer->path, trimmed, answer->version);
	}
}

/* --- what it adds up to ------------------------------------------------------------------------------------------ */

/* Adds a cell; what cannot be read counts as nothing here, table_check.c tells about it. */
static bool
add_cell(money *to, const char *typed)
{
	money sum;

	if (money_parse(&sum, typed) != OK)
		return (false);
	*to = money_add(*to, sum);
	return (true);
}

/* Whether there was anything to add. */
static bool
add_table(money *cash, money *own, const struct answers *answers, const struct scheme_field *field)
{
	size_t rows = field != NULL ? answers_rows(answers, field->id) : 0;
	bool any = false;

	for (size_t row = 0; row < rows; row++) {
		any |= add_cell(cash, answers_cell(answers, field->id, row, "cash"));
		any |= add_cell(own, answers_cell(answers, field->id, row, "own"));
	}
	return (any);
}

static void
add_municipalities(struct application_sums *out, const char *codes)
{
	for (const char *at = codes; *at != '\0';) {
		size_t len = strcspn(at, " ");

		if (len == 3 && strncmp(at, "all", 3) == 0)
			out->all_municipalities = true;
		else if (len > 0)
			out->n_municipalities++;
		at += len + strspn(at + len, " ");
	}
}

void
sums_of(struct application_sums *out, const struct scheme *scheme, const struct answers *answers)
{
	const struct scheme_field *field;
	struct date day;

	memset(out, 0, sizeof(*out));
	if ((field = scheme_field_of_type(scheme, FIELD_APPLIED)) != NULL)
		out->has_applied = money_parse(&out->applied, answers_get(answers, field->id)) == OK;
	field = scheme_field_of_type(scheme, FIELD_COSTS);
	out->has_costs = add_table(&out->costs_cash, &out->costs_own, answers, field);
	field = scheme_field_of_type(scheme, FIELD_FINANCING);
	out->has_financing = add_table(&out->financing_cash, &out->financing_own, answers, field) || out->has_applied;
	out->financing_cash = money_add(out->financing_cash, out->applied);
	out->costs = money_add(out->costs_cash, out->costs_own);
	out->financing = money_add(out->financing_cash, out->financing_own);
	if ((field = scheme_field_of_type(scheme, FIELD_MUNICIPALITIES)) != NULL)
		add_municipalities(out, answers_get(answers, field->id));
	if ((field = scheme_field_of_type(scheme, FIELD_PERIOD)) == NULL)
		return;
	if (date_parse(&day, answers_part(answers, field->id, "start")) == OK)
		out->start = day;
	if (date_parse(&day, answers_part(answers, field->id, "end")) == OK)
		out->end = day;
}
