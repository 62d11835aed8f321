/* shared_frame_test.c — a frame is split by demand to the krone, and told in words. */
#include "check.h"

#include "domain/shared_frame.h"

ARENA_FOR_TESTS

#define NBSP "\u00a0"
#define KR(thousands) thousands NBSP "000" NBSP "kr"

static struct frame_partner
partner(bool own, const char *title, int64_t applied, int64_t taken)
{
	return ((struct frame_partner){ .own = own,
	    .title = { .in = { [LANG_NB] = title } },
	    .applied = MONEY_NOK(applied),
	    .taken = MONEY_NOK(taken) });
}

TEST(demand_splits_a_frame_to_the_krone)
{
	struct frame_partner two[] = { partner(true, "A", 200000, 0), partner(false, "B", 100000, 0) };
	struct frame_partner none[] = { partner(true, "A", 0, 0), partner(false, "B", 0, 0) };
	struct frame_partner most[] = { partner(true, "A", 900000000000, 0), partner(false, "B", 900000000000, 0) };

	CHECK_INT(frame_by_demand(MONEY_NOK(100000), two, 2, 0).ore, MONEY_NOK(66666).ore);
	CHECK_INT(frame_by_demand(MONEY_NOK(100000), two, 2, 1).ore, MONEY_NOK(33333).ore);
	CHECK_INT(frame_by_demand(MONEY_NOK(100000), none, 2, 0).ore, 0);
	CHECK_INT(frame_by_demand(MONEY_NOK(1000000000000), most, 2, 1).ore, MONEY_NOK(500000000000).ore);
	CHECK_INT(frame_by_demand(MONEY_NOK(100000), two, 1, 0).ore, MONEY_NOK(100000).ore);
}

TEST(those_who_share_are_told)
{
	struct frame_partner three[] = { partner(false, "A", 200000, 50000), partner(true, "B", 100000, 0),
		partner(false, "C", 100000, 0) };

	CHECK_TEXT(shared_frame_text(arena, MONEY_NOK(100000), three, 3, LANG_NB),
	    "Rammen er felles med «A» (søkt om " KR("200") ", " KR("50") " på låste lister) og «C» (søkt om " KR(
		"100") ", 0" NBSP "kr på låste lister). Her er det søkt om " KR("100") ". Delt etter det er søkt om, "
										       "blir det " KR("25") " her.");
	CHECK_TEXT(shared_frame_names(arena, three, 3, LANG_NN), "«A» og «C»");
	three[1].applied = MONEY_ZERO;
	CHECK_TEXT(shared_frame_text(arena, MONEY_NOK(100000), three, 2, LANG_NB),
	    "Rammen er felles med «A» (søkt om " KR("200") ", " KR("50") " på låste lister).");
	CHECK_TEXT(shared_frame_text(arena, MONEY_NOK(100000), &three[1], 1, LANG_NB), "");
	CHECK_TEXT(shared_frame_names(arena, &three[1], 1, LANG_NB), "");
}

ARENA_TESTS(UNIT(demand_splits_a_frame_to_the_krone), UNIT(those_who_share_are_told))
