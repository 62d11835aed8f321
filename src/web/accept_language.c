/* accept_language.c — reads Accept-Language (source: RFC 9110 section 12.5.4). */
#include "web/accept_language.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static bool
language_of(enum lang *out, const char *tag, size_t len)
{
	static const struct {
		const char *code;
		enum lang lang;
	} codes[] = { { "nb", LANG_NB }, { "nn", LANG_NN }, { "no", LANG_NB }, { "en", LANG_EN }, { "da", LANG_NB },
		{ "sv", LANG_NB } };

	if (len < 2 || (len > 2 && tag[2] != '-'))
		return (false);
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strncasecmp(tag, codes[i].code, 2) == 0) {
			*out = codes[i].lang;
			return (true);
		}
	return (false);
}

/* ";q=0.8" in thousandths; 1000 without one, and for what is more than one. */
static int
weight_of(const char *parameters, const char *end)
{
	const char *at = memchr(parameters, '=', (size_t)(end - parameters));
	int weight = 0;

	if (at == NULL || (at[1] >= '1' && at[1] <= '9'))
		return (1000);
	at += 1 + (at[1] == '0');
	if (*at++ != '.')
		return (0);
	for (int worth = 100; worth > 0 && *at >= '0' && *at <= '9'; worth /= 10)
		weight += worth * (*at++ - '0');
	return (weight);
}

enum lang
accept_language(const char *header)
{
	enum lang best = LANG_NB, lang;
	int best_weight = 0, weight;

	while (*header != '\0') {
		const char *end = header + strcspn(header, ",");
		size_t len;

		header += strspn(header, " \t");
		len = strcspn(header, ";, \t");
		if (header < end && language_of(&lang, header, len)) {
			weight = weight_of(header + len, end);
			if (weight > best_weight) {
				best = lang;
				best_weight = weight;
			}
		}
		header = *end == '\0' ? end : end + 1;
	}
	return (best);
}
