/* criteria_words.c — criteria, ladder, tie-breaks and earmarks in words. */
#include "domain/criteria_words.h"

#include "core/buf.h"
#include "core/catalogue.h"
#include "domain/amount.h"
#include "domain/ranking.h"
#include "domain/sharing.h"

const char *
criterion_kind_text(struct arena *arena, const struct scheme_criterion *criterion, enum lang lang)
{
	switch (criterion->kind) {
	case CRITERION_REQUIRED:
		return (tr(lang, "Absolutt krav. Er det ikke oppfylt, blir det avslag."));
	case CRITERION_SHOULD:
		return (tr(lang, "Ønske. Jo flere som er oppfylt, jo bedre."));
	case CRITERION_PORTFOLIO:
		return (tr(lang, "Vurderes på innstillingen, på tvers av søknadene."));
	case CRITERION_GRADED:
		break;
	}
	if (criterion->min_mark < 0)
		return ("");
	return (criterion->min_rejects
		    ? tr_printf(arena, lang, "Lavere enn %d poeng gir avslag.", criterion->min_mark)
		    : tr_printf(arena, lang, "Lavere enn %d poeng kan gi avslag.", criterion->min_mark));
}

static void
add_sentence(struct buf *to, const char *sentence)
{
	if (*sentence != '\0')
		buf_printf(to, "%s%s", to->len > 0 ? " " : "", sentence);
}

const char *
criteria_method_text(struct arena *arena, const struct scheme *scheme, enum lang lang)
{
	struct buf text = buf_new(arena);

	if (scheme_is_computed(scheme))
		return (sharing_text(arena, scheme, lang));
	add_sentence(&text, scheme_has_marks(scheme) ? tr_printf(arena, lang, "Hvert punkt får karakter fra %d til %d.",
							   scheme->scale_min, scheme->scale_max)
						     : tr(lang, "Søknaden vurderes samlet. Det gis ikke karakterer."));
	add_sentence(&text, ranking_tie_breaks_text(arena, scheme, lang));
	return (arena_strdup(arena, buf_text(&text)));
}

const char *
earmark_text(struct arena *arena, const struct scheme_earmark *earmark, const char *said, enum lang lang)
{
	struct call_earmark size = { .share = earmark->share, .sum = earmark->sum };
	const char *name = lang_pick(&earmark->name, lang);

	(void)earmark_said(&size, earmark, said);
	if (size.share < 0 && size.sum.ore < 0 && said == NULL)
		return (
		    tr_printf(arena, lang, "Noe av rammen kan være øremerket, så mye som utlysningen sier: %s", name));
	if (size.share <= 0 && size.sum.ore <= 0)
		return ("");
	return (tr_printf(arena, lang, "%s av rammen er øremerket: %s",
	    size.share > 0 ? share_text(arena, size.share, lang) : money_show(arena, size.sum), name));
}
