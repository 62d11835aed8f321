/* sharing_test.c — frames shared by formula and alike: exact to the krone, within every limit, the same in any order.
 */
#include "check.h"
#include "domain_fixture.h"

#include "core/buf.h"
#include "domain/sharing.h"

#define NBSP "\u00a0"
#define MOST_CLAIMS 40

/* The scheme for organisations of disabled people: 20 % to the umbrellas, 2 to 1; of the rest 30 % alike, 70 % by
 * members. */
static struct scheme_weight umbrella_parts[] = { { NULL, 2 }, { NULL, 1 } };
static struct scheme_split umbrella_splits[] = {
	{ .share = 10000, .by = SPLIT_PARTS, .weights = umbrella_parts, .n_weights = 2 },
};
static struct scheme_split group_splits[] = {
	{ .share = 3000, .by = SPLIT_EQUAL },
	{ .share = 7000, .by = SPLIT_COUNT, .name = TXT("Etter medlemmer") },
};

struct round {
	struct scheme scheme;
	struct scheme_pot pots[2];
	struct share_claim claims[MOST_CLAIMS];
	struct kept_figures figures[MOST_CLAIMS];
	expr_number counts[MOST_CLAIMS][2];
	size_t n;
	struct sharing_result result;
};

static struct round *
round_new(void)
{
	struct round *r = arena_alloc(arena, sizeof(*r));

	r->pots[0] = (struct scheme_pot){ .id = "paraply",
		.name = TXT("Paraplyene"),
		.share = 2000,
		.max = { -1 },
		.splits = umbrella_splits,
		.n_splits = 1 };
	r->pots[1] = (struct scheme_pot){
		.id = "lag", .name = TXT("Lagene"), .share = 8000, .max = { -1 }, .splits = group_splits, .n_splits = 2
	};
	r->scheme.distribution = DISTRIBUTION_FORMULA;
	r->scheme.sharing = (struct scheme_sharing){ .round = MONEY_NOK(1), .pots = r->pots, .n_pots = 2 };
	return (r);
}

static void
claim(struct round *r, const char *pot, int64_t number)
{
	struct share_claim *c = &r->claims[r->n];

	r->counts[r->n][0] = strcmp(pot, "paraply") == 0 ? number * EXPR_ONE : EXPR_ONE;
	r->counts[r->n][1] = number * EXPR_ONE;
	r->figures[r->n] = (struct kept_figures){ .pot = pot, .counts = r->counts[r->n] };
	*c = (struct share_claim){ .id = (int64_t)r->n + 1,
		.number = arena_printf(arena, "2026-%05zu", r->n + 1),
		.figures = &r->figures[r->n] };
	r->n++;
}

static int64_t
share(struct round *r, int64_t frame_nok)
{
	int64_t sum = 0;

	sharing_of(&r->result, r->claims, r->n, arena, &r->scheme, MONEY_NOK(frame_nok), LANG_NB);
	for (size_t i = 0; i < r->n; i++) {
		CHECK(r->claims[i].sum.ore >= 0);
		sum += r->claims[i].sum.ore;
	}
	CHECK_INT(sum, r->result.given.ore);
	CHECK_INT(r->result.given.ore + r->result.left.ore, r->result.frame.ore);
	CHECK(r->result.left.ore >= 0);
	return (sum);
}

static int64_t
nok(const struct round *r, size_t i)
{
	CHECK_INT(r->claims[i].sum.ore % 100, 0);
	return (r->claims[i].sum.ore / 100);
}

TEST(the_key_of_the_scheme_for_organisations_of_disabled_people)
{
	struct round *r = round_new();

	claim(r, "paraply", 2);
	claim(r, "paraply", 1);
	claim(r, "lag", 100);
	claim(r, "lag", 300);
	CHECK_INT(share(r, 1000000), 100000000);
	CHECK_INT(nok(r, 0), 133333);
	CHECK_INT(nok(r, 1), 66667); /* the larger rest takes the krone */
	CHECK_INT(nok(r, 2), 120000 + 140000);
	CHECK_INT(nok(r, 3), 120000 + 420000);
	CHECK_INT(r->claims[3].n_lines, 3);
	CHECK_TEXT(r->claims[3].lines[0].text, "Lagene: 80" NBSP "% av rammen");
	CHECK_TEXT(r->claims[3].lines[1].text,
	    "Likt til alle: 30" NBSP "% av 800" NBSP "000" NBSP "kr delt på 2 = 120" NBSP "000" NBSP "kr");
	CHECK_TEXT(r->claims[3].lines[2].text,
	    "Etter medlemmer: 70" NBSP "% av 800" NBSP "000" NBSP "kr, 300 av 400 = 420" NBSP "000" NBSP "kr");
	CHECK_INT(r->claims[0].n_lines, 3);
	CHECK_TEXT(r->claims[0].lines[2].text, "Avrundet til hele 1" NBSP "kr: 133" NBSP "333" NBSP "kr");
	CHECK(strstr(r->result.text, "Ingenting står igjen.") != NULL);
}

TEST(the_order_claims_come_in_changes_nothing)
{
	struct round *a = round_new(), *b = round_new();

	for (int i = 0; i < 7; i++)
		claim(a, "lag", 10 + i % 3);
	*b = *a;
	for (size_t i = 0; i < b->n; i++) {
		b->claims[i] = a->claims[b->n - 1 - i];
		b->claims[i].figures = a->claims[b->n - 1 - i].figures;
	}
	b->scheme.sharing.pots = b->pots;
	share(a, 999999);
	share(b, 999999);
	for (size_t i = 0; i < a->n; i++)
		CHECK_INT(a->claims[i].sum.ore, b->claims[b->n - 1 - i].sum.ore);
}

TEST(what_rounding_leaves_goes_where_the_scheme_says)
{
	struct round *r = round_new();

	r->scheme.sharing.round = MONEY_NOK(1000);
	claim(r, "lag", 1);
	claim(r, "lag", 1);
	claim(r, "lag", 1);
	r->pots[1].share = 10000;
	r->pots[0].share = 0;
	share(r, 100000); /* 33 333,33 each */
	CHECK_INT(nok(r, 0), 34000);
	CHECK_INT(nok(r, 1), 33000);
	CHECK_INT(nok(r, 2), 33000);
	CHECK_INT(r->result.left.ore, 0);
	r->counts[1][1] = 4 * EXPR_ONE;
	r->scheme.sharing.remainder = REMAINDER_LARGEST;
	share(r, 100000); /* 21 666, 56 666, 21 666: two steps are left */
	CHECK_INT(nok(r, 0), 21000);
	CHECK_INT(nok(r, 1), 58000);
	r->scheme.sharing.remainder = REMAINDER_LEFT;
	share(r, 100000);
	CHECK_INT(nok(r, 1), 56000);
	CHECK_INT(r->result.left.ore, 200000);
	CHECK(strstr(r->result.text, "2" NBSP "000" NBSP "kr av rammen står igjen.") != NULL);
}

TEST(the_most_anyone_gets_sends_the_rest_to_the_others)
{
	struct round *r = round_new();

	r->pots[1].share = 10000;
	r->pots[0].share = 0;
	r->pots[1].max = MONEY_NOK(50000);
	claim(r, "lag", 800);
	claim(r, "lag", 100);
	claim(r, "lag", 100);
	share(r, 100000);
	CHECK_INT(nok(r, 0), 50000);
	CHECK_INT(nok(r, 1), 25000);
	CHECK_INT(nok(r, 2), 25000);
	CHECK_TEXT(r->claims[0].lines[1].text,
	    "Det meste dere kan få: 50" NBSP "000" NBSP "kr. Resten er delt på de andre etter samme nøkkel.");
	share(r, 200000); /* everyone is at the most */
	CHECK_INT(r->result.given.ore, 15000000);
	CHECK_INT(r->result.left.ore, 5000000);
	share(r, 150000);
	CHECK_INT(r->result.left.ore, 0);
}

TEST(the_least_that_is_given_raises_or_takes_away)
{
	struct round *r = round_new();

	r->pots[1].share = 10000;
	r->pots[0].share = 0;
	r->pots[1].min = MONEY_NOK(20000);
	r->pots[1].below_raised = true;
	claim(r, "lag", 98);
	claim(r, "lag", 1);
	claim(r, "lag", 1);
	share(r, 100000); /* 78 600, 10 700, 10 700 without the least */
	CHECK_INT(nok(r, 0), 60000);
	CHECK_INT(nok(r, 1), 20000);
	CHECK_INT(nok(r, 2), 20000);
	r->pots[1].below_raised = false;
	share(
	    r, 100000); /* the last number goes first, and then the other has more: 15 000 + 707 is still too little */
	CHECK_INT(nok(r, 2), 0);
	CHECK_INT(nok(r, 1), 0);
	CHECK_INT(nok(r, 0), 100000);
	CHECK(strstr(r->claims[2].text, "som er det minste som gis") != NULL);
	r->pots[1].min = MONEY_NOK(10700);
	share(r, 100000);
	CHECK_INT(nok(r, 2), 10700); /* exactly the least is enough */
	r->pots[1].min = MONEY_NOK(10701);
	share(r, 100000);
	CHECK_INT(nok(r, 2), 0);
	CHECK(nok(r, 1) > 10701);
}

TEST(a_pot_without_anyone_stays_or_goes_on)
{
	struct round *r = round_new();

	claim(r, "lag", 5);
	claim(r, "lag", 5);
	share(r, 100000);
	CHECK_INT(r->result.left.ore, 2000000);
	r->pots[0].unused_to_others = true;
	share(r, 100000);
	CHECK_INT(nok(r, 0), 50000);
	CHECK_INT(r->result.left.ore, 0);
	r->pots[1].max = MONEY_NOK(45000);
	r->pots[1].unused_to_others = true;
	share(r, 100000);
	CHECK_INT(nok(r, 0), 45000);
	CHECK_INT(r->result.left.ore, 1000000);
}

TEST(who_belongs_to_no_pot_gets_nothing_and_is_told)
{
	struct round *r = round_new();

	claim(r, "lag", 5);
	claim(r, "lag", 5);
	r->figures[1].pot = NULL;
	share(r, 100000);
	CHECK_INT(nok(r, 0), 80000);
	CHECK_INT(nok(r, 1), 0);
	CHECK_TEXT(r->claims[1].text, "Søknaden hører ikke til noen av pottene rammen deles i, og får ikke noe.");
	r->n = 0;
	share(r, 100000);
	CHECK_INT(r->result.left.ore, 10000000);
}

TEST(a_number_nobody_has_is_shared_with_nobody)
{
	struct round *r = round_new();

	claim(r, "lag", 0);
	claim(r, "lag", 0);
	share(r, 100000);
	CHECK_INT(nok(r, 0), 12000);
	CHECK_INT(r->result.left.ore, 2000000 + 5600000);
}

TEST(everyone_gets_as_much_as_the_others)
{
	struct round *r = round_new();

	r->scheme.distribution = DISTRIBUTION_EVERYONE;
	for (int i = 0; i < 3; i++)
		claim(r, "", 1);
	CHECK_INT(share(r, 100000), 10000000);
	CHECK_INT(nok(r, 0), 33334);
	CHECK_INT(nok(r, 2), 33333);
	CHECK_TEXT(r->claims[0].lines[0].text,
	    "Likt til alle: 100" NBSP "% av 100" NBSP "000" NBSP "kr delt på 3 = 33" NBSP "333,34" NBSP "kr");
}

TEST(everyone_gets_what_the_scheme_gives_or_all_are_cut_alike)
{
	struct round *r = round_new();

	r->scheme.distribution = DISTRIBUTION_EVERYONE;
	r->scheme.sharing.gives_amount = true;
	claim(r, "", 1);
	claim(r, "", 1);
	r->figures[0].bounds = (struct amount_bounds){ .known = true, .max = MONEY_NOK(30000) };
	r->figures[1].bounds = (struct amount_bounds){ .known = true, .max = MONEY_NOK(10000) };
	share(r, 100000);
	CHECK_INT(nok(r, 0), 30000);
	CHECK_INT(nok(r, 1), 10000);
	CHECK_INT(r->result.left.ore, 6000000);
	share(r, 40000);
	CHECK_INT(nok(r, 0), 30000);
	CHECK_INT(r->result.left.ore, 0);
	share(r, 20001);
	CHECK_INT(nok(r, 0), 15001);
	CHECK_INT(nok(r, 1), 5000);
}

/* A number below most, always the same in the same order. */
static uint64_t seed = 1;

static int64_t
below(int64_t most)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return ((int64_t)((seed >> 33) % (uint64_t)most));
}

TEST(whatever_is_claimed_the_sums_are_the_frame_and_no_limit_is_passed)
{
	seed = 20261121;
	for (int times = 0; times < 400; times++) {
		struct round *r = round_new();
		bool limited = times % 3 != 0;
		int64_t frame = below(5000000) + 1, step = times % 5 == 0 ? 10 : 1;

		r->scheme.sharing.round = MONEY_NOK(step);
		r->scheme.sharing.remainder = (enum remainder_rule)(times % 2);
		r->pots[0].unused_to_others = r->pots[1].unused_to_others = true;
		if (limited)
			r->pots[1].max = MONEY_NOK((below(100) + 1) * 1000);
		if (times % 4 == 0) {
			r->pots[1].min = MONEY_NOK(below(1000) + 1);
			r->pots[1].below_raised = times % 8 == 0;
			if (limited && money_cmp(r->pots[1].min, r->pots[1].max) > 0)
				r->pots[1].min = r->pots[1].max;
		}
		for (int64_t i = below(MOST_CLAIMS - 1) + 1; i > 0; i--)
			claim(r, below(4) == 0 ? "paraply" : "lag", below(3000) + 1);
		share(r, frame);
		for (size_t i = 0; i < r->n; i++) {
			CHECK_INT(r->claims[i].sum.ore % MONEY_NOK(step).ore, 0);
			if (limited && strcmp(r->figures[i].pot, "lag") == 0)
				CHECK(money_cmp(r->claims[i].sum, r->pots[1].max) <= 0);
		}
		if (!limited && r->pots[1].min.ore == 0)
			CHECK(r->result.left.ore < MONEY_NOK(step).ore);
	}
}

UNIT_MAIN(WITH_ARENA(the_key_of_the_scheme_for_organisations_of_disabled_people),
    WITH_ARENA(the_order_claims_come_in_changes_nothing), WITH_ARENA(what_rounding_leaves_goes_where_the_scheme_says),
    WITH_ARENA(the_most_anyone_gets_sends_the_rest_to_the_others),
    WITH_ARENA(the_least_that_is_given_raises_or_takes_away), WITH_ARENA(a_pot_without_anyone_stays_or_goes_on),
    WITH_ARENA(who_belongs_to_no_pot_gets_nothing_and_is_told), WITH_ARENA(a_number_nobody_has_is_shared_with_nobody),
    WITH_ARENA(everyone_gets_as_much_as_the_others),
    WITH_ARENA(everyone_gets_what_the_scheme_gives_or_all_are_cut_alike),
    WITH_ARENA(whatever_is_claimed_the_sums_are_the_frame_and_no_limit_is_passed))
