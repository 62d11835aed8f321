/* shared_reason_test.c — a reason pasted into several cases is found, also when only the names in it differ. */
#include "check.h"

#include "domain/shared_reason.h"

ARENA_FOR_TESTS

static const struct case_reason cases[] = {
	{ "2026-1", "Dans", "Lia lag", "Søknaden når ikke opp i konkurransen." },
	{ "2026-2", "Sang", "Vik kor", "Tiltaket er godt, men når få." },
	{ "2026-3", "Teater", "Nes IL", "søknaden  når ikke opp i\r\nkonkurransen" },
	{ "2026-4", "Film", "Ås ungdom", "Søknaden når ikke opp i konkurransen!" },
	{ "2026-5", "Rap", "Bø klubb", "" },
	{ "2026-6", "Kor", "Hol lag", " \n" },
};

#define N (sizeof(cases) / sizeof(cases[0]))

TEST(the_same_words_are_found_whatever_the_spaces_and_capitals)
{
	struct shared_reason shared[N];

	reasons_share(shared, arena, cases, N, LANG_NB);
	CHECK(shared[0].others == 2 && shared[0].first == 0);
	CHECK_TEXT(shared[0].names, "2026-3 og 2026-4");
	CHECK(shared[3].others == 2 && shared[3].first == 0);
	CHECK_TEXT(shared[3].names, "2026-1 og 2026-3");
	CHECK(shared[1].others == 0);
	CHECK_TEXT(shared[1].names, "");
}

TEST(empty_reasons_are_like_nobody)
{
	struct shared_reason shared[N];

	reasons_share(shared, arena, cases, N, LANG_NB);
	CHECK(shared[4].others == 0 && shared[5].others == 0);
}

TEST(names_in_it_make_a_canned_reason_no_ones_own)
{
	static const struct case_reason named[] = {
		{ "1", "Dans for alle", "Lia lag", "«Dans for alle» fra Lia lag er godt, men rammen rekker ikke." },
		{ "2", "Sang", "Vik kor", "«Sang» fra Vik kor er godt, men rammen rekker ikke." },
		{ "3", "Lek", "Nes", "«Lek» fra Nes er godt, men når for få barn." },
	};
	struct shared_reason shared[3];

	reasons_share(shared, arena, named, 3, LANG_NB);
	CHECK_TEXT(shared[0].names, "2");
	CHECK_TEXT(shared[2].names, "");
}

TEST(many_are_counted_and_some_named)
{
	struct case_reason many[9];
	struct shared_reason shared[9];

	for (size_t i = 0; i < 9; i++)
		many[i] = (struct case_reason){ arena_printf(arena, "n%zu", i), "t", "o", "Rammen er brukt opp." };
	reasons_share(shared, arena, many, 9, LANG_NB);
	CHECK(shared[8].others == 8);
	CHECK_TEXT(shared[8].names, "n0, n1, n2, n3, n4 og 3 til");
	CHECK_TEXT(shared_reason_text(arena, &shared[8], LANG_NB),
	    "Begrunnelsen står ordrett også i n0, n1, n2, n3, n4 og 3 "
	    "til. Skriv hva som gjelder nettopp denne søknaden.");
}

TEST(only_refusals_and_smaller_sums_must_be_told_by_themselves)
{
	CHECK(reason_must_be_own(OUTCOME_REJECTED) && reason_must_be_own(OUTCOME_PARTLY_GRANTED));
	CHECK(!reason_must_be_own(OUTCOME_GRANTED) && !reason_must_be_own(OUTCOME_DISMISSED));
}

ARENA_TESTS(UNIT(the_same_words_are_found_whatever_the_spaces_and_capitals), UNIT(empty_reasons_are_like_nobody),
    UNIT(names_in_it_make_a_canned_reason_no_ones_own), UNIT(many_are_counted_and_some_named),
    UNIT(only_refusals_and_smaller_sums_must_be_told_by_themselves))
