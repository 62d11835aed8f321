/* call_change_test.c — what may be changed in a call before and after it has opened, and what is recorded of it. */
#include "scheme_fixture.h"

#include "domain/call_change.h"

ARENA_FOR_TESTS

static instant
at(int year, int month, int day)
{
	return (instant_at((struct date){ year, month, day }, 0, 0, 0));
}

#define BEFORE at(2026, 1, 15)
#define WHILE_OPEN at(2026, 3, 1)

/* Open from 1 February to 1 April 2026, 100 000 kroner of which 40 000 are awarded. */
static struct call_standing
standing(void)
{
	return ((struct call_standing){ .call = { .id = 1,
					    .year = 2026,
					    .round = 1,
					    .opens_at = at(2026, 2, 1),
					    .closes_at = at(2026, 4, 2),
					    .covers_from = { 2026, 7, 1 },
					    .covers_to = { 2026, 12, 31 },
					    .frame = MONEY_NOK(100000),
					    .answer_by = { 2026, 6, 1 },
					    .contact_name = "Kari",
					    .contact_phone = "1",
					    .contact_email = "k@f.test" },
	    .awarded = MONEY_NOK(40000) });
}

/* The same as a document says it. */
static struct call_plan
plan(void)
{
	return ((struct call_plan){ .line = 7,
	    .year = 2026,
	    .round = 1,
	    .opens_at = at(2026, 2, 1),
	    .closes_at = at(2026, 4, 2),
	    .covers_from = { 2026, 7, 1 },
	    .covers_to = { 2026, 12, 31 },
	    .frame = MONEY_NOK(100000),
	    .answer_by = { 2026, 6, 1 },
	    .contact = { "Kari", "1", "k@f.test" } });
}

static enum call_change_kind kind_of_first;

/* "extended: 1. april ... -> ...", one a line; or the refusals. */
static const char *
found(struct call_standing old, struct call_plan new, instant now)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	struct call_changes changes;
	struct buf out = buf_new(arena);

	if (!call_changes_find(&changes, &messages, arena, &old, &new, now)) {
		for (size_t i = 0; i < messages.n; i++)
			buf_printf(&out, "%s%d: %s", i == 0 ? "" : "\n", messages.list[i].line, messages.list[i].text);
		return (buf_text(&out));
	}
	kind_of_first = changes.n == 0 ? CALL_CHANGE_WORDS : changes.list[0].kind;
	for (size_t i = 0; i < changes.n; i++)
		buf_printf(&out, "%s%s [%s] [%s] [%s]", i == 0 ? "" : "\n", changes.list[i].code, changes.list[i].was,
		    changes.list[i].became, lang_pick(&changes.list[i].why, LANG_NB));
	return (buf_text(&out));
}

static struct call_extension because_of_the_form[] = { { .from = 0, .why = { { "Skjemaet var nede", "", NULL } } } };

static struct call_plan
extended(instant closes_at)
{
	struct call_plan new = plan();

	because_of_the_form[0].from = new.closes_at;
	new.extended = because_of_the_form;
	new.n_extended = 1;
	new.closes_at = closes_at;
	return (new);
}

TEST(the_same_again_is_no_change)
{
	CHECK_TEXT(found(standing(), plan(), BEFORE), "");
	CHECK_TEXT(found(standing(), plan(), WHILE_OPEN), "");
}

TEST(a_deadline_is_moved_back_with_its_reason_and_never_forward)
{
	struct call_plan new = plan();

	CHECK_TEXT(found(standing(), extended(at(2026, 4, 21)), WHILE_OPEN),
	    "extended [1. april 2026 kl. 23.59] [20. april 2026 kl. 23.59] [Skjemaet var nede]");
	CHECK_TEXT(found(standing(), extended(at(2026, 4, 21)), BEFORE),
	    "extended [1. april 2026 kl. 23.59] [20. april 2026 kl. 23.59] [Skjemaet var nede]");
	/* Also when it has passed. */
	CHECK_TEXT(found(standing(), extended(at(2026, 4, 21)), at(2026, 4, 10)),
	    "extended [1. april 2026 kl. 23.59] [20. april 2026 kl. 23.59] [Skjemaet var nede]");
	new.closes_at = at(2026, 4, 21);
	CHECK_TEXT(found(standing(), new, WHILE_OPEN), "7: fristen flyttes fra 1. april 2026 kl. 23.59 til 20. april "
						       "2026 kl. 23.59 etter at utlysningen har åpnet; "
						       "legg til <extended> med den gamle fristen og grunnen");
	CHECK_TEXT(found(standing(), new, BEFORE), "dates [1. april 2026 kl. 23.59] [20. april 2026 kl. 23.59] []");
	new.closes_at = at(2026, 3, 21);
	CHECK_TEXT(found(standing(), new, WHILE_OPEN),
	    "7: utlysningen har åpnet med frist 1. april 2026 kl. 23.59, og noen regner med den; fristen kan ikke "
	    "flyttes "
	    "fram til 20. mars 2026 kl. 23.59. Sett closes tilbake, eller avlys med <cancelled>");
	CHECK_TEXT(found(standing(), new, BEFORE), "dates [1. april 2026 kl. 23.59] [20. mars 2026 kl. 23.59] []");
	/* The instant it opens is open. */
	CHECK(strstr(found(standing(), new, standing().call.opens_at), "kan ikke flyttes") != NULL);
	CHECK(strncmp(found(standing(), new, standing().call.opens_at - 1), "dates", 5) == 0);
}

TEST(the_main_rounds_deadline_is_what_is_moved)
{
	struct call_standing old = standing();
	struct call_plan new = plan();

	old.call.kind = new.kind = CALL_MAIN_THEN_CONTINUOUS;
	old.call.main_closes_at = at(2026, 3, 11);
	new.main_closes_at = at(2026, 3, 6);
	CHECK(strstr(found(old, new, WHILE_OPEN), "med frist 10. mars 2026") != NULL);
	new.main_closes_at = old.call.main_closes_at;
	new.closes_at = at(2026, 12, 1);
	CHECK_TEXT(found(old, new, WHILE_OPEN), "dates [] [] []");
}

TEST(a_continuous_call_may_be_open_longer_without_a_reason)
{
	struct call_standing old = standing();
	struct call_plan new = plan();

	old.call.kind = new.kind = CALL_CONTINUOUS;
	new.closes_at = at(2026, 12, 31);
	CHECK_TEXT(found(old, new, WHILE_OPEN), "dates [1. april 2026 kl. 23.59] [30. desember 2026 kl. 23.59] []");
	new.closes_at = at(2026, 3, 21);
	CHECK(strstr(found(old, new, WHILE_OPEN), "kan ikke flyttes fram") != NULL);
}

TEST(what_people_rely_on_is_not_turned_against_them)
{
	static const struct {
		const char *what, *told;
	} rows[] = {
		{ "opens",
		    "7: utlysningen åpnet 1. februar 2026 kl. 00.00, og det kan ikke endres nå; sett opens tilbake" },
		{ "kind",
		    "7: utlysningen har åpnet som fixed og kan ikke bli continuous; sett kind tilbake, eller lag en ny "
		    "utlysning" },
		{ "covers",
		    "7: utlysningen har åpnet, og <covers> kan ikke dekke mindre enn før; sett from og to tilbake" },
	};

	for (int i = 0; i < 3; i++) {
		struct call_plan new = plan();

		if (i == 0)
			new.opens_at = at(2026, 2, 2);
		else if (i == 1)
			new.kind = CALL_CONTINUOUS;
		else
			new.covers_to = (struct date){ 2026, 12, 30 };
		CHECK_TEXT(found(standing(), new, WHILE_OPEN), rows[i].told);
		CHECK_TEXT(found(standing(), new, BEFORE), "dates [] [] []");
	}
}

TEST(more_may_be_covered_and_less_asked_for)
{
	struct call_standing old = standing();
	struct call_plan new = plan();

	new.covers_to = (struct date){ 2027, 1, 31 };
	CHECK_TEXT(found(old, new, WHILE_OPEN), "dates [] [] []");
	new = plan();
	old.call.kind = new.kind = CALL_RELATIVE;
	old.call.before_start = (struct call_lead){ 1, CALL_UNIT_MONTHS };
	new.before_start = (struct call_lead){ 3, CALL_UNIT_WEEKS };
	CHECK_TEXT(found(old, new, WHILE_OPEN), "dates [] [] []");
	new.before_start = (struct call_lead){ 1, CALL_UNIT_WEEKS }; /* only the unit is another */
	CHECK_TEXT(found(old, new, WHILE_OPEN), "dates [] [] []");
	new.before_start = (struct call_lead){ 31, CALL_UNIT_DAYS };
	CHECK_TEXT(found(old, new, WHILE_OPEN),
	    "7: utlysningen har åpnet, og <before-start> kan ikke kreve lengre tid enn før; sett den tilbake");
}

TEST(stops_and_restarts_are_recorded_with_their_reason)
{
	struct call_standing old = standing();
	struct call_plan new = plan();

	new.status = CALL_CANCELLED;
	new.status_why = (struct lang_text){ { "Ingen penger", "", NULL } };
	CHECK_TEXT(found(old, new, WHILE_OPEN), "cancelled [announced] [cancelled] [Ingen penger]");
	CHECK_INT(kind_of_first, CALL_CHANGE_STOPPED);
	old.call.status = CALL_ON_HOLD;
	CHECK_TEXT(found(old, plan(), WHILE_OPEN), "resumed [on-hold] [announced] []");
	CHECK_INT(kind_of_first, CALL_CHANGE_RESUMED);
	new.status = CALL_ON_HOLD;
	old.call.status = CALL_ANNOUNCED;
	CHECK_TEXT(found(old, new, BEFORE), "on-hold [announced] [on-hold] [Ingen penger]");
}

TEST(the_frame_never_falls_below_what_is_awarded)
{
	struct call_plan new = plan();

	new.frame = MONEY_NOK(250000);
	CHECK(strncmp(found(standing(), new, WHILE_OPEN), "frame [100", 10) == 0);
	new.frame = MONEY_NOK(40000);
	CHECK(strncmp(found(standing(), new, WHILE_OPEN), "frame [100", 10) == 0);
	new.frame = MONEY_NOK(39999);
	CHECK(strstr(found(standing(), new, WHILE_OPEN),
		  "er alt tildelt, så rammen kan ikke bli lavere enn det; rett nok") != NULL);
}

TEST(words_are_a_change_of_their_own)
{
	struct call_standing old = standing();
	struct call_plan new = plan();

	new.message = (struct lang_text){ { "Hei", "Hei", NULL } };
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	old.notes = call_plan_notes(&new);
	CHECK_TEXT(found(old, new, WHILE_OPEN), "");
	new.contact.phone = "2";
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	new = plan();
	new.upstream = &(struct call_upstream){ .text = { { "Spør", "Spør", NULL } } };
	new.n_upstream = 1;
	CHECK_TEXT(found(standing(), new, WHILE_OPEN), "words [] [] []");
}

TEST(each_thing_said_of_others_deadlines_and_of_extensions_is_words_too)
{
	struct call_upstream before[] = { { .closes_on = { 2026, 1, 15 }, .text = { { "Spør", "Spør", NULL } } } };
	struct call_upstream after[] = { before[0] };
	struct call_extension long_ago[] = {
		{ .from = 5, .decided_on = { 2026, 1, 2 }, .why = { { "Feil", "Feil", NULL } } }
	};
	struct call_extension told[] = { long_ago[0] };
	struct call_standing old = standing();
	struct call_plan new = plan();

	new.upstream = before;
	new.extended = long_ago;
	new.n_upstream = new.n_extended = 1;
	old.notes = call_plan_notes(&new);
	new.upstream = after;
	new.extended = told;
	CHECK_TEXT(found(old, new, WHILE_OPEN), "");
	after[0].closes_on.day = 16;
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	after[0] = before[0];
	after[0].text.in[LANG_NN] = "Spør dei";
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	after[0] = before[0];
	after[0].body++;
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	after[0] = before[0];
	told[0].decided_on.day = 3;
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	told[0] = long_ago[0];
	told[0].why.in[LANG_NB] = "Nede";
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	told[0] = long_ago[0];
	new.n_extended = 0;
	CHECK_TEXT(found(old, new, WHILE_OPEN), "words [] [] []");
	new.n_extended = 1;
	CHECK_TEXT(found(old, new, WHILE_OPEN), "");
}

ARENA_TESTS(UNIT(the_same_again_is_no_change), UNIT(a_deadline_is_moved_back_with_its_reason_and_never_forward),
    UNIT(the_main_rounds_deadline_is_what_is_moved), UNIT(a_continuous_call_may_be_open_longer_without_a_reason),
    UNIT(what_people_rely_on_is_not_turned_against_them), UNIT(more_may_be_covered_and_less_asked_for),
    UNIT(stops_and_restarts_are_recorded_with_their_reason), UNIT(the_frame_never_falls_below_what_is_awarded),
    UNIT(words_are_a_change_of_their_own), UNIT(each_thing_said_of_others_deadlines_and_of_extensions_is_words_too))
