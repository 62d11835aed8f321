/* call_test.c — each kind of deadline at the instants around it: opening, closing, month ends, leap years, clock
 * changes. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/call.h"

ARENA_FOR_TESTS

static struct date
day(int year, int month, int of_month)
{
	return ((struct date){ year, month, of_month });
}

static instant
at(int year, int month, int of_month, int hour, int minute)
{
	return (instant_at(day(year, month, of_month), hour, minute, 0));
}

/* The first instant after the day. */
static instant
after(struct date last)
{
	return (instant_at(date_add_days(last, 1), 0, 0, 0));
}

/* Open from 1 February 2026 to 31 December, when nothing else is said. */
static struct call
call_of(enum call_kind kind)
{
	return ((struct call){ .id = 1,
	    .year = 2026,
	    .round = 1,
	    .kind = kind,
	    .opens_at = at(2026, 2, 1, 9, 0),
	    .closes_at = after(day(2026, 12, 31)),
	    .frame = MONEY_NOK(100000) });
}

static struct call
relative(int count, enum call_unit unit)
{
	struct call call = call_of(CALL_RELATIVE);

	call.before_start = (struct call_lead){ count, unit };
	return (call);
}

TEST(the_last_second_is_in_time_and_the_next_is_not)
{
	struct call call = call_of(CALL_FIXED);

	call.closes_at = after(day(2026, 4, 1));
	CHECK_INT(call_phase(&call, call.opens_at - 1), CALL_PHASE_COMING);
	CHECK_INT(call_phase(&call, call.opens_at), CALL_PHASE_OPEN);
	CHECK_INT(call_phase(&call, instant_at(day(2026, 4, 1), 23, 59, 59)), CALL_PHASE_OPEN);
	CHECK_INT(call_phase(&call, call.closes_at - 1), CALL_PHASE_OPEN);
	CHECK_INT(call_phase(&call, call.closes_at), CALL_PHASE_PASSED);
	CHECK(call_due_at(&call, (struct date){ 0 }) == call.closes_at);
	/* A fixed deadline has nothing to do with when the activity starts. */
	CHECK(call_due_at(&call, day(2026, 3, 1)) == call.closes_at);
	CHECK(call_in_round(&call, call.closes_at));
	CHECK(!call_may_begin(&call, call.opens_at - 1));
	CHECK(call_may_begin(&call, call.opens_at) && call_may_begin(&call, call.closes_at));
}

TEST(days_when_the_clock_changes_are_days_like_others)
{
	struct call call = call_of(CALL_FIXED);

	/* Summer time ends 25 October 2026 and starts 28 March 2027. */
	call.closes_at = after(day(2026, 10, 25));
	CHECK_INT(call_phase(&call, instant_at(day(2026, 10, 25), 23, 59, 59)), CALL_PHASE_OPEN);
	CHECK_INT(call_phase(&call, instant_at(day(2026, 10, 26), 0, 0, 0)), CALL_PHASE_PASSED);
	call.closes_at = after(day(2027, 3, 28));
	CHECK_INT(call_phase(&call, instant_at(day(2027, 3, 28), 23, 59, 59)), CALL_PHASE_OPEN);
	CHECK_INT(call_phase(&call, instant_at(day(2027, 3, 29), 0, 0, 0)), CALL_PHASE_PASSED);
	/* A lead that ends on such a day lasts the whole of it: 25 hours and 23. */
	call = relative(1, CALL_UNIT_DAYS);
	CHECK(call_due_at(&call, day(2026, 10, 26)) - instant_at(day(2026, 10, 25), 0, 0, 0) ==
	      25 * 3600 * INSTANT_SECOND);
	call.closes_at = after(day(2027, 12, 31));
	CHECK(
	    call_due_at(&call, day(2027, 3, 29)) - instant_at(day(2027, 3, 28), 0, 0, 0) == 23 * 3600 * INSTANT_SECOND);
}

/* The last day one may apply for an activity. */
TEST(leads_end_on_the_day_people_would_count_to)
{
	static const struct {
		struct call_lead lead;
		struct date start;
		const char *last;
	} rows[] = {
		{ { 1, CALL_UNIT_MONTHS }, { 2026, 5, 15 }, "2026-04-15" },
		{ { 1, CALL_UNIT_MONTHS }, { 2026, 3, 31 }, "2026-02-28" },
		{ { 1, CALL_UNIT_MONTHS }, { 2026, 3, 29 }, "2026-02-28" },
		{ { 1, CALL_UNIT_MONTHS }, { 2026, 3, 28 }, "2026-02-28" },
		{ { 1, CALL_UNIT_MONTHS }, { 2028, 3, 31 }, "2028-02-29" },
		{ { 1, CALL_UNIT_MONTHS }, { 2028, 3, 29 }, "2028-02-29" },
		{ { 1, CALL_UNIT_MONTHS }, { 2026, 12, 31 }, "2026-11-30" },
		{ { 1, CALL_UNIT_MONTHS }, { 2027, 1, 15 }, "2026-12-15" },
		{ { 4, CALL_UNIT_MONTHS }, { 2026, 6, 30 }, "2026-02-28" },
		{ { 4, CALL_UNIT_MONTHS }, { 2027, 2, 28 }, "2026-10-28" },
		{ { 12, CALL_UNIT_MONTHS }, { 2028, 2, 29 }, "2027-02-28" },
		{ { 3, CALL_UNIT_WEEKS }, { 2026, 3, 1 }, "2026-02-08" },
		{ { 3, CALL_UNIT_WEEKS }, { 2028, 3, 10 }, "2028-02-18" },
		{ { 30, CALL_UNIT_DAYS }, { 2026, 3, 31 }, "2026-03-01" },
		{ { 1, CALL_UNIT_DAYS }, { 2026, 1, 1 }, "2025-12-31" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		CHECK_TEXT(date_iso(arena, lead_last_day(rows[i].lead, rows[i].start)), rows[i].last);
}

TEST(relative_deadlines_are_each_activitys_own)
{
	struct call call = relative(4, CALL_UNIT_MONTHS);

	/* The whole last day counts. */
	CHECK(call_due_at(&call, day(2026, 9, 15)) == at(2026, 5, 16, 0, 0));
	/* Nobody can apply after the call has closed, however late the activity is. */
	CHECK(call_due_at(&call, day(2027, 9, 15)) == call.closes_at);
	/* Until the start is told only the call's own end is known. */
	CHECK(call_due_at(&call, (struct date){ 0 }) == call.closes_at);
	CHECK(!call_in_round(&call, call.opens_at));
}

TEST(continuous_calls_are_open_until_nothing_is_left)
{
	struct call call = call_of(CALL_CONTINUOUS);
	instant gone = at(2026, 9, 14, 13, 7);

	CHECK_INT(call_phase(&call, gone), CALL_PHASE_OPEN);
	call.used_up_at = gone;
	CHECK_INT(call_phase(&call, gone - 1), CALL_PHASE_OPEN);
	CHECK_INT(call_phase(&call, gone), CALL_PHASE_USED_UP);
	CHECK_INT(call_phase(&call, call.closes_at), CALL_PHASE_PASSED);
	CHECK(call_due_at(&call, (struct date){ 0 }) == gone);
	CHECK(call_may_begin(&call, gone) && call_may_send(&call));
	/* With a lead of its own, the earlier of the two counts. */
	call.before_start = (struct call_lead){ 3, CALL_UNIT_WEEKS };
	CHECK(call_due_at(&call, day(2026, 9, 14)) == after(day(2026, 8, 24)));
	CHECK(call_due_at(&call, day(2026, 12, 1)) == gone);
}

TEST(a_main_round_is_followed_by_what_is_left)
{
	struct call call = call_of(CALL_MAIN_THEN_CONTINUOUS);

	call.main_closes_at = after(day(2026, 3, 1));
	CHECK(call_in_round(&call, call.main_closes_at - 1));
	CHECK(!call_in_round(&call, call.main_closes_at));
	/* What comes after the main round is not late. */
	CHECK_INT(call_phase(&call, call.main_closes_at), CALL_PHASE_OPEN);
	CHECK(call_due_at(&call, (struct date){ 0 }) == call.closes_at);
}

TEST(what_is_stopped_takes_nothing)
{
	struct call call = call_of(CALL_FIXED);

	call.status = CALL_ON_HOLD;
	CHECK_INT(call_phase(&call, call.opens_at - 1), CALL_PHASE_ON_HOLD);
	CHECK_INT(call_phase(&call, call.opens_at), CALL_PHASE_ON_HOLD);
	CHECK(!call_may_begin(&call, call.opens_at) && !call_may_send(&call));
	call.status = CALL_CANCELLED;
	CHECK_INT(call_phase(&call, call.closes_at), CALL_PHASE_CANCELLED);
	CHECK(!call_may_begin(&call, call.opens_at) && !call_may_send(&call));
}

TEST(an_answer_is_due_by_a_day_or_within_weeks)
{
	struct call call = call_of(CALL_FIXED);

	call.answer_by = day(2026, 6, 1);
	CHECK_TEXT(date_iso(arena, call_answer_by(&call, call.opens_at)), "2026-06-01");
	call = relative(1, CALL_UNIT_MONTHS);
	call.answer_weeks = 6;
	CHECK_TEXT(date_iso(arena, call_answer_by(&call, at(2026, 11, 30, 12, 0))), "2027-01-11");
	call = call_of(CALL_MAIN_THEN_CONTINUOUS);
	call.main_closes_at = after(day(2026, 3, 1));
	call.answer_by = day(2026, 5, 1);
	call.answer_weeks = 4;
	CHECK_TEXT(date_iso(arena, call_answer_by(&call, call.main_closes_at - 1)), "2026-05-01");
	CHECK_TEXT(date_iso(arena, call_answer_by(&call, call.main_closes_at)), "2026-03-30");
}

/* --- words ------------------------------------------------------------------------------------------------------- */

static const char *
short_of(struct call call, instant now)
{
	return (call_when_short(arena, &call, now, LANG_NB));
}

static const char *
sentence(struct call call, struct date start, instant now)
{
	return (call_deadline_sentence(arena, &call, start, now, LANG_NB));
}

TEST(cards_say_the_right_thing_for_each_kind)
{
	struct call call = call_of(CALL_MAIN_THEN_CONTINUOUS);
	instant now = at(2026, 2, 20, 12, 0);

	CHECK_TEXT(short_of(call_of(CALL_FIXED), now), "Frist 31. desember 2026 kl. 23.59");
	CHECK_TEXT(short_of(call_of(CALL_FIXED), at(2026, 1, 31, 0, 0)), "Åpner 1. februar 2026 kl. 09.00");
	CHECK_TEXT(
	    short_of(call_of(CALL_FIXED), after(day(2026, 12, 31))), "Fristen gikk ut 31. desember 2026 kl. 23.59");
	CHECK_TEXT(short_of(call_of(CALL_CONTINUOUS), now), "Løpende, til pengene er brukt");
	CHECK_TEXT(short_of(relative(1, CALL_UNIT_MONTHS), now), "Søk senest 1 måned før aktiviteten starter");
	CHECK_TEXT(short_of(relative(3, CALL_UNIT_WEEKS), now), "Søk senest 3 uker før aktiviteten starter");
	CHECK_TEXT(short_of(relative(30, CALL_UNIT_DAYS), now), "Søk senest 30 dager før aktiviteten starter");
	call.main_closes_at = after(day(2026, 3, 1));
	CHECK_TEXT(short_of(call, now), "Frist 1. mars 2026 kl. 23.59, deretter løpende");
	CHECK_TEXT(short_of(call, call.main_closes_at), "Løpende, til pengene er brukt");
	call.used_up_at = now;
	CHECK_TEXT(short_of(call, now), "Pengene er brukt opp");
	call.status = CALL_ON_HOLD;
	CHECK_TEXT(short_of(call, now), "Utlysningen er satt på vent");
	call.status = CALL_CANCELLED;
	CHECK_TEXT(short_of(call, now), "Utlysningen er avlyst");
}

TEST(the_schemes_page_says_it_at_length)
{
	struct call call = call_of(CALL_FIXED);
	instant now = at(2026, 2, 20, 12, 0);

	CHECK_TEXT(call_when_long(arena, &call, now, LANG_NB), "Fristen er torsdag 31. desember 2026 kl. 23.59.");
	CHECK_TEXT(call_when_long(arena, &call, at(2026, 1, 1, 0, 0), LANG_NB),
	    "Dere kan søke fra 1. februar 2026 kl. 09.00. Fristen er torsdag 31. desember 2026 kl. 23.59.");
	CHECK_TEXT(call_phase_text(&call, now, LANG_NN), "Open for søknader");
	call = call_of(CALL_CONTINUOUS);
	CHECK_TEXT(call_when_long(arena, &call, now, LANG_NB),
	    "Løpende: Søk når som helst til pengene er brukt, og ikke "
	    "senere enn torsdag 31. desember 2026 kl. 23.59.");
	call.before_start = (struct call_lead){ 3, CALL_UNIT_WEEKS };
	CHECK(strstr(call_when_long(arena, &call, now, LANG_NB), "senest 3 uker før aktiviteten starter") != NULL);
	call = relative(4, CALL_UNIT_MONTHS);
	CHECK_TEXT(call_when_long(arena, &call, now, LANG_EN),
	    "Apply at least 4 months before the activity starts. We take applications until the money is spent, and no "
	    "longer than until Thursday 31 December 2026 at 23:59.");
	call = call_of(CALL_MAIN_THEN_CONTINUOUS);
	call.main_closes_at = after(day(2026, 3, 1));
	CHECK_TEXT(call_when_long(arena, &call, now, LANG_NB),
	    "Fristen er søndag 1. mars 2026 kl. 23.59. Er det penger "
	    "igjen etterpå, kan dere søke løpende til de er brukt.");
	call.status = CALL_ON_HOLD;
	CHECK_TEXT(call_when_long(arena, &call, now, LANG_NB),
	    "Etter planen kan dere søke fra 1. februar 2026 kl. 09.00. Fristen er ikke bestemt.");
	call.status = CALL_CANCELLED;
	CHECK_TEXT(call_when_long(arena, &call, now, LANG_NB), "");
	CHECK_TEXT(call_phase_text(&call, now, LANG_NB), "Utlysningen er avlyst");
}

TEST(those_who_write_are_told_their_own_deadline)
{
	struct call call = relative(1, CALL_UNIT_MONTHS), main_round = call_of(CALL_MAIN_THEN_CONTINUOUS);
	instant now = at(2026, 4, 12, 12, 0);

	CHECK_TEXT(sentence(call_of(CALL_FIXED), (struct date){ 0 }, at(2026, 12, 28, 12, 0)),
	    "Fristen er 31. desember 2026 kl. 23.59 (om 3 dager).");
	CHECK_TEXT(sentence(call, (struct date){ 0 }, now), "Send søknaden senest 1 måned før aktiviteten starter.");
	CHECK_TEXT(sentence(call, day(2026, 5, 15), now),
	    "Fristen er 15. april 2026 kl. 23.59 (om 3 dager), 1 måned før aktiviteten starter.");
	CHECK_TEXT(sentence(call, day(2026, 5, 11), now), "Fristen gikk ut 11. april 2026 kl. 23.59.");
	CHECK_TEXT(sentence(call, day(2027, 5, 11), at(2026, 12, 31, 12, 0)),
	    "Fristen er 31. desember 2026 kl. 23.59 (i dag kl. 23.59).");
	CHECK_TEXT(sentence(call_of(CALL_CONTINUOUS), (struct date){ 0 }, now),
	    "Søk før pengene er brukt opp, og ikke senere enn 31. desember 2026 kl. 23.59.");
	main_round.main_closes_at = after(day(2026, 4, 15));
	CHECK_TEXT(sentence(main_round, (struct date){ 0 }, now),
	    "Fristen er 15. april 2026 kl. 23.59 (om 3 dager). Deretter kan dere søke løpende.");
	call.status = CALL_CANCELLED;
	CHECK_TEXT(sentence(call, (struct date){ 0 }, now), "Utlysningen er avlyst.");
}

TEST(late_is_explained_by_what_it_was_late_for)
{
	struct call call = relative(1, CALL_UNIT_MONTHS);

	CHECK(strstr(call_late_warning(arena, &call, day(2026, 5, 11), at(2026, 4, 12, 12, 0), LANG_NB),
		  "senest 1 måned før aktiviteten starter, altså 11. april 2026") != NULL);
	CHECK(strncmp(call_late_warning(arena, &call, (struct date){ 0 }, after(day(2026, 12, 31)), LANG_NB),
		  "Fristen har gått ut.", 20) == 0);
	call.used_up_at = at(2026, 4, 1, 0, 0);
	CHECK(strncmp(call_late_warning(arena, &call, day(2026, 9, 1), at(2026, 4, 12, 12, 0), LANG_NB),
		  "Pengene er brukt opp.", 21) == 0);
}

TEST(facts_and_names_are_short)
{
	struct call call = relative(4, CALL_UNIT_MONTHS);

	CHECK_TEXT(call_deadline_fact(arena, &call, LANG_NB), "4 måneder før aktiviteten starter");
	CHECK_TEXT(call_name(arena, &call, LANG_NB), "Utlysning 2026, runde 1");
	call.extra = true;
	CHECK_TEXT(call_name(arena, &call, LANG_NN), "Ekstrautlysing 2026");
	call.title = (struct lang_text){ { "Våren", "Våren", NULL } };
	CHECK_TEXT(call_name(arena, &call, LANG_EN), "Våren");
	call = call_of(CALL_CONTINUOUS);
	CHECK_TEXT(call_deadline_fact(arena, &call, LANG_NN), "Løpande, til pengane er brukte");
	call = call_of(CALL_FIXED);
	CHECK_TEXT(call_deadline_fact(arena, &call, LANG_NB), "31. desember 2026 kl. 23.59");
	call = call_of(CALL_MAIN_THEN_CONTINUOUS);
	call.main_closes_at = after(day(2026, 3, 1));
	CHECK_TEXT(call_deadline_fact(arena, &call, LANG_NB), "1. mars 2026 kl. 23.59, deretter løpende");
	CHECK_TEXT(call_body_text(CALL_BODY_MUNICIPALITY, LANG_NB), "Kommunens frist");
}

ARENA_TESTS(UNIT(the_last_second_is_in_time_and_the_next_is_not),
    UNIT(days_when_the_clock_changes_are_days_like_others), UNIT(leads_end_on_the_day_people_would_count_to),
    UNIT(relative_deadlines_are_each_activitys_own), UNIT(continuous_calls_are_open_until_nothing_is_left),
    UNIT(a_main_round_is_followed_by_what_is_left), UNIT(what_is_stopped_takes_nothing),
    UNIT(an_answer_is_due_by_a_day_or_within_weeks), UNIT(cards_say_the_right_thing_for_each_kind),
    UNIT(the_schemes_page_says_it_at_length), UNIT(those_who_write_are_told_their_own_deadline),
    UNIT(late_is_explained_by_what_it_was_late_for), UNIT(facts_and_names_are_short))
