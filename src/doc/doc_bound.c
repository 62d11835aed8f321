/* doc_bound.c — people type plain spaces in "1 250 000 kr", "§ 12" and "15. januar 2027"; the line does not end there.
 */
#include "doc/doc_bound.h"

#include <string.h>
#include <strings.h>

struct word {
	const char *at;
	size_t len;
};

static bool
is_digit(char c)
{
	return (c >= '0' && c <= '9');
}

/* A space, a line's end or a no-break space ends at the byte before. */
static bool
ends_word(const char *text, const char *at)
{
	return (at[-1] == ' ' || at[-1] == '\n' || (at >= text + 2 && memcmp(at - 2, "\u00a0", 2) == 0));
}

/* What stands before the space, without brackets and quotation marks that open. */
static struct word
word_before(const char *text, size_t at)
{
	struct word word = { .at = text + at };

	while (word.at > text && !ends_word(text, word.at))
		word.at--;
	word.len = (size_t)(text + at - word.at);
	while (word.len > 0 && (*word.at == '(' || *word.at == '[')) {
		word.at++;
		word.len--;
	}
	if (word.len > 2 && memcmp(word.at, "\xC2\xAB", 2) == 0) {
		word.at += 2;
		word.len -= 2;
	}
	return (word);
}

/* What stands behind it, without the signs that close. */
static struct word
word_after(const char *text, size_t len, size_t at)
{
	struct word word = { .at = text + at + 1 };

	while (at + 1 + word.len < len && word.at[word.len] != ' ' && word.at[word.len] != '\n' &&
	       strncmp(word.at + word.len, "\u00a0", 2) != 0 && strncmp(word.at + word.len, "»", 2) != 0)
		word.len++;
	while (word.len > 0 && strchr(".,;:!?)]", word.at[word.len - 1]) != NULL)
		word.len--;
	return (word);
}

/* The digits a word begins with. */
static size_t
digits(struct word word)
{
	size_t n = 0;

	while (n < word.len && is_digit(word.at[n]))
		n++;
	return (n);
}

/* The digits it ends with. */
static size_t
last_digits(struct word word)
{
	size_t n = 0;

	while (n < word.len && is_digit(word.at[word.len - 1 - n]))
		n++;
	return (n);
}

static bool
one_of(struct word word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == word.len && strncasecmp(*words, word.at, word.len) == 0)
			return (true);
	return (false);
}

/* Whole or shortened, with or without its point. */
static bool
is_month(struct word word)
{
	static const char *const months[] = { "januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
		"september", "oktober", "november", "desember", "jan", "feb", "apr", "aug", "sept", "okt", "nov", "des",
		"january", "february", "march", "may", "june", "july", "october", "december", NULL };

	if (word.len > 0 && word.at[word.len - 1] == '.')
		word.len--;
	return (one_of(word, months));
}

/* What stands behind the last dash of "1.–3.", or all of it. */
static struct word
behind_dash(struct word word)
{
	for (size_t n = 1; n <= word.len; n++) {
		const char *at = word.at + word.len - n;

		if (*at == '-' || (n >= 3 && memcmp(at, "–", 3) == 0)) {
			size_t skip = *at == '-' ? 1 : 3;

			return ((struct word){ .at = at + skip, .len = n - skip });
		}
	}
	return (word);
}

/* 1 to 31, with or without the point of Norwegian dates; or a span of days. */
static bool
is_day(struct word word)
{
	struct word last = behind_dash(word);
	size_t n = digits(last);

	return (n >= 1 && n <= 2 && (n == last.len || (n + 1 == last.len && last.at[n] == '.')));
}

/* "1" or "-250" and "000", "000,50" or "000–2": figures of one number. A year takes no part in one. */
static bool
is_group(struct word before, struct word after)
{
	size_t n = last_digits(before);
	char sign = n < before.len ? before.at[before.len - n - 1] : '-';

	if (n < 1 || n > 3 || digits(after) != 3)
		return (false);
	if (after.len > 3 && (after.at[3] == '.' || after.at[3] == ':' || (after.at[3] | 32) >= 'a'))
		/* A dash, of three bytes, is no letter. */
		if (after.len < 6 || memcmp(after.at + 3, "–", 3) != 0)
			return (false);
	return (sign != ',' && sign != '.' && sign != ':' && !((sign | 32) >= 'a' && (sign | 32) <= 'z') &&
		!is_digit(sign));
}

/* "kr" of "kr/år". */
static struct word
before_slash(struct word word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] == '/')
			word.len = i;
	return (word);
}

/* A number, its sign perhaps before it. */
static bool
is_number(struct word word)
{
	if (word.len > 3 && memcmp(word.at, "−", 3) == 0)
		return (is_digit(word.at[3]));
	return (is_digit(*word.at) || (word.len > 1 && (*word.at == '-' || *word.at == '+') && is_digit(word.at[1])));
}

static bool
starts(struct word word, const char *with)
{
	return (word.len >= strlen(with) && memcmp(word.at, with, strlen(with)) == 0);
}

static bool
ends(struct word word, const char *with)
{
	return (word.len >= strlen(with) && memcmp(word.at + word.len - strlen(with), with, strlen(with)) == 0);
}

bool
doc_bound(const char *text, size_t len, size_t at)
{
	static const char *const units[] = { "kr", "kroner", "øre", "mill", "mrd", "millioner", "millionar",
		"milliarder", "milliardar", "prosent", "%", "‰", "°C", "km", "m", "m²", "kg", "NOK", "EUR", "€", NULL };
	static const char *const leads[] = { "kr", "kr.", "kl.", "kl", "nr.", "nr", "kap.", "art.", "pkt.", "punkt",
		"s.", "side", "ca.", "NOK", "EUR", "€", "$", "£", NULL };
	static const char *const many[] = { "mill.", "mill", "mrd.", "mrd", "millioner", "millionar", "milliarder",
		"milliardar", NULL };
	static const char *const coins[] = { "kr", "kroner", "NOK", NULL };
	struct word before = word_before(text, at), after = word_after(text, len, at), unit = before_slash(after);

	if (before.len == 0 || after.len == 0)
		return (false);
	if (is_digit(before.at[before.len - 1]) && (is_group(before, after) || one_of(unit, units)))
		return (true);
	if (is_number(after) && (one_of(before, leads) || ends(before, "§")))
		return (true);
	if (starts(after, "§") && (ends(before, "jf.") || ends(before, "Jf.")))
		return (true);
	if (one_of(unit, coins) && one_of(before, many))
		return (true);
	if (after.len == 1 && (*after.at | 32) >= 'a' && (*after.at | 32) <= 'z' && ends(before, "okstav"))
		return (true);
	return ((is_day(before) && is_month(after)) || (digits(after) == 4 && after.len == 4 && is_month(before)));
}
