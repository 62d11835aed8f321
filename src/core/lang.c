/* lang.c — language codes. */
#include "core/lang.h"

#include <string.h>

static const char *const codes[LANG__MAX] = { "nb", "nn", "en" };

const char *
lang_pick(const struct lang_text *text, enum lang lang)
{
	if (text->in[lang] != NULL)
		return (text->in[lang]);
	return (text->in[LANG_NB] != NULL ? text->in[LANG_NB] : "");
}

const char *
lang_code(enum lang lang)
{
	return (codes[lang]);
}

bool
lang_parse(enum lang *lang, const char *code)
{
	if (code == NULL)
		return (false);
	for (int i = 0; i < LANG__MAX; i++)
		if (strcmp(codes[i], code) == 0) {
			*lang = (enum lang)i;
			return (true);
		}
	return (false);
}
