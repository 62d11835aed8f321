/* amount_words.c — rules about sums as sentences, and what a lower final cost does. */
#include "core/catalogue.h"
#include "domain/amount.h"
#include "domain/cost_base.h"

static const char *const base_texts[] = {
	[SHARE_OF_COSTS] = T("kostnadene"),
	[SHARE_OF_FINANCING] = T("finansieringen"),
	[SHARE_OF_APPLIED] = T("summen dere søker om"),
	[SHARE_OF_CASH_COSTS] = T("kostnadene uten egeninnsats"),
};

const char *
share_base_text(enum share_base base, enum lang lang)
{
	return (tr(lang, base_texts[base]));
}

char *
share_text(struct arena *arena, share_bp share, enum lang lang)
{
	const char *comma = lang == LANG_EN ? "." : ",";

	if (share % 100 == 0)
		return (arena_printf(arena, "%d\u00a0%%", (int)(share / 100)));
	if (share % 10 == 0)
		return (arena_printf(arena, "%d%s%d\u00a0%%", (int)(share / 100), comma, (int)(share % 100 / 10)));
	return (arena_printf(arena, "%d%s%02d\u00a0%%", (int)(share / 100), comma, (int)(share % 100)));
}

char *
rate_text(struct arena *arena, const struct scheme_rate *rate, enum lang lang)
{
	const char *unit = lang_pick(&rate->unit, lang);

	if (rate->per > 1)
		unit = arena_printf(arena, "%d %s", rate->per, unit);
	return (tr_printf(arena, lang, "%s per %s", money_show(arena, rate->sum), unit));
}

/* --- the final cost ---------------------------------------------------------------------------------------------- */

const char *
final_cost_text(enum final_cost_cut rule, enum lang lang)
{
	static const char *const texts[] = {
		[FINAL_COST_UNSAID] = "",
		[FINAL_COST_PROPORTIONAL] =
		    T("Blir kostnadene lavere enn i søknaden, blir tilskuddet satt ned med samme prosent."),
		[FINAL_COST_SHARE] =
		    T("Blir kostnadene lavere enn i søknaden, blir tilskuddet satt ned så langt grensene i "
		      "ordningen krever det."),
		[FINAL_COST_NONE] =
		    T("Blir kostnadene lavere enn i søknaden, beholder dere tilskuddet, men det kan ikke "
		      "være mer enn det tiltaket kostet."),
	};

	return (rule == FINAL_COST_UNSAID ? "" : tr(lang, texts[rule]));
}

/* --- rules as sentences ------------------------------------------------------------------------------------------ */

struct telling {
	struct amount_rule_text *list;
	size_t n;
	struct arena *arena;
	const struct scheme *scheme;
	enum lang lang;
};

static void
tell(struct telling *t, const char *text, const struct expr *when, const struct lang_text *note)
{
	t->list[t->n++] = (struct amount_rule_text){
		.text = text, .when = when, .note = note == NULL ? "" : lang_pick(note, t->lang)
	};
}

#define SAY(t, ...) tr_printf((t)->arena, (t)->lang, __VA_ARGS__)

static const char *
types_or_base(const struct telling *t, const struct scheme_cost_types *types, enum share_base of)
{
	return (types->n == 0 ? share_base_text(of, t->lang) : cost_types_text(t->arena, t->scheme, types, t->lang));
}

static void
tell_cap(struct telling *t, const struct scheme_cap *cap)
{
	struct scheme_rate each = { .sum = cap->sum, .per = 1, .unit = cap->note };
	const char *share = cap->share < 0 ? "" : share_text(t->arena, cap->share, t->lang);
	const char *of = types_or_base(t, &cap->types, cap->of), *text;

	if (cap->for_each != NULL) {
		tell(t, SAY(t, "Høyst %s", rate_text(t->arena, &each, t->lang)), cap->when, NULL);
		if (cap->share < 0)
			return;
		text = SAY(t, "Høyst %s av %s", share, of);
	} else if (cap->sum.ore >= 0 && cap->share >= 0)
		text = SAY(t, "Høyst %s, og høyst %s av %s", money_show(t->arena, cap->sum), share, of);
	else if (cap->sum.ore >= 0)
		text = SAY(t, "Høyst %s", money_show(t->arena, cap->sum));
	else
		text = SAY(t, "Høyst %s av %s", share, of);
	tell(t, text, cap->when, &cap->note);
}

static void
tell_sums(struct telling *t, const struct scheme_amount *rules)
{
	for (size_t i = 0; i < rules->n_sums; i++)
		tell(t,
		    rules->levels ? SAY(t, "Dere kan få %s", money_show(t->arena, rules->sums[i].sum))
				  : SAY(t, "Tilskuddet er %s", money_show(t->arena, rules->sums[i].sum)),
		    rules->sums[i].when, &rules->sums[i].note);
	for (size_t i = 0; i < rules->n_rates; i++)
		tell(t, rate_text(t->arena, &rules->rates[i], t->lang), rules->rates[i].when, NULL);
	if (rules->n_rates > 0 && scheme_field_of_type(t->scheme, FIELD_COSTS) != NULL)
		tell(t, tr(t->lang, "Ikke mer enn det koster i penger"), NULL, NULL);
	if (rules->step.ore > 0)
		tell(t, SAY(t, "Bare hele %s", money_show(t->arena, rules->step)), NULL, NULL);
}

static void
tell_cost_share(struct telling *t, const struct scheme_cost_share *rule)
{
	const char *share = share_text(t->arena, rule->share, t->lang), *of = types_or_base(t, &rule->types, rule->of);

	tell(t,
	    rule->sum.ore < 0 ? SAY(t, "%s av %s", share, of)
			      : SAY(t, "%s av %s, høyst %s", share, of, money_show(t->arena, rule->sum)),
	    rule->when, &rule->note);
}

static void
tell_sub_cap(struct telling *t, const struct scheme_sub_cap *rule)
{
	const char *names = cost_types_text(t->arena, t->scheme, &rule->types, t->lang);

	if (rule->max_share >= 0)
		tell(t,
		    SAY(t, "%s teller med høyst %s av kostnadene", names,
			share_text(t->arena, rule->max_share, t->lang)),
		    rule->when, &rule->note);
	if (rule->max_sum.ore >= 0)
		tell(t, SAY(t, "%s teller med høyst %s", names, money_show(t->arena, rule->max_sum)), rule->when,
		    &rule->note);
	if (rule->min_share > 0)
		tell(t,
		    SAY(t, "%s skal være minst %s av kostnadene", names,
			share_text(t->arena, rule->min_share, t->lang)),
		    rule->when, &rule->note);
}

static void
tell_own(struct telling *t, const struct scheme_amount *rules)
{
	for (size_t i = 0; i < rules->n_own_shares; i++)
		tell(t,
		    SAY(t, "Dere må dekke minst %s av %s selv",
			share_text(t->arena, rules->own_shares[i].share, t->lang),
			share_base_text(rules->own_shares[i].of, t->lang)),
		    rules->own_shares[i].when, &rules->own_shares[i].note);
	if (rules->own_work_rate.ore > 0)
		tell(t, SAY(t, "Egeninnsats regnes med %s i timen", money_show(t->arena, rules->own_work_rate)), NULL,
		    NULL);
	for (size_t i = 0; i < rules->n_own_works; i++) {
		const struct scheme_own_work *work = &rules->own_works[i];

		if (work->share == 0)
			tell(t, tr(t->lang, "Egeninnsats teller ikke med"), work->when, &work->note);
		else if (work->share > 0)
			tell(t,
			    SAY(t, "Egeninnsats kan være høyst %s av %s", share_text(t->arena, work->share, t->lang),
				share_base_text(work->of, t->lang)),
			    work->when, &work->note);
	}
}

static void
tell_least(struct telling *t, const struct scheme_amount *rules)
{
	if (rules->award_floor > 0)
		tell(t,
		    SAY(t, "Gir vi tilskudd, er det minst %s av beløpet dere søker om",
			share_text(t->arena, rules->award_floor, t->lang)),
		    NULL, NULL);
	if (rules->award_floor_sum.ore > 0)
		tell(t, SAY(t, "Gir vi tilskudd, er det minst %s", money_show(t->arena, rules->award_floor_sum)), NULL,
		    NULL);
	if (rules->final_cost != FINAL_COST_UNSAID)
		tell(t, final_cost_text(rules->final_cost, t->lang), NULL, NULL);
}

size_t
amount_rules_texts(struct amount_rule_text **out, struct arena *arena, const struct scheme *scheme, enum lang lang)
{
	const struct scheme_amount *rules = &scheme->amount;
	size_t most = rules->n_max * 2 + rules->n_sums + rules->n_rates + rules->n_cost_shares + rules->n_sub_caps * 3 +
		      rules->n_own_shares + rules->n_own_works + 8;
	struct telling t = { .arena = arena, .scheme = scheme, .lang = lang };

	t.list = arena_array(arena, most, sizeof(*t.list));
	for (size_t i = 0; i < rules->n_max; i++)
		tell_cap(&t, &rules->max[i]);
	tell_sums(&t, rules);
	for (size_t i = 0; i < rules->n_cost_shares; i++)
		tell_cost_share(&t, &rules->cost_shares[i]);
	for (size_t i = 0; i < rules->n_sub_caps; i++)
		tell_sub_cap(&t, &rules->sub_caps[i]);
	if (rules->min_applied.ore > 0)
		tell(&t,
		    tr_printf(
			arena, lang, "Minste beløp dere kan søke om, er %s", money_show(arena, rules->min_applied)),
		    NULL, NULL);
	tell_own(&t, rules);
	tell_least(&t, rules);
	*out = t.list;
	return (t.n);
}

const char *
amount_rule_told(struct arena *arena, const struct amount_rule_text *rule, enum lang lang)
{
	if (*rule->note != '\0')
		return (arena_printf(arena, "%s. %s", rule->text, rule->note));
	return (rule->when == NULL ? rule->text : tr_printf(arena, lang, "%s i noen tilfeller", rule->text));
}
