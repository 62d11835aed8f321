/* document_value.c — the values of attributes as people write them and as documents have them, and ids made of words.
 */
#include <stdio.h>
#include <string.h>

#include "core/date.h"
#include "core/money.h"
#include "core/text.h"
#include "scheme/document_edit.h"
#include "scheme/scheme_read.h"

#define ID_MAX 30

/* ------------------------------------------------------------------------------------------ ids */

static bool
is_taken(const char *id, const char *const *taken, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(taken[i], id) == 0)
			return (true);
	/* Expressions know the facts by these names. */
	return (scheme_fact_needs(id) != NULL);
}

static void
add_letter(struct buf *id, uint32_t c)
{
	static const struct {
		uint32_t letter;
		const char *as;
	} others[] = { { 0xE6, "ae" }, { 0xF8, "o" }, { 0xE5, "a" }, { 0xE4, "a" }, { 0xF6, "o" }, { 0xE9, "e" },
		{ 0xE8, "e" }, { 0xEA, "e" }, { 0xF4, "o" }, { 0xFC, "u" }, { 0xE1, "a" }, { 0x10D, "c" },
		{ 0x111, "d" }, { 0x14B, "n" }, { 0x161, "s" }, { 0x167, "t" }, { 0x17E, "z" } };

	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && id->len > 0)) {
		buf_putc(id, (char)c);
		return;
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (others[i].letter == c) {
			buf_puts(id, others[i].as);
			return;
		}
	if (id->len > 0 && id->data[id->len - 1] != '-')
		buf_putc(id, '-');
}

/* At most ID_MAX, cut between words when the first ones fill half of it. */
static const char *
cut(struct arena *arena, const char *id)
{
	size_t len = strlen(id);

	if (len > ID_MAX) {
		for (len = ID_MAX; len > ID_MAX / 2 && id[len] != '-';)
			len--;
		if (id[len] != '-')
			len = ID_MAX;
	}
	while (len > 0 && id[len - 1] == '-')
		len--;
	return (arena_strndup(arena, id, len));
}

const char *
document_id(struct arena *arena, const char *text, const char *const *taken, size_t n)
{
	const char *folded = text_fold(arena, text), *at = folded, *end = folded + strlen(folded), *id, *base;
	struct buf out = buf_new(arena);

	while (at < end)
		add_letter(&out, text_next(&at, end));
	base = cut(arena, buf_text(&out));
	if (*base == '\0')
		base = "ny";
	id = base;
	for (int i = 2; is_taken(id, taken, n); i++)
		id = arena_printf(arena, "%s-%d", base, i);
	return (id);
}

/* ------------------------------------------------------------------------------------------ values */

static const char *
nok_typed(struct arena *arena, const char *typed)
{
	money sum;

	return (money_parse(&sum, typed) == OK ? arena_printf(arena, "%lld", (long long)(sum.ore / 100)) : typed);
}

/* "33,5 %": spaces and the sign go, the comma becomes a point. */
static const char *
percent_typed(struct arena *arena, const char *typed)
{
	struct buf out = buf_new(arena);

	for (const char *at = typed; *at != '\0'; at++)
		if (*at == ',')
			buf_putc(&out, '.');
		else if (*at != ' ' && *at != '%' && !(at[0] == '\xC2' && at[1] == '\xA0') &&
			 !(at > typed && at[-1] == '\xC2' && at[0] == '\xA0'))
			buf_putc(&out, *at);
	return (arena_strdup(arena, buf_text(&out)));
}

static const char *
date_typed(struct arena *arena, const char *typed)
{
	struct date day;

	return (date_parse(&day, typed) == OK ? date_iso(arena, day) : typed);
}

/* "15.01.2027 kl. 12.00", "15.01.2027 12:00" or the day alone. */
static const char *
moment_typed(struct arena *arena, const char *typed)
{
	const char *clock = strrchr(typed, ' ');
	unsigned hour, minute;
	struct date day;
	int end = 0;
	size_t len;

	if (date_parse(&day, typed) == OK)
		return (date_iso(arena, day));
	if (clock == NULL || (sscanf(clock + 1, "%2u%*[.:]%2u%n", &hour, &minute, &end) != 2) ||
	    clock[1 + end] != '\0' || hour > 23 || minute > 59)
		return (typed);
	len = (size_t)(clock - typed);
	if (len > 4 && memcmp(typed + len - 4, " kl.", 4) == 0)
		len -= 4;
	if (date_parse(&day, arena_strndup(arena, typed, len)) != OK)
		return (typed);
	return (arena_printf(arena, "%s %02u:%02u", date_iso(arena, day), hour, minute));
}

/* "1.2." is 1 February. */
static const char *
month_day_typed(struct arena *arena, const char *typed)
{
	unsigned day, month;
	int end = 0;

	if (sscanf(typed, "%2u.%2u%n", &day, &month, &end) == 2 &&
	    (typed[end] == '\0' || strcmp(typed + end, ".") == 0))
		return (arena_printf(arena, "%02u-%02u", month, day));
	return (typed);
}

const char *
document_value_typed(struct arena *arena, const struct vocabulary_attribute *attribute, const char *typed)
{
	typed = text_trim(arena, typed);
	if (*typed == '\0')
		return (typed);
	switch (attribute->type) {
	case VOCABULARY_NOK:
		return (nok_typed(arena, typed));
	case VOCABULARY_PERCENT:
		return (percent_typed(arena, typed));
	case VOCABULARY_DATE:
		return (date_typed(arena, typed));
	case VOCABULARY_MOMENT:
		return (moment_typed(arena, typed));
	case VOCABULARY_MONTH_DAY:
		return (month_day_typed(arena, typed));
	default:
		return (typed);
	}
}

static const char *
date_shown(struct arena *arena, const char *value)
{
	struct date day;

	return (date_parse(&day, value) == OK ? date_short(arena, day) : value);
}

const char *
document_value_shown(struct arena *arena, const struct vocabulary_attribute *attribute, const char *value)
{
	money sum;

	if (!vocabulary_value_ok(attribute, value))
		return (value);
	switch (attribute->type) {
	case VOCABULARY_NOK:
		return (money_parse(&sum, value) == OK ? money_digits(arena, sum) : value);
	case VOCABULARY_PERCENT:
		return (strchr(value, '.') == NULL
			    ? value
			    : arena_printf(arena, "%.*s,%s", (int)strcspn(value, "."), value, strchr(value, '.') + 1));
	case VOCABULARY_DATE:
		return (date_shown(arena, value));
	case VOCABULARY_MOMENT:
		if (value[10] == '\0')
			return (date_shown(arena, value));
		return (arena_printf(arena, "%s %s", date_shown(arena, arena_strndup(arena, value, 10)), value + 11));
	case VOCABULARY_MONTH_DAY:
		return (arena_printf(arena, "%.2s.%.2s.", value + 3, value));
	default:
		return (value);
	}
}
