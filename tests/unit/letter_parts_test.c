/* letter_parts_test.c — a letter with a part missing is stopped, in words an officer understands. */
#include "check.h"
#include "domain_fixture.h"

#include "core/text.h"
#include "domain/letter_parts.h"

static struct letter_facts
whole_letter(enum outcome outcome)
{
	bool grant = outcome == OUTCOME_GRANTED || outcome == OUTCOME_PARTLY_GRANTED;

	return ((struct letter_facts){ .outcome = outcome,
	    .lang = LANG_NB,
	    .county = "Prøve fylkeskommune",
	    .number = "2026-00001",
	    .dated = { 2026, 12, 1 },
	    .recipient = "Dalen danselag",
	    .decider = "Kari Leder",
	    .decided_on = { 2026, 11, 30 },
	    .rules = "Retningslinjer for tilskudd",
	    .opening = "Vi svarer på søknaden.",
	    .control = grant ? "Vi kan kontrollere bruken." : NULL,
	    .facts = "Dere søkte om 50 000 kr til «Dans i dalen».",
	    .reason = "Tiltaket når fire kommuner.",
	    .applied = MONEY_NOK(50000),
	    .awarded = grant ? MONEY_NOK(50000) : MONEY_ZERO,
	    .purpose = grant ? "Dans i dalen" : NULL,
	    .terms = grant ? "Pengene skal brukes som dere søkte om." : NULL,
	    .payment = grant ? "75 % når dere har akseptert vilkårene" : NULL,
	    .report_due = grant ? "tre måneder etter at tiltaket er ferdig" : NULL,
	    .may_appeal = true,
	    .appeal_body = "Klagenemnda",
	    .appeal_to = "Prøve fylkeskommune",
	    .appeal_text = "innen tre uker fra dere fikk brevet",
	    .access_text = "Dere har rett til å se sakens dokumenter.",
	    .postponed_text = "Dere kan be om utsatt iverksetting.",
	    .contact_name = "Ola Saksbehandler",
	    .contact_phone = "912 34 567",
	    .signature = "Kari Leder, seksjonssjef" });
}

static size_t
missing_of(const struct letter_facts *facts, const char **first)
{
	struct messages missing = messages_new(arena);

	letter_parts_check(&missing, facts, LANG_NB);
	*first = missing.n > 0 ? missing.list[0].path : "";
	return (missing.n);
}

static void
expect_missing(const struct letter_facts *facts, const char *part)
{
	const char *first;
	size_t n = missing_of(facts, &first);

	if (strcmp(first, part) != 0 || n != (*part != '\0'))
		fail_msg("missing %zu parts, first \"%s\", not \"%s\"", n, first, part);
}

TEST(whole_letters_may_go)
{
	for (int outcome = OUTCOME_GRANTED; outcome < OUTCOME__MAX; outcome++) {
		struct letter_facts facts = whole_letter((enum outcome)outcome);

		expect_missing(&facts, "");
	}
}

/* Takes one text away at a time. */
#define WITHOUT(part, field)                                                                                           \
	do {                                                                                                           \
		struct letter_facts facts_ = whole_letter(OUTCOME_PARTLY_GRANTED);                                     \
		facts_.by_body = facts_.departs = true;                                                                \
		facts_.meeting_case = "PS 12/2026";                                                                    \
		facts_.departure = "Utvalget ville prioritere barn.";                                                  \
		facts_.field = NULL;                                                                                   \
		expect_missing(&facts_, part);                                                                         \
		facts_.field = " \n";                                                                                  \
		expect_missing(&facts_, part);                                                                         \
	} while (0)

TEST(each_part_missing_stops_the_letter)
{
	WITHOUT("head", county);
	WITHOUT("number", number);
	WITHOUT("recipient", recipient);
	WITHOUT("decider", decider);
	WITHOUT("meeting-case", meeting_case);
	WITHOUT("rules", rules);
	WITHOUT("facts", facts);
	WITHOUT("opening", opening);
	WITHOUT("control", control);
	WITHOUT("reason", reason);
	WITHOUT("departure", departure);
	WITHOUT("purpose", purpose);
	WITHOUT("terms", terms);
	WITHOUT("payment", payment);
	WITHOUT("report", report_due);
	WITHOUT("appeal-body", appeal_body);
	WITHOUT("appeal-to", appeal_to);
	WITHOUT("appeal-deadline", appeal_text);
	WITHOUT("access", access_text);
	WITHOUT("postponed", postponed_text);
	WITHOUT("contact", contact_name);
	WITHOUT("contact", contact_phone);
	WITHOUT("signature", signature);
}

TEST(dates_sums_and_the_three_weeks_must_be_right)
{
	struct letter_facts facts = whole_letter(OUTCOME_GRANTED);

	facts.dated = (struct date){ 2026, 2, 30 };
	expect_missing(&facts, "date");
	facts = whole_letter(OUTCOME_GRANTED);
	facts.decided_on = (struct date){ 0 };
	expect_missing(&facts, "outcome");
	facts = whole_letter(OUTCOME_GRANTED);
	facts.awarded = MONEY_ZERO;
	expect_missing(&facts, "sum");
	facts = whole_letter(OUTCOME_GRANTED);
	facts.appeal_text = "innen to uker";
	expect_missing(&facts, "appeal-deadline");
	facts.appeal_text = "innan tre veker frå de fekk brevet";
	expect_missing(&facts, "");
	facts = whole_letter(OUTCOME_NONE);
	expect_missing(&facts, "outcome");
	facts = whole_letter(OUTCOME_GRANTED);
	facts.contact_phone = NULL;
	facts.contact_email = "ola@fylket.example";
	expect_missing(&facts, "");
}

TEST(a_letter_asks_only_for_what_its_case_needs)
{
	struct letter_facts facts = whole_letter(OUTCOME_REJECTED);

	CHECK(!letter_part_needed(&facts, LETTER_SUM));
	CHECK(!letter_part_needed(&facts, LETTER_MEETING_CASE));
	facts.may_appeal = false; /* a municipality in some schemes (R95) */
	facts.appeal_body = facts.appeal_to = facts.appeal_text = facts.postponed_text = NULL;
	expect_missing(&facts, "");
	CHECK(!letter_part_there(&facts, LETTER__MAX));
}

TEST(every_part_has_words_in_every_language)
{
	struct letter_facts empty = {
		.by_body = true, .departs = true, .may_appeal = true, .outcome = OUTCOME_GRANTED
	};

	for (int lang = 0; lang < LANG__MAX; lang++) {
		struct messages missing = messages_new(arena);

		letter_parts_check(&missing, &empty, (enum lang)lang);
		CHECK_INT(missing.n, LETTER__MAX);
		for (size_t i = 0; i < missing.n; i++)
			CHECK(!text_blank(missing.list[i].text) && missing.list[i].kind == MESSAGE_ERROR);
	}
}

static const char *
warned(const char *text, enum lang wanted)
{
	struct messages warnings = messages_new(arena);

	static const char *const names[] = { "Musikk for eit betre liv", "Lag for dei eldre", NULL };

	letter_standard_check(&warnings, "reason", text, names, wanted, LANG_NB);
	CHECK(warnings.n <= 1);
	if (warnings.n == 0)
		return ("");
	CHECK_TEXT(warnings.list[0].path, "reason");
	CHECK_INT(warnings.list[0].kind, MESSAGE_WARNING);
	return (warnings.list[0].text);
}

TEST(words_of_the_other_standard_are_named)
{
	static const char nb[] = "Tiltaket når flere kommuner, men vi vet ikke hvordan ungdommene er med.";
	static const char nn[] = "Tiltaket når fleire kommunar, men vi veit ikkje korleis ungdommane er med.";

	CHECK_TEXT(warned(nb, LANG_NB), "");
	CHECK_TEXT(warned(nn, LANG_NN), "");
	CHECK_TEXT(warned(nb, LANG_NN), "Brevet skal være på nynorsk, men teksten ser ut til å være på bokmål (flere, "
					"kommuner, ikke). Se over den før du "
					"sender.");
	CHECK_TEXT(warned(nn, LANG_NB), "Brevet skal være på bokmål, men teksten ser ut til å være på nynorsk (fleire, "
					"kommunar, ikkje). Se over den før du "
					"sender.");
}

TEST(a_slip_in_a_long_text_is_no_warning_and_a_short_one_needs_no_more)
{
	CHECK_TEXT(warned("", LANG_NB), "");
	CHECK_TEXT(warned(NULL, LANG_NN), "");
	CHECK_TEXT(
	    warned("Tiltaket er godt og når mange unge i fylket. Planen er klar, og laget har gjort dette før, men "
		   "budsjettet er ikkje lagt ved, så vi kan ikke se hva det koster.",
		LANG_NB),
	    "");
	CHECK(*warned("Ikkje nok pengar.", LANG_NB) != '\0');
	CHECK(*warned("Rammen er brukt opp.", LANG_NN) != '\0');
	CHECK(*warned("• Ikkje\n• KORLEIS", LANG_NB) != '\0');
	CHECK_TEXT(warned("Godt tiltak.", LANG_NB), "");
	CHECK_TEXT(warned("Godt tiltak.", LANG_NN), "");
}

TEST(quotations_and_names_keep_their_standard)
{
	CHECK_TEXT(warned("Tiltaket «Ikkje kvar for seg, men saman» er godt.", LANG_NB), "");
	CHECK_TEXT(warned("Tiltaket \"Ikkje kvar for seg\" og “Dei gode” og „Saman“ er ”fint”.", LANG_NB), "");
	CHECK_TEXT(warned("Musikk for eit betre liv fra Lag for dei eldre er godt.", LANG_NB), "");
	CHECK_TEXT(warned("Vi ga penger til Heile Fylket Dei Unge i fjor.", LANG_NB), "");
	CHECK(*warned("Forestillingen«Ikkje kvar» er ikkje med.", LANG_NB) != '\0');
	CHECK(*warned("Tiltaket «Sang er ikkje noko for oss", LANG_NB) != '\0');
}

TEST(a_word_longer_than_any_is_cut_and_passed_over)
{
	char *word = arena_alloc(arena, 500);

	memset(word, 'a', 499);
	CHECK_TEXT(warned(word, LANG_NB), "");
}

UNIT_MAIN(WITH_ARENA(whole_letters_may_go), WITH_ARENA(each_part_missing_stops_the_letter),
    WITH_ARENA(dates_sums_and_the_three_weeks_must_be_right), WITH_ARENA(a_letter_asks_only_for_what_its_case_needs),
    WITH_ARENA(every_part_has_words_in_every_language), WITH_ARENA(words_of_the_other_standard_are_named),
    WITH_ARENA(a_slip_in_a_long_text_is_no_warning_and_a_short_one_needs_no_more),
    WITH_ARENA(quotations_and_names_keep_their_standard), WITH_ARENA(a_word_longer_than_any_is_cut_and_passed_over))
