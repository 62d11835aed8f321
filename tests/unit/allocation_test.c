/* allocation_test.c — the frame to the krone, and what keeps a list from being locked. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/allocation.h"
#include "domain/outcome.h"

#define NBSP "\u00a0"

static struct allocation_row
row(int64_t id, enum outcome outcome, int64_t applied, int64_t proposed, const char *reason)
{
	return ((struct allocation_row){ .id = id,
	    .number = "2026-00001",
	    .outcome = outcome,
	    .applied = MONEY_NOK(applied),
	    .proposed = MONEY_NOK(proposed),
	    .reason = reason });
}

static struct frame_bar
bar_of(int64_t frame, const struct allocation_row *rows, size_t n)
{
	struct frame_bar bar;

	allocation_bar(&bar, arena, MONEY_NOK(frame), rows, n, LANG_NB);
	return (bar);
}

/* What one proposal is told, "" when nothing; path gets where. */
static const char *
told(const struct allocation_row *r, const char **path)
{
	struct messages messages = messages_new(arena);

	allocation_check_row(&messages, r, LANG_NB);
	CHECK(messages.n <= 1);
	*path = messages.n == 0 ? "" : messages.list[0].path;
	return (messages.n == 0 ? "" : messages.list[0].text);
}

static void
expect(const struct allocation_row *r, const char *path, const char *text)
{
	const char *got_path, *got = told(r, &got_path);

	CHECK_TEXT(got, text);
	CHECK_TEXT(got_path, path);
}

TEST(a_frame_used_to_the_last_krone_is_not_passed)
{
	struct allocation_row rows[] = { row(1, OUTCOME_GRANTED, 60000, 60000, ""),
		row(2, OUTCOME_GRANTED, 40000, 40000, "") };
	struct frame_bar bar = bar_of(100000, rows, 2);

	CHECK_INT(bar.proposed.ore, 10000000);
	CHECK_INT(bar.free.ore, 0);
	CHECK_INT(bar.over.ore, 0);
	CHECK_INT(bar.cut, 2);
	CHECK_INT(bar.proposed_bp, 10000);
	CHECK_TEXT(bar.text, "Ledig: 0" NBSP "kr av 100" NBSP "000" NBSP "kr");
}

TEST(one_krone_more_passes_it_and_the_cut_line_shows_where)
{
	struct allocation_row rows[] = { row(1, OUTCOME_GRANTED, 60000, 60000, ""),
		row(2, OUTCOME_GRANTED, 40001, 40001, ""), row(3, OUTCOME_REJECTED, 1, 0, "x") };
	struct frame_bar bar = bar_of(100000, rows, 3);

	CHECK_INT(bar.over.ore, 100);
	CHECK_INT(bar.free.ore, 0);
	CHECK_INT(bar.cut, 1);
	CHECK_TEXT(bar.text, "Forslagene er 1" NBSP "kr over rammen på 100" NBSP "000" NBSP "kr.");
	bar = bar_of(200000, rows, 3);
	CHECK_INT(bar.free.ore, 9999900);
	CHECK_INT(bar.proposed_bp, 5000);
	CHECK_INT(bar.cut, 3);
}

TEST(what_is_decided_counts_as_awarded)
{
	struct allocation_row rows[] = { row(1, OUTCOME_PARTLY_GRANTED, 60000, 50000, "x"),
		row(2, OUTCOME_GRANTED, 25000, 25000, "") };
	struct frame_bar bar;

	rows[0].decided = true;
	rows[0].awarded = MONEY_NOK(25000);
	bar = bar_of(100000, rows, 2);
	CHECK_INT(bar.awarded.ore, 2500000);
	CHECK_INT(bar.proposed.ore, 2500000);
	CHECK_INT(bar.free.ore, 5000000);
	CHECK_INT(bar.awarded_bp, 2500);
}

TEST(an_empty_frame_and_an_empty_list_are_no_trouble)
{
	struct frame_bar bar = bar_of(0, NULL, 0);

	CHECK_INT(bar.free.ore, 0);
	CHECK_INT(bar.awarded_bp, 0);
	CHECK_INT(bar.cut, 0);
}

TEST(sum_and_outcome_say_the_same)
{
	struct allocation_row r = row(7, OUTCOME_GRANTED, 50000, 50000, "");

	expect(&r, "", "");
	r.proposed = MONEY_NOK(49999);
	expect(
	    &r, "7.outcome", "Summen er lavere enn de 50" NBSP "000" NBSP "kr det er søkt om. Velg delvis innvilget.");
	r.outcome = OUTCOME_PARTLY_GRANTED;
	expect(&r, "", "");
	r.proposed = MONEY_NOK(50000);
	expect(&r, "7.outcome", "Summen er alt det er søkt om. Velg innvilget.");
	r.proposed = MONEY_ZERO;
	expect(&r, "7.sum", "Skriv summen som skal gis, i hele kroner, eller velg avslag.");
	r.outcome = OUTCOME_REJECTED;
	expect(&r, "", "");
	r.proposed = MONEY_NOK(1);
	expect(&r, "7.sum", "Et avslag og en avvisning gir ingen sum. Ta bort summen, eller velg innvilget.");
	r.outcome = OUTCOME_NONE;
	expect(&r, "", "");
	r = row(7, OUTCOME_GRANTED, 50000, 50001, "");
	expect(&r, "7.sum", "Det er søkt om 50" NBSP "000" NBSP "kr. Foreslå ikke mer enn det.");
	r.decided = true;
	expect(&r, "", "");
}

TEST(more_than_the_scheme_gives_needs_a_reason)
{
	struct allocation_row r = row(7, OUTCOME_PARTLY_GRANTED, 50000, 40001, "");

	r.bounds = (struct amount_bounds){ .known = true,
		.asked = true,
		.max = MONEY_NOK(40000),
		.firm = MONEY_NOK(50000),
		.floor = MONEY_NOK(20000) };
	r.reason = "Halve programmet"; /* the reason of a part is no reason for departing */
	expect(&r, "7.departure",
	    "Ordningen gir høyst 40" NBSP "000" NBSP
	    "kr for denne søknaden. Sett ned summen, eller skriv hvorfor reglene skal fravikes.");
	r.departure = "Nasjonalt tiltak";
	expect(&r, "", "");
	r.departure = "";
	r.proposed = MONEY_NOK(40000);
	expect(&r, "", "");
	r.proposed = MONEY_NOK(20000);
	expect(&r, "", "");
	r.proposed = MONEY_NOK(19999);
	expect(&r, "7.departure",
	    "Ordningen gir ikke mindre enn 20" NBSP "000" NBSP
	    "kr for denne søknaden. Øk summen, gi avslag, eller skriv hvorfor reglene skal fravikes.");
}

TEST(a_firm_limit_is_passed_for_no_reason)
{
	struct allocation_row r = row(7, OUTCOME_PARTLY_GRANTED, 50000, 30001, "Delvis");

	r.bounds =
	    (struct amount_bounds){ .known = true, .asked = true, .max = MONEY_NOK(30000), .firm = MONEY_NOK(30000) };
	r.departure = "Nasjonalt tiltak";
	expect(&r, "7.sum", "Det kan ikke gis mer enn 30" NBSP "000" NBSP "kr i denne saken. Sett ned summen.");
	r.proposed = MONEY_NOK(30000);
	expect(&r, "", "");
}

TEST(only_the_sums_and_steps_of_the_scheme_are_given_without_a_reason)
{
	money sums[] = { MONEY_NOK(50000), MONEY_NOK(150000) };
	struct allocation_row r = row(7, OUTCOME_PARTLY_GRANTED, 200000, 100000, "Delvis");

	r.bounds = (struct amount_bounds){ .known = true,
		.asked = true,
		.max = MONEY_NOK(150000),
		.firm = MONEY_NOK(200000),
		.sums = sums,
		.n_sums = 2 };
	expect(&r, "7.departure",
	    "Ordningen gir bare 50" NBSP "000" NBSP "kr, 150" NBSP "000" NBSP
	    "kr. Velg en av summene, eller skriv hvorfor reglene skal fravikes.");
	r.proposed = MONEY_NOK(50000);
	expect(&r, "", "");
	r.bounds.n_sums = 0;
	r.bounds.step = MONEY_NOK(1000);
	r.proposed = MONEY_NOK(50500);
	expect(&r, "7.departure",
	    "Ordningen gir bare hele 1" NBSP "000" NBSP
	    "kr. Rund av summen, eller skriv hvorfor reglene skal fravikes.");
	r.proposed = MONEY_NOK(51000);
	expect(&r, "", "");
}

TEST(a_requirement_that_is_not_met_keeps_money_away)
{
	struct allocation_row r = row(7, OUTCOME_GRANTED, 50000, 50000, "");

	r.refused = "Kravet «Gir klimaeffekt» er ikke oppfylt.";
	expect(&r, "7.outcome", "Kravet «Gir klimaeffekt» er ikke oppfylt. Foreslå avslag, eller endre vurderingen.");
	r.outcome = OUTCOME_REJECTED;
	r.proposed = MONEY_ZERO;
	expect(&r, "", "");
}

TEST(a_scheme_that_asks_for_no_sum_gives_what_it_gives)
{
	struct allocation_row r = row(7, OUTCOME_GRANTED, 0, 33333, "");

	r.unasked = true;
	expect(&r, "", "");
	r.outcome = OUTCOME_PARTLY_GRANTED;
	expect(&r, "7.outcome", "Søkerne ber ikke om noen sum her, og da er det ingen del av den. Velg innvilget.");
}

TEST(sums_that_were_worked_out_before_a_change_are_worked_out_again)
{
	struct allocation_row r = row(7, OUTCOME_GRANTED, 0, 33333, "Likt til alle");
	struct messages messages = messages_new(arena);
	struct frame_bar bar;

	r.unasked = r.computed = true;
	r.share = MONEY_NOK(33334);
	bar = bar_of(100000, &r, 1);
	allocation_check_lock(&messages, &bar, &r, 1, 0, LANG_NB);
	CHECK_TEXT(messages_for(&messages, "7.sum")->text,
	    "Noe er endret siden summene ble regnet ut. Nå blir det 33" NBSP "334" NBSP
	    "kr. Regn ut fordelingen på nytt.");
	messages = messages_new(arena);
	r.share = MONEY_NOK(33333);
	allocation_check_lock(&messages, &bar, &r, 1, 0, LANG_NB);
	CHECK_INT(messages.n, 0);
}

TEST(a_list_is_locked_only_when_all_is_proposed_reasoned_and_within)
{
	struct allocation_row rows[] = { row(1, OUTCOME_GRANTED, 50000, 50000, ""),
		row(2, OUTCOME_PARTLY_GRANTED, 50000, 30000, "Halve programmet"),
		row(3, OUTCOME_REJECTED, 1000, 0, "Svak plan"), row(4, OUTCOME_DISMISSED, 1000, 0, "For sen") };
	struct frame_bar bar = bar_of(80000, rows, 4);
	struct messages messages = messages_new(arena);

	allocation_check_lock(&messages, &bar, rows, 4, 0, LANG_NB);
	CHECK_INT(messages.n, 0);
	rows[1].reason = rows[2].reason = "";
	rows[3].reason = "  ";
	rows[0].outcome = OUTCOME_NONE;
	bar = bar_of(79999, rows, 4);
	allocation_check_lock(&messages, &bar, rows, 4, 2, LANG_NB);
	CHECK_INT(messages.n, 6);
	CHECK_TEXT(messages.list[0].text, "2 søknader er ikke ferdig vurdert. Vurder dem ferdig før du låser listen.");
	CHECK_TEXT(
	    messages_for(&messages, "1.outcome")->text, "Foreslå innvilget, delvis innvilget, avslag eller avvist.");
	CHECK_TEXT(messages_for(&messages, "2.reason")->text, "Skriv en begrunnelse. Søkeren får den i vedtaksbrevet.");
	CHECK(messages_for(&messages, "3.reason") != NULL && messages_for(&messages, "4.reason") != NULL);
	CHECK_TEXT(messages_for(&messages, "frame")->text,
	    "Forslagene er 1" NBSP "kr over rammen. Sett ned eller ta bort forslag for minst så mye.");
}

TEST(an_empty_list_is_not_locked_and_decided_rows_are_left_alone)
{
	struct allocation_row decided = row(1, OUTCOME_REJECTED, 1000, 0, "");
	struct frame_bar bar = bar_of(0, NULL, 0);
	struct messages messages = messages_new(arena);

	allocation_check_lock(&messages, &bar, NULL, 0, 1, LANG_NB);
	CHECK_INT(messages.n, 2);
	CHECK_TEXT(messages.list[0].text, "Listen er tom. Vurder minst én søknad før du låser den.");
	CHECK_TEXT(messages.list[1].text, "1 søknad er ikke ferdig vurdert. Vurder den ferdig før du låser listen.");
	messages = messages_new(arena);
	decided.decided = true;
	allocation_check_lock(&messages, &bar, &decided, 1, 0, LANG_NB);
	CHECK_INT(messages.n, 0);
}

TEST(outcomes_have_codes_words_and_sums)
{
	static const char *const codes[] = { "", "granted", "partly_granted", "rejected", "dismissed" };
	static const char *const proposals[] = { "", "grant", "partial", "reject", "dismiss" };
	enum outcome outcome = OUTCOME_GRANTED;

	for (int i = 0; i < OUTCOME__MAX; i++) {
		CHECK_TEXT(outcome_code((enum outcome)i), codes[i]);
		CHECK_TEXT(outcome_proposal_code((enum outcome)i), proposals[i]);
		CHECK(outcome_parse(&outcome, codes[i]) && (int)outcome == i);
		CHECK(outcome_parse(&outcome, proposals[i]) && (int)outcome == i);
	}
	CHECK(!outcome_parse(&outcome, "maybe"));
	CHECK_INT(outcome, OUTCOME_DISMISSED);
	CHECK(outcome_parse(&outcome, NULL));
	CHECK_INT(outcome, OUTCOME_NONE);
	CHECK_TEXT(outcome_text(OUTCOME_PARTLY_GRANTED, LANG_NN), "Delvis innvilga");
	CHECK_TEXT(outcome_text(OUTCOME_NONE, LANG_NB), "");
	CHECK_INT(outcome_of_sum(MONEY_NOK(5), MONEY_NOK(5), false), OUTCOME_GRANTED);
	CHECK_INT(outcome_of_sum(MONEY_NOK(5), MONEY_NOK(4), false), OUTCOME_PARTLY_GRANTED);
	CHECK_INT(outcome_of_sum(MONEY_NOK(5), MONEY_ZERO, false), OUTCOME_REJECTED);
	CHECK_INT(outcome_of_sum(MONEY_NOK(5), MONEY_ZERO, true), OUTCOME_DISMISSED);
	CHECK_INT(outcome_of_sum(MONEY_NOK(5), MONEY_NOK(6), true), OUTCOME_GRANTED);
}

UNIT_MAIN(WITH_ARENA(a_frame_used_to_the_last_krone_is_not_passed),
    WITH_ARENA(one_krone_more_passes_it_and_the_cut_line_shows_where), WITH_ARENA(what_is_decided_counts_as_awarded),
    WITH_ARENA(an_empty_frame_and_an_empty_list_are_no_trouble), WITH_ARENA(sum_and_outcome_say_the_same),
    WITH_ARENA(more_than_the_scheme_gives_needs_a_reason), WITH_ARENA(a_firm_limit_is_passed_for_no_reason),
    WITH_ARENA(only_the_sums_and_steps_of_the_scheme_are_given_without_a_reason),
    WITH_ARENA(a_requirement_that_is_not_met_keeps_money_away),
    WITH_ARENA(a_scheme_that_asks_for_no_sum_gives_what_it_gives),
    WITH_ARENA(sums_that_were_worked_out_before_a_change_are_worked_out_again),
    WITH_ARENA(a_list_is_locked_only_when_all_is_proposed_reasoned_and_within),
    WITH_ARENA(an_empty_list_is_not_locked_and_decided_rows_are_left_alone),
    WITH_ARENA(outcomes_have_codes_words_and_sums))
