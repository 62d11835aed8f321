/* earmark_test.c — what is kept for some is not the others' to take, to the krone. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/criteria_words.h"
#include "domain/earmark.h"
#include "domain/kept_figures.h"

#define NBSP "\u00a0"

static struct scheme_earmark earmarks[] = {
	{ .id = "unge", .name = TXT("Unge"), .share = 7000, .sum = { -1 } },
	{ .id = "nye", .name = TXT("Nye"), .share = -1, .sum = MONEY_NOK(1000), .unused_to_others = true },
};

/* What the call says of them. */
static const char *said = "";

static struct earmark_uses
uses(const struct earmark_claim *claims, size_t n)
{
	struct fixture *f = fixture_new(arena);
	struct earmark_uses out;

	f->scheme.sharing.earmarks = earmarks;
	f->scheme.sharing.n_earmarks = 2;
	earmark_uses_of(&out, arena, &f->scheme, said, MONEY_NOK(10000), claims, n);
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

/* What the call says goes before what the scheme says, nothing included. */
TEST(a_call_says_how_much_it_keeps)
{
	static const struct {
		const char *said;
		int64_t unge, nye; /* kroner of a frame of 10 000 */
	} rows[] = {
		{ "", 7000, 1000 }, { NULL, 7000, 1000 }, { "unge=5000bp", 5000, 1000 },
		{ "unge=10000bp", 10000, 1000 }, { "unge=1bp", 1, 1000 }, { "unge=0", 0, 1000 },
		{ "nye=0 unge=123400", 1234, 0 }, { "ny=500 nye=200000", 7000, 2000 }, /* "ny" is another */
	};
	struct call_earmark none;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		CHECK_INT(earmark_reserved(&earmarks[0], rows[i].said, MONEY_NOK(10000)).ore, rows[i].unge * 100);
		CHECK_INT(earmark_reserved(&earmarks[1], rows[i].said, MONEY_NOK(10000)).ore, rows[i].nye * 100);
	}
	CHECK(!earmark_said(&none, &earmarks[0], "ung=1 nye=2"));
}

TEST(what_a_call_keeps_is_held)
{
	struct earmark_claim claims[] = { { "unge", MONEY_NOK(1000) }, { NULL, MONEY_NOK(8000) } };

	CHECK_INT(uses(claims, 2).over.ore, 500000);
	said = "unge=200000";
	CHECK_INT(uses(claims, 2).over.ore, 0);
	claims[1].sum = MONEY_NOK(8001);
	CHECK_INT(uses(claims, 2).over.ore, 100);
	said = "unge=0";
	CHECK_INT(uses(claims, 2).over.ore, 0);
	said = "";
}

TEST(an_earmark_without_a_sum_waits_for_the_call)
{
	const struct scheme_earmark later = { .id = "nye", .name = TXT("Nye"), .share = -1, .sum = { -1 } };

	CHECK_INT(earmark_reserved(&later, "", MONEY_NOK(10000)).ore, 0);
	CHECK_INT(earmark_reserved(&later, "nye=2500bp", MONEY_NOK(10000)).ore, 250000);
	CHECK_TEXT(earmark_text(arena, &later, NULL, LANG_NB),
	    "Noe av rammen kan være øremerket, så mye som utlysningen sier: Nye");
	CHECK_TEXT(earmark_text(arena, &later, "", LANG_NB), "");
	CHECK_TEXT(earmark_text(arena, &later, "nye=0", LANG_NB), "");
	CHECK_TEXT(earmark_text(arena, &later, "nye=2500bp", LANG_NN), "25" NBSP "% av ramma er øyremerkt: Nye (nn)");
	CHECK_TEXT(earmark_text(arena, &earmarks[0], "", LANG_NB), "70" NBSP "% av rammen er øremerket: Unge");
}

TEST(what_a_call_says_is_written_and_read)
{
	const struct call_earmark list[] = { { "unge", 3333, { 0 } }, { "nye-lag", -1, MONEY_NOK(4000000) } };
	const char *written = call_earmarks_write(arena, list, 2), *at = written;
	struct call_earmark one;

	CHECK_TEXT(written, "unge=3333bp nye-lag=400000000");
	CHECK(call_earmark_next(&one, arena, &at));
	CHECK_TEXT(one.id, "unge");
	CHECK_INT(one.share, 3333);
	CHECK(call_earmark_next(&one, arena, &at));
	CHECK_TEXT(one.id, "nye-lag");
	CHECK_INT(one.sum.ore, 400000000);
	CHECK(!call_earmark_next(&one, arena, &at));
	CHECK_TEXT(call_earmarks_text(arena, written, LANG_NB),
	    "33,33" NBSP "% til «unge», 4" NBSP "000" NBSP "000" NBSP "kr til «nye-lag»");
	CHECK_TEXT(call_earmarks_text(arena, "", LANG_NB), "");
}

/* The earmark an application counts under. */
static const char *
counts_under(struct fixture *f)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));
	struct kept_figures kept;

	rule_view_init(view, arena, &f->scheme, f->answers, &f->facts);
	kept_figures_of(&kept, view);
	return (kept.earmark == NULL ? "" : kept.earmark);
}

TEST(whom_it_is_for_needs_no_expression)
{
	static const char *codes[] = { "3401", "3403" };
	struct scheme_list list = { .id = "sor", .codes = codes, .n = 2 };
	struct scheme_earmark some[] = { { .id = "a", .share = 1000, .sum = { -1 } } };
	struct fixture *f = fixture_new(arena);

	f->scheme.sharing.earmarks = some;
	f->scheme.sharing.n_earmarks = 1;
	f->scheme.lists = &list;
	f->scheme.n_lists = 1;
	some[0].kinds = 1u << APPLICANT_MUNICIPALITY;
	CHECK_TEXT(counts_under(f), "");
	some[0].kinds |= 1u << APPLICANT_VOLUNTARY;
	CHECK_TEXT(counts_under(f), "a");
	some[0].list = "sor";
	f->facts.in_municipality = "3405";
	CHECK_TEXT(counts_under(f), "");
	f->facts.in_municipality = NULL;
	CHECK_TEXT(counts_under(f), "");
	f->facts.in_municipality = "3403";
	CHECK_TEXT(counts_under(f), "a");
	some[0].tag = "integration";
	CHECK_TEXT(counts_under(f), "");
	answers_set(f->answers, "maltall.innvandrere.number", "0");
	CHECK_TEXT(counts_under(f), "");
	answers_set(f->answers, "maltall.innvandrere.number", "1");
	CHECK_TEXT(counts_under(f), "a");
	some[0].when = fixture_expr(arena, "applied > 40000");
	CHECK_TEXT(counts_under(f), "");
	some[0].when = fixture_expr(arena, "applied >= 40000");
	CHECK_TEXT(counts_under(f), "a");
}

UNIT_MAIN(WITH_ARENA(a_call_says_how_much_it_keeps), WITH_ARENA(what_a_call_keeps_is_held),
    WITH_ARENA(an_earmark_without_a_sum_waits_for_the_call), WITH_ARENA(what_a_call_says_is_written_and_read),
    WITH_ARENA(whom_it_is_for_needs_no_expression), WITH_ARENA(what_is_not_used_stays_kept),
    WITH_ARENA(those_it_is_kept_for_may_have_more), WITH_ARENA(beyond_the_frame_is_the_frames_to_tell))
