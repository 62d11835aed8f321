/* vocabulary_value.c — what the values of attributes may look like, and how that is said to people. */
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "scheme/expr.h"
#include "scheme/vocabulary.h"

static bool
is_slug(const char *s, size_t max)
{
	size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return (len > 0 && s[len] == '\0' && len <= max && s[0] >= 'a' && s[0] <= 'z');
}

static bool
is_scheme_id(const char *s)
{
	size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return (len >= 3 && len <= 64 && s[len] == '\0');
}

static bool
is_code(const char *s)
{
	size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

	return (len > 0 && len <= 40 && s[len] == '\0');
}

static bool
word_in(const char *word, size_t len, const char *list)
{
	for (const char *at = list; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		if (strcspn(at, " ") == len && memcmp(at, word, len) == 0)
			return (true);
	return (false);
}

static bool
is_reference(const char *word, const char *allowed)
{
	(void)allowed;
	return (is_slug(word, 40));
}

static bool
is_allowed(const char *word, const char *allowed)
{
	return (word_in(word, strlen(word), allowed));
}

/* "criterion:kvalitet", or a word. */
static bool
is_use(const char *word, const char *allowed)
{
	return (is_allowed(word, allowed) || (strncmp(word, "criterion:", 10) == 0 && is_slug(word + 10, 40)));
}

/* The register's codes: two to five capitals. */
static bool
is_form(const char *word, const char *allowed)
{
	size_t len = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	(void)allowed;
	return (len >= 2 && len <= 5 && word[len] == '\0');
}

/* Whether every word passes; a word that stands twice, and no word at all, does not. */
static bool
words_ok(const char *value, bool (*passes)(const char *word, const char *allowed), const char *allowed)
{
	const char *at = value + strspn(value, " ");

	if (*at == '\0')
		return (false);
	for (size_t len; *at != '\0'; at += len, at += strspn(at, " ")) {
		char word[64];

		len = strcspn(at, " ");
		if (len >= sizeof(word) || word_in(at, len, at + len + strspn(at + len, " ")))
			return (false);
		memcpy(word, at, len);
		word[len] = '\0';
		if (!passes(word, allowed))
			return (false);
	}
	return (true);
}

static bool
integer_ok(const char *value, const char *range)
{
	const char *to = strstr(range, "..") + 2;
	char *end;
	long n;

	if (value[strspn(value, "-0123456789")] != '\0' || strlen(value) > 11)
		return (false);
	n = strtol(value, &end, 10);
	return (end != value && *end == '\0' && n >= strtol(range, NULL, 10) && n <= strtol(to, NULL, 10));
}

static bool
nok_ok(const char *value)
{
	size_t len = strspn(value, "0123456789");

	if (len == 0 || len > 13 || value[len] != '\0')
		return (false);
	return (strtoll(value, NULL, 10) <= MONEY_MAX.ore / 100);
}

static bool
percent_ok(const char *value)
{
	size_t whole = strspn(value, "0123456789"), decimals;

	if (whole == 0 || whole > 3 || strtod(value, NULL) > 100)
		return (false);
	if (value[whole] == '\0')
		return (true);
	decimals = strspn(value + whole + 1, "0123456789");
	return (value[whole] == '.' && decimals >= 1 && decimals <= 2 && value[whole + 1 + decimals] == '\0');
}

static bool
scale_ok(const char *value)
{
	size_t low = strspn(value, "0123456789"), high;

	if (low == 0 || low > 3 || value[low] != '-')
		return (false);
	high = strspn(value + low + 1, "0123456789");
	if (high == 0 || high > 3 || value[low + 1 + high] != '\0')
		return (false);
	return (
	    strtol(value, NULL, 10) < strtol(value + low + 1, NULL, 10) && strtol(value + low + 1, NULL, 10) <= 100);
}

static bool
date_ok(const char *value)
{
	struct date day;

	return (strlen(value) == 10 && value[4] == '-' && date_parse(&day, value) == OK);
}

/* 00:00 to 23:59, as two digits and two. */
static bool
clock_ok(const char *s)
{
	return (strlen(s) == 5 && strspn(s, "0123456789") == 2 && s[2] == ':' && strspn(s + 3, "0123456789") == 2 &&
		strncmp(s, "24", 2) < 0 && s[3] < '6');
}

static bool
moment_ok(const char *value)
{
	char day[11];

	if (strlen(value) < 10)
		return (false);
	memcpy(day, value, 10);
	day[10] = '\0';
	return (date_ok(day) && (value[10] == '\0' || (value[10] == ' ' && clock_ok(value + 11))));
}

/* 29 February comes in some years only, so it is no day of every year. */
static bool
month_day_ok(const char *value)
{
	char day[11] = "2001-";

	if (strlen(value) != 5)
		return (false);
	memcpy(day + 5, value, 6);
	return (date_ok(day));
}

bool
vocabulary_value_ok(const struct vocabulary_attribute *attribute, const char *value)
{
	switch (attribute->type) {
	case VOCABULARY_ID:
	case VOCABULARY_REFERENCE:
		return (is_slug(value, 40));
	case VOCABULARY_SCHEME_ID:
		return (is_scheme_id(value));
	case VOCABULARY_CODE:
		return (is_code(value));
	case VOCABULARY_ONE_OF:
		return (value[0] != '\0' && word_in(value, strlen(value), attribute->allowed));
	case VOCABULARY_SOME_OF:
		return (words_ok(value, is_allowed, attribute->allowed));
	case VOCABULARY_USES:
		return (words_ok(value, is_use, attribute->allowed));
	case VOCABULARY_INTEGER:
		return (integer_ok(value, attribute->allowed));
	case VOCABULARY_NOK:
		return (nok_ok(value));
	case VOCABULARY_PERCENT:
		return (percent_ok(value));
	case VOCABULARY_SCALE:
		return (scale_ok(value));
	case VOCABULARY_DATE:
		return (date_ok(value));
	case VOCABULARY_MOMENT:
		return (moment_ok(value));
	case VOCABULARY_MONTH_DAY:
		return (month_day_ok(value));
	case VOCABULARY_REFERENCES:
		return (words_ok(value, is_reference, NULL));
	case VOCABULARY_FORMS:
		return (words_ok(value, is_form, NULL));
	case VOCABULARY_EXPRESSION: /* expr_compile() says what is wrong, and where in it */
		return (true);
	case VOCABULARY_WORDS:
		return (!text_blank(value) && text_length(value) <= EXPR_MAX_LENGTH);
	}
	return (false);
}

static enum complaint
wanted(enum vocabulary_type type)
{
	static const enum complaint by_type[] = {
		[VOCABULARY_ID] = WANTED_ID,
		[VOCABULARY_REFERENCE] = WANTED_ID,
		[VOCABULARY_SCHEME_ID] = WANTED_SCHEME_ID,
		[VOCABULARY_CODE] = WANTED_CODE,
		[VOCABULARY_ONE_OF] = WANTED_ONE_OF,
		[VOCABULARY_SOME_OF] = WANTED_SOME_OF,
		[VOCABULARY_INTEGER] = WANTED_INTEGER,
		[VOCABULARY_NOK] = WANTED_NOK,
		[VOCABULARY_PERCENT] = WANTED_PERCENT,
		[VOCABULARY_SCALE] = WANTED_SCALE,
		[VOCABULARY_USES] = WANTED_USES,
		[VOCABULARY_DATE] = WANTED_DATE,
		[VOCABULARY_MOMENT] = WANTED_MOMENT,
		[VOCABULARY_MONTH_DAY] = WANTED_MONTH_DAY,
		[VOCABULARY_REFERENCES] = WANTED_REFERENCES,
		[VOCABULARY_FORMS] = WANTED_FORMS,
		[VOCABULARY_EXPRESSION] = WANTED_WORDS,
		[VOCABULARY_WORDS] = WANTED_WORDS,
	};

	return (by_type[type]);
}

const char *
vocabulary_value_wanted(struct arena *arena, enum lang lang, const struct vocabulary_attribute *attribute)
{
	const char *args[COMPLAINT_MAX_ARGS] = { attribute->allowed };

	if (attribute->type == VOCABULARY_INTEGER) {
		const char *dots = strstr(attribute->allowed, "..");

		args[0] = arena_strndup(arena, attribute->allowed, (size_t)(dots - attribute->allowed));
		args[1] = dots + 2;
	}
	return (complaint_text(arena, lang, wanted(attribute->type), args));
}
