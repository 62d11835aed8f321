/* nearest.c — Levenshtein's distance over short words. */
#include "scheme/nearest.h"

#include <string.h>

#define LONGEST 48

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t low = a < b ? a : b;

	return (low < c ? low : c);
}

/* Levenshtein's distance; LONGEST for words too long to be compared. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[LONGEST + 1], la = strlen(a), lb = strlen(b);

	if (la >= LONGEST || lb >= LONGEST)
		return (LONGEST);
	for (size_t j = 0; j <= lb; j++)
		row[j] = j;
	for (size_t i = 1; i <= la; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= lb; j++) {
			size_t above = row[j];

			row[j] = least(above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1]));
			corner = above;
		}
	}
	return (row[lb]);
}

const char *
nearest_word(const char *written, const char *const *words, size_t n)
{
	size_t best = LONGEST, limit = strlen(written) / 3 + 1;
	const char *found = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t d = distance(written, words[i]);

		if (d < best && d <= limit) {
			best = d;
			found = words[i];
		}
	}
	return (found);
}
