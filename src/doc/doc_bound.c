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

static bool
ends_word(const char *at)
{
	return (*at == ' ' || *at == '\n' || *at == '\xA0');
}

/* What stands before the space, without brackets and quotation marks that open. */
static struct word
word_before(const char *text, size_t at)
{
	struct word word = { .at = text + at };

	while (word.at > text && !ends_word(word.at - 1))
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

	while (at + 1 + word.len < len && !ends_word(word.at + word.len) && word.at[word.len] != '\xC2')
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

static bool
one_of(struct word word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == word.len && strncasecmp(*words, word.at, word.len) == 0)
			return (true);
	return (false);
}

static bool
is_month(struct word word)
{
	static const char *const months[] = { "januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
		"september", "oktober", "november", "desember", "january", "february", "march", "may", "june", "july",
		"october", "december", NULL };

	return (one_of(word, months));
}

/* 1 to 31, with or without the point of Norwegian dates. */
static bool
is_day(struct word word)
{
	size_t n = digits(word);

	return (n >= 1 && n <= 2 && (n == word.len || (n + 1 == word.len && word.at[n] == '.')));
}

bool
doc_bound(const char *text, size_t len, size_t at)
{
	static const char *const units[] = { "kr", "kroner", "øre", "mill", "mrd", "prosent", "%", "km", "m", "m²",
		"kg", "NOK", NULL };
	static const char *const leads[] = { "kr", "kl.", "nr.", "kap.", "art.", "NOK", NULL };
	struct word before = word_before(text, at), after = word_after(text, len, at);

	if (before.len == 0 || after.len == 0)
		return (false);
	if (is_digit(before.at[before.len - 1])) {
		bool group = digits(before) == before.len && before.len <= 3;

		if ((group && after.len == 3 && digits(after) == 3) || one_of(after, units))
			return (true);
	}
	if (is_digit(*after.at) &&
	    (one_of(before, leads) || (before.len >= 2 && memcmp(before.at + before.len - 2, "§", 2) == 0)))
		return (true);
	return ((is_day(before) && is_month(after)) || (is_month(before) && after.len == 4 && digits(after) == 4));
}
