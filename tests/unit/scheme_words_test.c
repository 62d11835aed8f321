/* scheme_words_test.c — who decides, payment, report and duties in sentences, on both sides of every limit. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/scheme_words.h"

#define NB "\u00a0"

static const char *
joined(struct sentences said)
{
	return (sentences_text(arena, said));
}

static struct said_about
of_grant(int64_t nok)
{
	return ((struct said_about){ .grant = MONEY_NOK(nok), .call_year = 2026, .end = { 2026, 11, 30 } });
}

/* 75/25 above 100 000, all at once below. */
static struct scheme_payment_part parts[] = {
	{ 10000, PAY_ACCEPTED, { -1 }, MONEY_NOK(100000) },
	{ 7500, PAY_ACCEPTED, MONEY_NOK(100000), { -1 } },
	{ 2500, PAY_REPORT_APPROVED, MONEY_NOK(100000), { -1 } },
};

static struct fixture *
with_payment(void)
{
	struct fixture *f = fixture_new(arena);

	f->scheme.payment = parts;
	f->scheme.n_payment = 3;
	f->scheme.after.report.months_after_end = -1;
	return (f);
}

TEST(what_is_paid_depends_on_the_size_of_the_grant)
{
	struct fixture *f = with_payment();
	struct said_about small = of_grant(100000), large = of_grant(100001), none = { .grant = { 0 } };
	struct scheme_approval permit = { "byggesak", TXT("Byggetillatelse") };
	money sums[3];

	CHECK_TEXT(joined(said_of_payment(arena, &f->scheme, &small, LANG_NB)),
	    "100" NB "000" NB "kr utbetales når dere har akseptert vilkårene.");
	CHECK_TEXT(joined(said_of_payment(arena, &f->scheme, &large, LANG_NB)),
	    "75" NB "% (75" NB "000" NB "kr) utbetales når dere har akseptert vilkårene. 25" NB "% (25" NB "001" NB
	    "kr) utbetales når rapporten er godkjent.");
	CHECK_TEXT(joined(said_of_payment(arena, &f->scheme, &none, LANG_NN)),
	    "Av tilskot inntil 100" NB "000" NB "kr blir 100" NB
	    "% utbetalt når de har akseptert vilkåra. Av tilskot over "
	    "100" NB "000" NB "kr blir 75" NB "% utbetalt når de har akseptert vilkåra. Av tilskot over 100" NB "000" NB
	    "kr blir 25" NB "% utbetalt når rapporten er godkjend.");
	CHECK_INT(payment_sums(sums, &f->scheme, MONEY_NOK(100001)), 3);
	CHECK_INT(sums[0].ore, 0);
	CHECK_INT(sums[1].ore, 7500000);
	CHECK_INT(sums[2].ore, 2500100);
	CHECK_INT(payment_sums(sums, &f->scheme, MONEY_NOK(100000)), 3);
	CHECK_INT(sums[0].ore, 10000000);
	CHECK_INT(sums[1].ore + sums[2].ore, 0);
	f->scheme.after.approvals = &permit;
	f->scheme.after.n_approvals = 1;
	CHECK_TEXT(said_of_payment(arena, &f->scheme, &small, LANG_NB).list[0],
	    "Før vi betaler ut, må dette være godkjent: Byggetillatelse.");
}

TEST(every_part_of_a_payment_has_its_words)
{
	static const char *const nb[PAY__MAX] = { "når vedtaket er gjort", "når dere har akseptert vilkårene",
		"når tiltaket er i gang", "når halvparten av tiltaket er gjennomført",
		"etterskuddsvis, når vi har fått rapport og kvitteringer", "når rapporten er godkjent", "året etter" };
	struct fixture *f = with_payment();
	struct said_about none = { .grant = { 0 } };
	struct scheme_payment_part whole = { 10000, PAY_DECIDED, { -1 }, { -1 } };

	f->scheme.payment = &whole;
	f->scheme.n_payment = 1;
	for (int when = 0; when < PAY__MAX; when++) {
		whole.when = (enum payment_when)when;
		CHECK_TEXT(joined(said_of_payment(arena, &f->scheme, &none, LANG_NB)),
		    arena_printf(arena, "Tilskuddet utbetales %s.", nb[when]));
	}
}

TEST(reports_are_due_after_the_end_or_on_a_day)
{
	struct fixture *f = with_payment();
	struct said_about about = of_grant(50000), none = { .grant = { 0 } };
	struct scheme_further_report yearly = { "arsmelding", TXT("Årsmelding og revidert regnskap"), { -1, 5, 1, 1 } };

	f->scheme.report_due = (struct lang_text){ { "innen tre måneder", "innan tre månader", NULL } };
	CHECK(date_none(due_on(&f->scheme.after.report, &about)));
	f->scheme.after.report.months_after_end = 3;
	CHECK_TEXT(date_iso(arena, due_on(&f->scheme.after.report, &about)), "2027-02-28");
	CHECK_TEXT(joined(said_of_report(arena, &f->scheme, &about, LANG_NB)),
	    "Frist for rapport: innen tre måneder Rapporten må være her senest 28. februar 2027.");
	CHECK(date_none(due_on(&f->scheme.after.report, &none)));
	f->scheme.after.report = (struct scheme_due){ -1, 12, 31, 0 };
	CHECK_TEXT(date_iso(arena, due_on(&f->scheme.after.report, &about)), "2026-12-31");
	f->scheme.after.report = (struct scheme_due){ -1, 5, 1, 1 };
	CHECK_TEXT(date_iso(arena, due_on(&f->scheme.after.report, &about)), "2027-05-01");
	f->scheme.after.further = &yearly;
	f->scheme.after.n_further = 1;
	CHECK_TEXT(said_of_report(arena, &f->scheme, &none, LANG_NB).list[1],
	    "Dette skal også sendes: Årsmelding og revidert regnskap. Frist: 1. mai året etter.");
	CHECK_TEXT(said_of_report(arena, &f->scheme, &about, LANG_NB).list[2],
	    "Dette skal også sendes: Årsmelding og revidert regnskap. Frist: 1. mai 2027.");
	f->scheme.after.proof = (struct lang_text){ { "en utstilling", "ei utstilling", NULL } };
	CHECK_TEXT(
	    said_of_report(arena, &f->scheme, &none, LANG_NN).list[2], "Dette skal også visast fram: ei utstilling");
}

/* Leader under 100 000, authorised accountant to 600 000, auditor above. */
TEST(who_certifies_depends_on_the_size_of_the_grant)
{
	static struct scheme_certification levels[] = { { MONEY_NOK(100000), CERTIFY_LEADER },
		{ MONEY_NOK(600000), CERTIFY_ACCOUNTANT }, { { -1 }, CERTIFY_AUDITOR } };
	static const struct {
		int64_t nok;
		enum certifier by;
	} rows[] = { { 1, CERTIFY_LEADER }, { 100000, CERTIFY_LEADER }, { 100001, CERTIFY_ACCOUNTANT },
		{ 600000, CERTIFY_ACCOUNTANT }, { 600001, CERTIFY_AUDITOR } };
	struct fixture *f = with_payment();
	struct said_about about = of_grant(600001), none = { .grant = { 0 } };

	CHECK_INT(certifier_of(&f->scheme, MONEY_NOK(1)), CERTIFY_NOBODY);
	f->scheme.after.certifications = levels;
	f->scheme.after.n_certifications = 3;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		CHECK_INT(certifier_of(&f->scheme, MONEY_NOK(rows[i].nok)), rows[i].by);
	CHECK_TEXT(joined(said_of_report(arena, &f->scheme, &about, LANG_NB)), "Regnskapet skal bekreftes av revisor.");
	CHECK_TEXT(joined(said_of_report(arena, &f->scheme, &none, LANG_NB)),
	    "Regnskapet for tilskudd inntil 100" NB "000" NB "kr skal bekreftes av lederen. Regnskapet for tilskudd "
	    "inntil 600" NB "000" NB "kr skal bekreftes av autorisert regnskapsfører. Regnskapet for tilskudd over "
	    "600" NB "000" NB "kr skal bekreftes av revisor.");
}

TEST(duties_have_usual_words_unless_the_scheme_has_its_own)
{
	struct fixture *f = with_payment();

	CHECK_INT(said_of_duties(arena, &f->scheme, LANG_NB).n, 0);
	f->scheme.after.lapse = (struct scheme_lapse){ .months = 12, .unless = LAPSE_DONE };
	f->scheme.after.repayment = (struct scheme_duty){ .there = true,
		.bits = 1u << REPAY_UNUSED | 1u << REPAY_CANCELLED | 1u << REPAY_CHEAPER };
	f->scheme.after.changes.there = true;
	f->scheme.after.publicity =
	    (struct scheme_duty){ .there = true, .bits = 1u << PUBLICITY_MENTION | 1u << PUBLICITY_LOGO };
	CHECK_TEXT(joined(said_of_duties(arena, &f->scheme, LANG_NB)),
	    "Tilskuddet faller bort hvis tiltaket ikke er gjennomført innen 12 måneder etter vedtaket. Tilskuddet kan "
	    "kreves tilbake hvis det ikke blir brukt eller tiltaket blir avlyst. Blir kostnadene lavere enn planlagt, "
	    "blir "
	    "tilskuddet satt ned tilsvarende. Endringer i tiltaket må meldes til oss og godkjennes på forhånd. Dere "
	    "skal "
	    "nevne fylkeskommunen når dere omtaler tiltaket og vise fylkeskommunens logo.");
	f->scheme.after.lapse.text = (struct lang_text){ { "Bruk det i år.", "Bruk det i år.", NULL } };
	CHECK_TEXT(said_of_duties(arena, &f->scheme, LANG_NN).list[0], "Bruk det i år.");
}

/* What the municipality and the panel are asked is for them, not for those who apply. */
TEST(who_decides_is_told_in_the_order_it_happens)
{
	static struct scheme_advice panel = { "ungdomsrad", TXT("Si hva rådet mener.") };
	struct fixture *f = with_payment();
	struct said_about none = { .grant = { 0 } }, small = of_grant(50000), large = of_grant(50001);

	f->scheme.appeal_body = "klagenemnd";
	f->scheme.after.opinion =
	    (struct scheme_opinion){ .asked = true, .ranks = true, .text = TXT("Si hva dere mener.") };
	f->scheme.after.advice = &panel;
	f->scheme.after.n_advice = 1;
	f->levels[0].informs = "hovedutvalg-kultur";
	f->levels[1].recommended_by = "styret";
	f->levels[1].appeal = "fylkesutvalg";
	CHECK_TEXT(joined(said_of_deciding(arena, &f->scheme, &none, LANG_NB)),
	    "Kommunen uttaler seg om søknadene og setter dem i rekkefølge før vi behandler dem. ungdomsrad gir råd om "
	    "søknadene før de blir innstilt. Inntil 50" NB "000" NB
	    "kr vedtas av administrasjonen på delegert fullmakt. "
	    "hovedutvalg-kultur blir orientert om vedtakene. Større beløp vedtas av hovedutvalg-kultur. styret "
	    "innstiller "
	    "først. Klager på disse vedtakene avgjøres av fylkesutvalg. Klager avgjøres av klagenemnd. Kommuner kan "
	    "ikke klage på vedtaket.");
	CHECK_INT(said_of_deciding(arena, &f->scheme, &small, LANG_NB).n, 6);
	CHECK_INT(said_of_deciding(arena, &f->scheme, &large, LANG_NB).n, 7);
	CHECK_TEXT(scheme_appeal_body(&f->scheme, MONEY_NOK(50000)), "klagenemnd");
	CHECK_TEXT(scheme_appeal_body(&f->scheme, MONEY_NOK(50001)), "fylkesutvalg");
}

TEST(who_may_not_appeal_is_told)
{
	static struct scheme_applicant both[] = { { .kind = APPLICANT_VOLUNTARY, .may_appeal = true },
		{ .kind = APPLICANT_MUNICIPALITY } };
	struct fixture *f = with_payment();
	struct said_about about = of_grant(50000);

	f->scheme.appeal_body = "klagenemnd";
	f->levels[0].appeal = "fylkesutvalg";
	f->scheme.applicants = both;
	f->scheme.n_applicants = 2;
	CHECK_TEXT(joined(said_of_deciding(arena, &f->scheme, &about, LANG_NB)),
	    "Inntil 50" NB "000" NB
	    "kr vedtas av administrasjonen på delegert fullmakt. Klager på disse vedtakene avgjøres "
	    "av fylkesutvalg. Klager avgjøres av klagenemnd. Kommuner kan ikke klage på vedtaket.");
	f->scheme.applicants = both + 1;
	f->scheme.n_applicants = 1;
	CHECK_TEXT(joined(said_of_deciding(arena, &f->scheme, &about, LANG_NN)),
	    "Inntil 50" NB "000" NB
	    "kr blir vedteke av administrasjonen på delegert fullmakt. Det går ikkje an å klage på vedtaket.");
}

TEST(what_is_asked_of_an_applicant_is_told)
{
	static struct scheme_requirement sport = { .registers = 1u << REGISTER_NIF | 1u << REGISTER_DFS };
	static struct scheme_form_rule forms[] = { { .allow = "FLI SA" }, { .deny = "ENK" } };
	struct scheme_applicant applicant = { .requires = &sport, .n_requires = 1, .forms = forms, .n_forms = 2 };

	CHECK_TEXT(joined(said_of_applicant(arena, &applicant, LANG_NB)),
	    "Må stå i Norges idrettsforbund eller Det frivillige skyttervesen når søknaden sendes. Organisasjonsformen "
	    "må "
	    "være en av: FLI SA. Organisasjonsformen kan ikke være: ENK.");
}

UNIT_MAIN(WITH_ARENA(what_is_paid_depends_on_the_size_of_the_grant), WITH_ARENA(every_part_of_a_payment_has_its_words),
    WITH_ARENA(reports_are_due_after_the_end_or_on_a_day), WITH_ARENA(who_certifies_depends_on_the_size_of_the_grant),
    WITH_ARENA(duties_have_usual_words_unless_the_scheme_has_its_own),
    WITH_ARENA(who_decides_is_told_in_the_order_it_happens), WITH_ARENA(who_may_not_appeal_is_told),
    WITH_ARENA(what_is_asked_of_an_applicant_is_told))
