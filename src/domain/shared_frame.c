/* shared_frame.c — splits a frame by demand, and tells of those who give from it. */
#include "domain/shared_frame.h"

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"

#define ORE_PER_KRONE 100

static money
applied_in_all(const struct frame_partner *partners, size_t n)
{
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < n; i++)
		sum = money_add(sum, partners[i].applied);
	return (sum);
}

money
frame_by_demand(money frame, const struct frame_partner *partners, size_t n, size_t which)
{
	money all = applied_in_all(partners, n);
	__int128 ore;

	if (all.ore <= 0)
		return (MONEY_ZERO);
	ore = (__int128)frame.ore * partners[which].applied.ore / all.ore;
	return ((money){ (int64_t)(ore / ORE_PER_KRONE * ORE_PER_KRONE) });
}

const char *
shared_frame_names(struct arena *arena, const struct frame_partner *partners, size_t n, enum lang lang)
{
	const char **names = arena_array(arena, n, sizeof(*names));
	size_t n_names = 0;

	for (size_t i = 0; i < n; i++)
		if (!partners[i].own)
			names[n_names++] = arena_printf(arena, "«%s»", lang_pick(&partners[i].title, lang));
	return (n_names == 0 ? "" : text_join(arena, names, n_names, tr(lang, " og ")));
}

static const char *
others_text(struct arena *arena, const struct frame_partner *partners, size_t n, enum lang lang)
{
	const char **others = arena_array(arena, n, sizeof(*others));
	size_t n_others = 0;

	for (size_t i = 0; i < n; i++)
		if (!partners[i].own)
			others[n_others++] = tr_printf(arena, lang, "«%s» (søkt om %s, %s på låste lister)",
			    lang_pick(&partners[i].title, lang), money_show(arena, partners[i].applied),
			    money_show(arena, partners[i].taken));
	return (text_join(arena, others, n_others, tr(lang, " og ")));
}

const char *
shared_frame_text(struct arena *arena, money frame, const struct frame_partner *partners, size_t n, enum lang lang)
{
	const char *others;

	if (n < 2)
		return ("");
	others = others_text(arena, partners, n, lang);
	for (size_t i = 0; i < n; i++)
		if (partners[i].own && partners[i].applied.ore > 0)
			return (tr_printf(arena, lang,
			    "Rammen er felles med %s. Her er det søkt om %s. Delt etter det er søkt om, blir det %s "
			    "her.",
			    others, money_show(arena, partners[i].applied),
			    money_show(arena, frame_by_demand(frame, partners, n, i))));
	return (tr_printf(arena, lang, "Rammen er felles med %s.", others));
}
