/* earmark_test.c — what is kept for some is not the others' to take, to the krone. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/earmark.h"

#define NBSP "\u00a0"

static struct scheme_earmark earmarks[] = {
	{ .id = "unge", .name = TXT("Unge"), .share = 7000, .sum = { -1 } },
	{ .id = "nye", .name = TXT("Nye"), .share = -1, .sum = MONEY_NOK(1000), .unused_to_others = true },
};

static struct earmark_uses
uses(const struct earmark_claim *claims, size_t n)
{
	struct fixture *f = fixture_new(arena);
	struct earmark_uses out;

	f->scheme.sharing.earmarks = earmarks;
	f->scheme.sharing.n_earmarks = 2;
	earmark_uses_of(&out, arena, &f->scheme, MONEY_NOK(10000), claims, n);
	return (out);
}

TEST(what_is_not_used_stays_kept)
{
	struct earmark_claim claims[] = { { "unge", MONEY_NOK(2000) }, { NULL, MONEY_NOK(3000) } };
	struct earmark_uses out = uses(claims, 2);

	CHECK_INT(out.list[0].reserved.ore, 700000);
	CHECK_INT(out.list[0].used.ore, 200000);
	CHECK_INT(out.kept.ore, 500000); /* the new ones' thousand may go to others */
	CHECK_INT(out.over.ore, 0);
	CHECK_TEXT(earmark_use_text(arena, &out.list[0], LANG_NB),
	    "Øremerket: Unge. Holdt av 7" NBSP "000" NBSP "kr, brukt 2" NBSP "000" NBSP "kr, igjen 5" NBSP "000" NBSP
	    "kr.");
	claims[1].sum = MONEY_NOK(3001);
	CHECK_INT(uses(claims, 2).over.ore, 100);
	claims[1].earmark = "nye";
	CHECK_INT(uses(claims, 2).over.ore, 100);
}

TEST(those_it_is_kept_for_may_have_more)
{
	struct earmark_claim claims[] = { { "unge", MONEY_NOK(9000) }, { NULL, MONEY_NOK(1000) } };
	struct earmark_uses out = uses(claims, 2);

	CHECK_INT(out.list[0].left.ore, 0);
	CHECK_INT(out.kept.ore, 0);
	CHECK_INT(out.over.ore, 0);
}

TEST(beyond_the_frame_is_the_frames_to_tell)
{
	struct earmark_claim claims[] = { { NULL, MONEY_NOK(12000) } };

	CHECK_INT(uses(claims, 1).over.ore, 700000);
	claims[0].earmark = "unge";
	CHECK_INT(uses(claims, 1).over.ore, 0);
}

UNIT_MAIN(WITH_ARENA(what_is_not_used_stays_kept), WITH_ARENA(those_it_is_kept_for_may_have_more),
    WITH_ARENA(beyond_the_frame_is_the_frames_to_tell))
