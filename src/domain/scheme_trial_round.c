/* scheme_trial_round.c — shares an example's frame among its recipients, and holds each sum against what should come
 * out.
 */
#include "core/catalogue.h"
#include "domain/scheme_trial_parts.h"
#include "domain/sharing.h"

/* A recipient is an example of its own, with what rules find in it. */
static void
take_part(struct share_claim *claim, struct arena *arena, const struct scheme *scheme,
    const struct scheme_recipient *recipient)
{
	struct scheme_test *test = arena_alloc(arena, sizeof(*test));
	struct trial *t = arena_alloc(arena, sizeof(*t));
	struct kept_figures *kept = arena_alloc(arena, sizeof(*kept));

	*test =
	    (struct scheme_test){ .name = recipient->name, .given = recipient->given, .n_given = recipient->n_given };
	*t = (struct trial){ .test = test, .arena = arena, .lang = LANG_NB };
	trial_set_up(t, scheme);
	kept_figures_of(kept, &t->view);
	*claim = (struct share_claim){ .number = recipient->name, .figures = kept };
}

static void
compare(struct trial_result *out, struct trial_case *of, struct arena *arena, const struct scheme_recipient *recipient,
    const struct share_claim *claim, enum lang lang)
{
	if (money_cmp(claim->sum, recipient->award) == 0)
		return;
	of->n_failures++;
	out->failures[out->n_failures++] = (struct trial_failure){ of->name, recipient->line,
		arena_printf(arena, "«%s»: %s", of->name,
		    tr_printf(arena, lang, "%s skulle få %s, men får %s; endre testen eller fordelingen",
			recipient->name, money_show(arena, recipient->award), money_show(arena, claim->sum))) };
}

void
trial_round(struct trial_result *out, struct arena *arena, const struct scheme *scheme,
    const struct scheme_round *round, enum lang lang)
{
	struct share_claim *claims = arena_array(arena, round->n_recipients, sizeof(*claims));
	struct trial_case *of = &out->cases[out->n_run++];
	struct sharing_result result;

	*of = (struct trial_case){ .name = round->name,
		.line = round->line,
		.failures = &out->failures[out->n_failures],
		.lines = arena_array(arena, round->n_recipients + 1, sizeof(*of->lines)) };
	for (size_t i = 0; i < round->n_recipients; i++)
		take_part(&claims[i], arena, scheme, &round->recipients[i]);
	sharing_of(&result, claims, round->n_recipients, arena, scheme, round->frame, lang);
	for (size_t i = 0; i < round->n_recipients; i++) {
		compare(out, of, arena, &round->recipients[i], &claims[i], lang);
		of->lines[of->n_lines++] = arena_printf(arena, "%s: %s", claims[i].number, claims[i].text);
	}
	of->lines[of->n_lines++] = result.text;
}
