/* scheme_words.c — sentences from the data of a scheme. */
#include "domain/scheme_words.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "domain/amount.h"
#include "domain/open_call.h"

struct saying {
	struct arena *arena;
	const struct scheme *scheme;
	const struct said_about *about;
	enum lang lang;
	struct sentences out;
};

static struct saying
saying_new(
    struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang, size_t most)
{
	struct saying say = { arena, scheme, about, lang, { NULL, 0 } };

	say.out.list = arena_array(arena, most, sizeof(*say.out.list));
	return (say);
}

static void
add(struct saying *say, const char *text)
{
	if (!text_blank(text))
		say->out.list[say->out.n++] = text;
}

/* The county's own words, or the usual ones. */
static void
add_own(struct saying *say, const struct lang_text *own, const char *usual)
{
	const char *text = lang_pick(own, say->lang);

	add(say, *text == '\0' ? usual : text);
}

static const char *
kroner(const struct saying *say, money sum)
{
	return (money_show(say->arena, sum));
}

struct sentences
sentences_joined(struct arena *arena, const struct sentences *parts, size_t n)
{
	struct sentences all = { NULL, 0 };
	size_t most = 0;

	for (size_t i = 0; i < n; i++)
		most += parts[i].n;
	all.list = arena_array(arena, most, sizeof(*all.list));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < parts[i].n; k++)
			all.list[all.n++] = parts[i].list[k];
	return (all);
}

const char *
sentences_text(struct arena *arena, struct sentences said)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < said.n; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : " ", said.list[i]);
	return (buf_text(&out));
}

/* --- who decides -------------------------------------------------------------------------------------------------- */

static const char *
body(const struct saying *say, const char *code)
{
	return (say->about->body == NULL ? code : say->about->body(say->about->of, code, say->lang));
}

static bool
someone_may_appeal(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_applicants; i++)
		if (scheme->applicants[i].may_appeal)
			return (true);
	return (scheme->n_applicants == 0);
}

static void
say_level(struct saying *say, const struct scheme_decision_level *level)
{
	const char *who =
	    level->body == NULL ? tr(say->lang, "administrasjonen på delegert fullmakt") : body(say, level->body);

	if (level->up_to.ore >= 0)
		add(say, tr_printf(say->arena, say->lang, "Inntil %s vedtas av %s.", kroner(say, level->up_to), who));
	else if (say->scheme->n_levels > 1)
		add(say, tr_printf(say->arena, say->lang, "Større beløp vedtas av %s.", who));
	else
		add(say, tr_printf(say->arena, say->lang, "Vedtaket gjøres av %s.", who));
	if (level->recommended_by != NULL)
		add(say, tr_printf(say->arena, say->lang, "%s innstiller først.", body(say, level->recommended_by)));
	if (level->informs != NULL)
		add(say,
		    tr_printf(say->arena, say->lang, "%s blir orientert om vedtakene.", body(say, level->informs)));
	if (level->appeal != NULL && someone_may_appeal(say->scheme))
		add(say, tr_printf(say->arena, say->lang, "Klager på disse vedtakene avgjøres av %s.",
			     body(say, level->appeal)));
}

/* Where appeals go, and which kinds of applicant have no right to them (R95). */
static void
say_appeals(struct saying *say)
{
	const struct scheme *scheme = say->scheme;

	if (!someone_may_appeal(scheme)) {
		add(say, tr(say->lang, "Det går ikke an å klage på vedtaket."));
		return;
	}
	if (scheme->appeal_body != NULL)
		add(say, tr_printf(say->arena, say->lang, "Klager avgjøres av %s.", body(say, scheme->appeal_body)));
	for (size_t i = 0; i < scheme->n_applicants; i++)
		if (!scheme->applicants[i].may_appeal)
			add(say, tr_printf(say->arena, say->lang, "%s kan ikke klage på vedtaket.",
				     applicant_kind_name(scheme->applicants[i].kind, say->lang)));
}

/* The level that decides the grant alone, when there is one. */
static void
say_levels(struct saying *say)
{
	if (say->about->grant.ore > 0) {
		say_level(say, scheme_level(say->scheme, say->about->grant));
		return;
	}
	for (size_t i = 0; i < say->scheme->n_levels; i++)
		say_level(say, &say->scheme->levels[i]);
}

struct sentences
said_of_deciding(struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang)
{
	const struct scheme_after *after = &scheme->after;
	struct saying say =
	    saying_new(arena, scheme, about, lang, 4 * scheme->n_levels + after->n_advice + scheme->n_applicants + 2);

	if (after->opinion.asked)
		add(&say, after->opinion.ranks ? tr(lang, "Kommunen uttaler seg om søknadene og setter dem i "
							  "rekkefølge før vi behandler dem.")
					       : tr(lang, "Kommunen uttaler seg om søknaden før vi behandler den."));
	for (size_t i = 0; i < after->n_advice; i++)
		add(&say, tr_printf(arena, lang, "%s gir råd om søknadene før de blir innstilt.",
			      body(&say, after->advice[i].body)));
	say_levels(&say);
	say_appeals(&say);
	return (say.out);
}

/* --- payment ------------------------------------------------------------------------------------------------------ */

size_t
payment_sums(money *sums, const struct scheme *scheme, money grant)
{
	money left = grant;
	size_t last = scheme->n_payment;

	for (size_t i = 0; i < scheme->n_payment; i++) {
		sums[i] = MONEY_ZERO;
		if (!payment_part_holds(&scheme->payment[i], grant))
			continue;
		/* Whole kroner, rounded down. */
		sums[i].ore = grant.ore / 100 * scheme->payment[i].share / 10000 * 100;
		left = money_sub(left, sums[i]);
		last = i;
	}
	if (last < scheme->n_payment)
		sums[last] = money_add(sums[last], left);
	return (scheme->n_payment);
}

static const char *
paid_when(enum payment_when when, enum lang lang)
{
	static const char *const words[PAY__MAX] = { [PAY_DECIDED] = T("når vedtaket er gjort"),
		[PAY_ACCEPTED] = T("når dere har akseptert vilkårene"),
		[PAY_STARTED] = T("når tiltaket er i gang"),
		[PAY_HALF_WAY] = T("når halvparten av tiltaket er gjennomført"),
		[PAY_DOCUMENTED] = T("etterskuddsvis, når vi har fått rapport og kvitteringer"),
		[PAY_REPORT_APPROVED] = T("når rapporten er godkjent"),
		[PAY_NEXT_YEAR] = T("året etter") };

	return (tr(lang, words[when]));
}

/* "75 % utbetales når ...", with the sum of a grant or the size of grants it is about. */
static const char *
part_text(const struct saying *say, const struct scheme_payment_part *part, money sum)
{
	const char *share = share_text(say->arena, part->share, say->lang), *when = paid_when(part->when, say->lang);
	enum lang lang = say->lang;

	if (sum.ore > 0)
		return (part->share == 10000
			    ? tr_printf(say->arena, lang, "%s utbetales %s.", kroner(say, sum), when)
			    : tr_printf(say->arena, lang, "%s (%s) utbetales %s.", share, kroner(say, sum), when));
	if (part->above.ore >= 0 && part->up_to.ore >= 0)
		return (tr_printf(say->arena, lang, "Av tilskudd over %s og inntil %s utbetales %s %s.",
		    kroner(say, part->above), kroner(say, part->up_to), share, when));
	if (part->above.ore >= 0)
		return (tr_printf(
		    say->arena, lang, "Av tilskudd over %s utbetales %s %s.", kroner(say, part->above), share, when));
	if (part->up_to.ore >= 0)
		return (tr_printf(
		    say->arena, lang, "Av tilskudd inntil %s utbetales %s %s.", kroner(say, part->up_to), share, when));
	return (part->share == 10000 ? tr_printf(say->arena, lang, "Tilskuddet utbetales %s.", when)
				     : tr_printf(say->arena, lang, "%s utbetales %s.", share, when));
}

struct sentences
said_of_payment(struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang)
{
	struct saying say = saying_new(arena, scheme, about, lang, scheme->n_payment + scheme->after.n_approvals);
	money *sums = arena_array(arena, scheme->n_payment, sizeof(*sums));

	for (size_t i = 0; i < scheme->after.n_approvals; i++)
		add(&say, tr_printf(arena, lang, "Før vi betaler ut, må dette være godkjent: %s.",
			      lang_pick(&scheme->after.approvals[i].text, lang)));
	if (about->grant.ore > 0)
		(void)payment_sums(sums, scheme, about->grant);
	for (size_t i = 0; i < scheme->n_payment; i++)
		if (about->grant.ore <= 0 || sums[i].ore > 0)
			add(&say, part_text(&say, &scheme->payment[i], sums[i]));
	return (say.out);
}

/* --- report ------------------------------------------------------------------------------------------------------- */

struct date
due_on(const struct scheme_due *due, const struct said_about *about)
{
	if (due->months_after_end >= 0 && !date_none(about->end))
		return (date_add_months(about->end, due->months_after_end));
	if (due->day != 0 && about->call_year != 0)
		return ((struct date){ about->call_year + due->years_after, due->month, due->day });
	return ((struct date){ 0 });
}

/* "31. desember samme år", "1. mai året etter", "tre måneder etter at tiltaket er ferdig"; "" when only words say it.
 */
static const char *
due_text(const struct saying *say, const struct scheme_due *due)
{
	struct date day = due_on(due, say->about);
	const char *month_day;

	if (!date_none(day))
		return (date_long(say->arena, day, say->lang));
	if (due->months_after_end == 0)
		return (tr(say->lang, "når tiltaket er ferdig"));
	if (due->months_after_end == 1)
		return (tr(say->lang, "en måned etter at tiltaket er ferdig"));
	if (due->months_after_end > 1)
		return (
		    tr_printf(say->arena, say->lang, "%d måneder etter at tiltaket er ferdig", due->months_after_end));
	if (due->day == 0)
		return ("");
	month_day = date_in_year(say->arena, due->month, due->day, say->lang);
	if (due->years_after > 1)
		return (tr_printf(say->arena, say->lang, "%s %d år etter", month_day, due->years_after));
	return (
	    tr_printf(say->arena, say->lang, due->years_after == 0 ? T("%s samme år") : T("%s året etter"), month_day));
}

enum certifier
certifier_of(const struct scheme *scheme, money grant)
{
	for (size_t i = 0; i < scheme->after.n_certifications; i++) {
		const struct scheme_certification *certification = &scheme->after.certifications[i];

		if (certification->up_to.ore < 0 || money_cmp(grant, certification->up_to) <= 0)
			return (certification->by);
	}
	return (CERTIFY_NOBODY);
}

static const char *
certifier_name(enum certifier by, enum lang lang)
{
	static const char *const names[CERTIFY__MAX] = { [CERTIFY_NOBODY] = "",
		[CERTIFY_LEADER] = T("lederen"),
		[CERTIFY_BOARD] = T("styret"),
		[CERTIFY_ACCOUNTANT] = T("autorisert regnskapsfører"),
		[CERTIFY_AUDITOR] = T("revisor") };

	return (tr(lang, names[by]));
}

static void
say_certification(struct saying *say, size_t i)
{
	const struct scheme_certification *list = say->scheme->after.certifications, *level = &list[i];
	const char *who = certifier_name(level->by, say->lang);

	if (level->by == CERTIFY_NOBODY) {
		if (level->up_to.ore >= 0)
			add(say, tr_printf(say->arena, say->lang,
				     "Regnskapet for tilskudd inntil %s trenger ikke bekreftes av andre.",
				     kroner(say, level->up_to)));
	} else if (level->up_to.ore >= 0) {
		add(say, tr_printf(say->arena, say->lang, "Regnskapet for tilskudd inntil %s skal bekreftes av %s.",
			     kroner(say, level->up_to), who));
	} else if (i > 0) {
		add(say, tr_printf(say->arena, say->lang, "Regnskapet for tilskudd over %s skal bekreftes av %s.",
			     kroner(say, list[i - 1].up_to), who));
	} else {
		add(say, tr_printf(say->arena, say->lang, "Regnskapet skal bekreftes av %s.", who));
	}
}

static void
say_certifications(struct saying *say)
{
	enum certifier by;

	if (say->about->grant.ore > 0) {
		by = certifier_of(say->scheme, say->about->grant);
		if (by != CERTIFY_NOBODY)
			add(say, tr_printf(say->arena, say->lang, "Regnskapet skal bekreftes av %s.",
				     certifier_name(by, say->lang)));
		return;
	}
	for (size_t i = 0; i < say->scheme->after.n_certifications; i++)
		say_certification(say, i);
}

struct sentences
said_of_report(struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang)
{
	const struct scheme_after *after = &scheme->after;
	struct saying say = saying_new(arena, scheme, about, lang, after->n_certifications + after->n_further + 4);
	const char *words = lang_pick(&scheme->report_due, lang), *proof = lang_pick(&after->proof, lang);
	struct date day = due_on(&after->report, about);

	if (*words != '\0')
		add(&say, tr_printf(arena, lang, "Frist for rapport: %s", words));
	if (!date_none(day))
		add(&say, tr_printf(arena, lang, "Rapporten må være her senest %s.", date_long(arena, day, lang)));
	for (size_t i = 0; i < after->n_further; i++) {
		const char *due = due_text(&say, &after->further[i].due),
			   *what = lang_pick(&after->further[i].text, lang);

		add(&say, *due == '\0' ? tr_printf(arena, lang, "Dette skal også sendes: %s.", what)
				       : tr_printf(arena, lang, "Dette skal også sendes: %s. Frist: %s.", what, due));
	}
	say_certifications(&say);
	if (*proof != '\0')
		add(&say, tr_printf(arena, lang, "Dette skal også vises fram: %s", proof));
	return (say.out);
}

/* --- duties ------------------------------------------------------------------------------------------------------- */

static const char *
lapse_text(const struct saying *say, const struct scheme_lapse *lapse)
{
	static const char *const words[LAPSE__MAX] = {
		[LAPSE_ACCEPTED] =
		    T("Tilskuddet faller bort hvis vilkårene ikke er akseptert innen %d måneder etter vedtaket."),
		[LAPSE_STARTED] =
		    T("Tilskuddet faller bort hvis tiltaket ikke er i gang innen %d måneder etter vedtaket."),
		[LAPSE_DONE] =
		    T("Tilskuddet faller bort hvis tiltaket ikke er gjennomført innen %d måneder etter vedtaket.")
	};

	return (tr_printf(say->arena, say->lang, words[lapse->unless], lapse->months));
}

/* Words for the bits that are set, with commas and a last word between. */
static const char *
bit_words(const struct saying *say, unsigned bits, const char *const *words, size_t n, const char *last)
{
	const char *list[8];
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if ((bits & (1u << i)) != 0 && words[i] != NULL)
			list[count++] = tr(say->lang, words[i]);
	return (text_join(say->arena, list, count, last));
}

static void
say_repayment(struct saying *say, const struct scheme_duty *duty)
{
	static const char *const words[REPAY__MAX] = { [REPAY_UNUSED] = T("det ikke blir brukt"),
		[REPAY_MISUSED] = T("det blir brukt til noe annet enn avtalt"),
		[REPAY_UNREPORTED] = T("rapporten ikke kommer"),
		[REPAY_CANCELLED] = T("tiltaket blir avlyst"),
		[REPAY_CHEAPER] = NULL };
	const char *own = lang_pick(&duty->text, say->lang);
	const char *when = bit_words(say, duty->bits, words, REPAY__MAX, tr(say->lang, " eller "));

	if (*own != '\0') {
		add(say, own);
		return;
	}
	if (*when != '\0')
		add(say, tr_printf(say->arena, say->lang, "Tilskuddet kan kreves tilbake hvis %s.", when));
	if ((duty->bits & (1u << REPAY_CHEAPER)) != 0)
		add(say, tr(say->lang, "Blir kostnadene lavere enn planlagt, blir tilskuddet satt ned tilsvarende."));
}

static const char *
publicity_text(const struct saying *say, const struct scheme_duty *duty)
{
	static const char *const words[PUBLICITY__MAX] = { [PUBLICITY_MENTION] =
							       T("nevne fylkeskommunen når dere omtaler tiltaket"),
		[PUBLICITY_LOGO] = T("vise fylkeskommunens logo"),
		[PUBLICITY_SIGN] = T("sette opp skilt om hvem som har støttet tiltaket") };

	return (tr_printf(say->arena, say->lang, "Dere skal %s.",
	    bit_words(say, duty->bits, words, PUBLICITY__MAX, tr(say->lang, " og "))));
}

struct sentences
said_of_duties(struct arena *arena, const struct scheme *scheme, enum lang lang)
{
	const struct scheme_after *after = &scheme->after;
	struct saying say = saying_new(arena, scheme, NULL, lang, 6);

	if (after->lapse.months > 0)
		add_own(&say, &after->lapse.text, lapse_text(&say, &after->lapse));
	if (after->repayment.there)
		say_repayment(&say, &after->repayment);
	if (after->changes.there)
		add_own(&say, &after->changes.text,
		    tr(lang, "Endringer i tiltaket må meldes til oss og godkjennes på forhånd."));
	if (after->publicity.there)
		add_own(&say, &after->publicity.text, publicity_text(&say, &after->publicity));
	return (say.out);
}

/* --- who may apply ------------------------------------------------------------------------------------------------ */

static void
say_form(struct saying *say, const struct scheme_form_rule *rule)
{
	const char *own = lang_pick(&rule->text, say->lang);

	if (*own != '\0')
		add(say, own);
	else if (rule->allow != NULL)
		add(say, tr_printf(say->arena, say->lang, "Organisasjonsformen må være en av: %s.", rule->allow));
	else if (rule->deny != NULL && rule->when == NULL)
		add(say, tr_printf(say->arena, say->lang, "Organisasjonsformen kan ikke være: %s.", rule->deny));
}

struct sentences
said_of_applicant(struct arena *arena, const struct scheme_applicant *applicant, enum lang lang)
{
	struct saying say = saying_new(arena, NULL, NULL, lang, applicant->n_requires + applicant->n_forms);

	for (size_t i = 0; i < applicant->n_requires; i++) {
		const struct scheme_requirement *requirement = &applicant->requires[i];
		const char *names[REGISTER__MAX];
		size_t n = 0;

		for (int kind = 0; kind < REGISTER__MAX; kind++)
			if ((requirement->registers & (1u << kind)) != 0)
				names[n++] = register_names[kind];
		add_own(&say, &requirement->text,
		    requirement->when != NULL ? ""
					      : tr_printf(arena, lang, "Må stå i %s når søknaden sendes.",
						    text_join(arena, names, n, tr(lang, " eller "))));
	}
	for (size_t i = 0; i < applicant->n_forms; i++)
		say_form(&say, &applicant->forms[i]);
	return (say.out);
}
