/* doc_hyphen.c — Debian's patterns through libhyphen; they are written in ISO 8859-1, so words are too while they are
 * looked up. */
#include "doc/doc_hyphen.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/text.h"

#define SHORTEST 8 /* letters; shorter words stay whole */
#define LONGEST 80
#define AT_ENDS 3 /* letters that stay together at either end */

struct doc_hyphens {
	HyphenDict *dictionaries[LANG__MAX];
	bool asked[LANG__MAX];
};

static const char *const files[LANG__MAX] = {
	[LANG_NB] = "/usr/share/hyphen/hyph_nb_NO.dic",
	[LANG_NN] = "/usr/share/hyphen/hyph_nn_NO.dic",
};

static void
hyphens_free(void *object)
{
	struct doc_hyphens *hyphens = object;

	for (int i = 0; i < LANG__MAX; i++)
		if (hyphens->dictionaries[i] != NULL)
			hnj_hyphen_free(hyphens->dictionaries[i]);
}

struct doc_hyphens *
doc_hyphens_new(struct arena *arena)
{
	struct doc_hyphens *hyphens = arena_alloc(arena, sizeof(*hyphens));

	arena_defer(arena, hyphens_free, hyphens);
	return (hyphens);
}

static HyphenDict *
dictionary(struct doc_hyphens *hyphens, enum lang lang)
{
	if (!hyphens->asked[lang] && files[lang] != NULL)
		hyphens->dictionaries[lang] = hnj_hyphen_load(files[lang]);
	hyphens->asked[lang] = true;
	return (hyphens->dictionaries[lang]);
}

/* A letter in lower case, as ISO 8859-1 has it; 0 for what is no letter there. */
static char
latin1_letter(uint32_t c)
{
	if (c >= 'A' && c <= 'Z')
		return ((char)(c + 32));
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return ((char)(c + 32));
	if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7))
		return ((char)c);
	return (0);
}

/* One word's letters, and where each begins in the text. */
struct word {
	char letters[LONGEST + 1];
	const char *at[LONGEST + 1];
	int n;
};

/* Reads a run of letters; at is behind it afterwards. n is 0 when the first character is none. */
static void
word_read(struct word *word, const char **at)
{
	word->n = 0;
	while (**at != '\0' && word->n < LONGEST) {
		const char *next = *at;
		char letter = latin1_letter(text_next(&next, *at + strlen(*at)));

		if (letter == 0)
			break;
		word->at[word->n] = *at;
		word->letters[word->n++] = letter;
		*at = next;
	}
	word->letters[word->n] = '\0';
	word->at[word->n] = *at;
}

static void
put_divided(struct buf *out, HyphenDict *patterns, const struct word *word)
{
	char marks[LONGEST + 8];
	char **replaced = NULL;
	int *position = NULL, *cut = NULL;
	bool known =
	    word->n >= SHORTEST && word->n < LONGEST &&
	    hnj_hyphen_hyphenate2(patterns, word->letters, word->n, marks, NULL, &replaced, &position, &cut) == 0;

	for (int i = 0; replaced != NULL && i < word->n; i++)
		free(replaced[i]);
	free(replaced);
	free(position);
	free(cut);
	for (int i = 0; i < word->n; i++) {
		buf_add(out, word->at[i], (size_t)(word->at[i + 1] - word->at[i]));
		if (known && (marks[i] & 1) != 0 && i + 1 >= AT_ENDS && word->n - (i + 1) >= AT_ENDS)
			buf_puts(out, "\u00ad");
	}
}

const char *
doc_hyphenate(struct doc_hyphens *hyphens, struct arena *arena, const char *text, enum lang lang)
{
	HyphenDict *patterns = dictionary(hyphens, lang);
	struct buf out = buf_new(arena);
	const char *at = text;
	struct word word;

	if (patterns == NULL || strlen(text) < SHORTEST)
		return (text);
	while (*at != '\0') {
		const char *other = at;

		word_read(&word, &at);
		put_divided(&out, patterns, &word);
		if (word.n > 0)
			continue;
		text_next(&at, at + strlen(at));
		buf_add(&out, other, (size_t)(at - other));
	}
	return (buf_text(&out));
}
