/* reason.c — from marks to sentences. */
#include "domain/reason.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

/* Three times how far an average is above the lowest mark, times how many marked, to stay with whole numbers. */
static int
thirds(const struct scheme *scheme, const struct criterion_finding *finding)
{
	return (3 * (finding->sum - finding->n * scheme->scale_min));
}

static bool
is_told(const struct scheme_criterion *criterion, const struct criterion_finding *finding)
{
	return (criterion->kind == CRITERION_GRADED && !criterion->internal && finding->n > 0);
}

/* "a, b og c": the names of criteria whose marks lie high, or low. */
static const char *
names_of(struct arena *arena, const struct scheme *scheme, const struct criterion_finding *findings, bool high,
    enum lang lang)
{
	const char **names = arena_array(arena, scheme->n_criteria, sizeof(*names));
	int range = scheme->scale_max - scheme->scale_min;
	size_t n = 0;

	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct criterion_finding *finding = &findings[i];

		if (!is_told(&scheme->criteria[i], finding))
			continue;
		if (high ? thirds(scheme, finding) >= 2 * range * finding->n
			 : thirds(scheme, finding) <= range * finding->n)
			names[n++] = arena_printf(arena, "«%s»", lang_pick(&scheme->criteria[i].name, lang));
	}
	return (text_join(arena, names, n, tr(lang, " og ")));
}

const char *
reason_composed(struct arena *arena, const struct scheme *scheme, const struct criterion_finding *findings,
    const char *words, enum lang lang)
{
	const char *high, *low, *out = text_blank(words) ? "" : words;

	if (!scheme_has_marks(scheme))
		return (out);
	high = names_of(arena, scheme, findings, true, lang);
	low = names_of(arena, scheme, findings, false, lang);
	if (*high != '\0')
		out = arena_printf(arena, "%s%s%s", out, *out == '\0' ? "" : "\n",
		    tr_printf(arena, lang, "Søknaden står sterkt på %s.", high));
	if (*low != '\0')
		out = arena_printf(arena, "%s%s%s", out, *out == '\0' ? "" : "\n",
		    tr_printf(arena, lang, "Søknaden står svakt på %s.", low));
	return (out);
}

/* Spaces and line ends are the browser's. */
static bool
same_words(const char *a, const char *b)
{
	for (;;) {
		a += strspn(a, " \r\n\t");
		b += strspn(b, " \r\n\t");
		if (*a == '\0' || *a != *b)
			return (*a == *b);
		a++;
		b++;
	}
}

bool
reason_is_untouched(struct arena *arena, const struct scheme *scheme, const struct criterion_finding *findings,
    const char *words, enum lang lang, const char *reason)
{
	const char *composed = reason_composed(arena, scheme, findings, words, lang);

	return (!text_blank(reason) && !same_words(composed, words) && same_words(composed, reason));
}
