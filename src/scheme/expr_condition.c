/* expr_condition.c — takes rules apart into comparisons that can be chosen from lists, and puts them together. */
#include "scheme/expr_condition.h"

#include <string.h>

#include "core/buf.h"
#include "core/text.h"

static const char *const signs[CONDITION__MAX] = { [CONDITION_IS] = "=",
	[CONDITION_IS_NOT] = "!=",
	[CONDITION_AT_LEAST] = ">=",
	[CONDITION_MORE] = ">",
	[CONDITION_AT_MOST] = "<=",
	[CONDITION_LESS] = "<" };

/* ------------------------------------------------------------------------------------------ places in a rule */

/* One step on in a rule: over a text in quotes, or one character; *depth counts parentheses. */
static const char *
step(const char *at, int *depth)
{
	if (*at == '\'' || *at == '"') {
		const char *end = strchr(at + 1, *at);

		return (end == NULL ? at + strlen(at) : end + 1);
	}
	*depth += (*at == '(') - (*at == ')');
	return (at + 1);
}

/* The first of the words outside quotes and parentheses; NULL when there is none. */
static const char *
outside(const char *text, const char *word)
{
	int depth = 0;

	for (const char *at = text; *at != '\0'; at = step(at, &depth))
		if (depth == 0 && strncmp(at, word, strlen(word)) == 0)
			return (at);
	return (NULL);
}

/* Spaces between words become one, those in quotes stay. */
static char *
tidy(struct arena *arena, const char *text)
{
	struct buf out = buf_new(arena);
	int depth = 0;

	for (const char *at = text, *next; *at != '\0'; at = next) {
		next = step(at, &depth);
		if (strchr(" \t\r\n", *at) == NULL)
			buf_add(&out, at, (size_t)(next - at));
		else if (out.len > 0 && buf_text(&out)[out.len - 1] != ' ')
			buf_putc(&out, ' ');
	}
	return (text_trim(arena, buf_text(&out)));
}

/* ------------------------------------------------------------------------------------------ one comparison */

bool
condition_counts(const struct condition_part *part)
{
	size_t len = strlen(part->what), end = strlen(CONDITION_NUMBER);

	return (len > end && strcmp(part->what + len - end, CONDITION_NUMBER) == 0);
}

bool
condition_number_ok(const char *number)
{
	size_t whole = strspn(number + (*number == '-'), "0123456789");
	const char *rest = number + (*number == '-') + whole;

	if (*rest == '.' && rest[1] != '\0')
		rest += 1 + strspn(rest + 1, "0123456789");
	return (whole > 0 && *rest == '\0');
}

/* A text in one pair of quotes and nothing else, that could stand in single ones. */
static bool
is_quoted(const char *text)
{
	size_t len = strlen(text);

	return (len >= 2 && (*text == '\'' || *text == '"') && strchr(text + 1, *text) == text + len - 1 &&
		strcspn(text + 1, "'") >= len - 2);
}

/* The comparison's sign outside quotes and parentheses; NULL when the part is a statement by itself. */
static const char *
sign_in(const char *text, enum condition_is *is)
{
	static const enum condition_is order[] = { CONDITION_IS_NOT, CONDITION_AT_LEAST, CONDITION_AT_MOST,
		CONDITION_IS, CONDITION_MORE, CONDITION_LESS };
	const char *found = NULL, *at;

	for (size_t i = 0; i < CONDITION__MAX; i++)
		if ((at = outside(text, signs[order[i]])) != NULL && (found == NULL || at < found)) {
			found = at;
			*is = order[i];
		}
	return (found);
}

static bool
read_statement(struct condition_part *out, struct arena *arena, const char *text)
{
	size_t len = strlen(text);

	if (text_starts(text, "not(") && text[len - 1] == ')') {
		out->is = CONDITION_IS_NOT;
		text = text_trim(arena, arena_strndup(arena, text + 4, len - 5));
	}
	out->what = text;
	/* What isn't a name, or a function of something, is a sum or the like. */
	return (*text != '\0' && strpbrk(text, "=<>!") == NULL && outside(text, " ") == NULL && *text != '(' &&
		!is_quoted(text) && !condition_number_ok(text));
}

static bool
read_part(struct condition_part *out, struct arena *arena, const char *text)
{
	const char *sign, *right;
	int depth = 0;
	char *left;

	*out = (struct condition_part){ .number = "" };
	for (const char *at = text; *at != '\0';)
		at = step(at, &depth);
	if (depth != 0)
		return (false);
	if ((sign = sign_in(text, &out->is)) == NULL)
		return (read_statement(out, arena, text));
	left = text_trim(arena, arena_strndup(arena, text, (size_t)(sign - text)));
	right = text_trim(arena, sign + strlen(signs[out->is]));
	if (*left == '\0' || *left == '.' || is_quoted(left) || condition_number_ok(left))
		return (false);
	if (is_quoted(right) && out->is <= CONDITION_IS_NOT) {
		out->what = arena_printf(arena, "%s = '%.*s'", left, (int)strlen(right) - 2, right + 1);
		return (true);
	}
	out->what = arena_printf(arena, "%s" CONDITION_NUMBER, left);
	out->number = is_quoted(right) ? arena_strndup(arena, right + 1, strlen(right) - 2) : right;
	return (*right == '\0' || is_quoted(right) || condition_number_ok(right));
}

/* ------------------------------------------------------------------------------------------ the whole */

bool
condition_read(struct condition *out, struct arena *arena, const char *text)
{
	const char *rest = tidy(arena, text), *word, *at;

	*out = (struct condition){ 0 };
	if (*rest == '\0')
		return (true);
	out->any = outside(rest, " or ") != NULL;
	if (out->any && outside(rest, " and ") != NULL)
		return (false);
	word = out->any ? " or " : " and ";
	for (; rest != NULL; rest = at == NULL ? NULL : at + strlen(word)) {
		at = outside(rest, word);
		if (out->n == CONDITION_MOST ||
		    !read_part(&out->parts[out->n++], arena,
			text_trim(arena, arena_strndup(arena, rest, at == NULL ? strlen(rest) : (size_t)(at - rest)))))
			return (false);
	}
	return (true);
}

/* "50 000 kr" is 50000 and "12,5" is 12.5; what is no number stays a text, and is told to be none. */
static char *
number_plain(struct arena *arena, const char *typed)
{
	struct buf out = buf_new(arena);
	char *text = text_trim(arena, typed), *number;
	size_t len = strlen(text);

	if (len > 2 && strcmp(text + len - 2, "kr") == 0)
		text[len - 2] = '\0';
	for (const char *at = text; *at != '\0'; at++) {
		if (strncmp(at, "\u00a0", 2) == 0 || strncmp(at, "\u2009", 3) == 0 || strncmp(at, "\u202f", 3) == 0)
			at += strlen(*at == '\xc2' ? "\u00a0" : "\u2009") - 1;
		else if (*at != ' ')
			buf_putc(&out, *at == ',' ? '.' : *at);
	}
	number = arena_strdup(arena, buf_text(&out));
	if (*number == '\0' || condition_number_ok(number))
		return (number);
	for (char *at = text; *at != '\0'; at++)
		*at = *at == '\'' ? ' ' : *at;
	return (arena_printf(arena, "'%s'", text));
}

static void
write_part(struct buf *out, struct arena *arena, const struct condition_part *part)
{
	size_t len = strlen(part->what);
	const char *sign = outside(part->what, " = ");

	if (condition_counts(part))
		buf_printf(out, "%.*s %s %s", (int)(len - strlen(CONDITION_NUMBER)), part->what, signs[part->is],
		    number_plain(arena, part->number));
	else if (part->is != CONDITION_IS_NOT)
		buf_puts(out, part->what);
	else if (sign != NULL)
		buf_printf(out, "%.*s !=%s", (int)(sign - part->what), part->what, sign + 2);
	else
		buf_printf(out, "not(%s)", part->what);
}

char *
condition_write(struct arena *arena, const struct condition *condition)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < condition->n; i++) {
		if (text_blank(condition->parts[i].what))
			continue;
		if (out.len > 0)
			buf_puts(&out, condition->any ? " or " : " and ");
		write_part(&out, arena, &condition->parts[i]);
	}
	return (arena_strdup(arena, buf_text(&out)));
}
