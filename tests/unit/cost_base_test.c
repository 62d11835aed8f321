/* cost_base_test.c — costs by type: what counts, what each type gives, what is left when it cost less, what is kept. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/cost_base.h"
#include "domain/kept_figures.h"

#define NBSP "\u00a0"

static struct scheme_option types[] = {
	{ "opplaering", TXT("Opplæring") },
	{ "reise", TXT("Reise") },
	{ "adm", TXT("Administrasjon") },
};
static const char *travel[] = { "reise", "adm" };
static const char *training[] = { "opplaering" };
static const struct scheme_cost_types all = { NULL, 0 };

/* 60 000 kr of training, 30 000 of travel, 10 000 of administration, and 100 000 applied for. */
static struct fixture *
typed(void)
{
	static const char *const given[][2] = { { "kostnader.0.type", "opplaering" }, { "kostnader.0.cash", "60000" },
		{ "kostnader.1.type", "reise" }, { "kostnader.1.cash", "30000" }, { "kostnader.2.type", "adm" },
		{ "kostnader.2.cash", "10000" }, { "sum", "100000" } };
	struct fixture *f = fixture_new(arena);

	f->answers = answers_new(arena);
	for (size_t i = 0; i < COUNT_OF(given); i++)
		answers_set(f->answers, given[i][0], given[i][1]);
	f->okonomi[F_COSTS].options = types;
	f->okonomi[F_COSTS].n_options = 3;
	f->scheme.amount.n_max = 0;
	return (f);
}

static struct rule_view *
view_of(struct fixture *f)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));

	rule_view_init(view, arena, &f->scheme, f->answers, &f->facts);
	return (view);
}

static struct cost_base
base_of(struct fixture *f)
{
	struct cost_base base;

	cost_base_of(&base, view_of(f), LANG_NB);
	return (base);
}

static struct amount_limit
limit_of(struct fixture *f)
{
	struct amount_limit limit;

	amount_limit_of(&limit, view_of(f), LANG_NB);
	return (limit);
}

static void
sub_cap(struct fixture *f, const char **codes, size_t n, share_bp most, int64_t most_nok, share_bp least)
{
	f->scheme.amount.sub_caps = arena_alloc(arena, sizeof(*f->scheme.amount.sub_caps));
	f->scheme.amount.sub_caps[0] = (struct scheme_sub_cap){ .types = { codes, n },
		.max_share = most,
		.max_sum = most_nok < 0 ? (money){ -1 } : MONEY_NOK(most_nok),
		.min_share = least };
	f->scheme.amount.n_sub_caps = 1;
}

TEST(without_rules_everything_counts)
{
	struct cost_base base = base_of(typed());
	struct scheme_cost_types some = { travel, 2 };

	CHECK_INT(base.n_cuts, 0);
	CHECK_INT(cost_base_sum(&base, &all, false).ore, 10000000);
	CHECK_INT(cost_base_sum(&base, &some, false).ore, 4000000);
}

TEST(types_count_up_to_their_share_of_the_plan)
{
	struct fixture *f = typed();
	struct cost_base base;

	sub_cap(f, travel, 2, 1000, -1, -1);
	base = base_of(f);
	CHECK_INT(base.n_cuts, 1);
	CHECK_INT(base.cuts[0].sum.ore, 3000000);
	CHECK_TEXT(base.cuts[0].text, "Reise og Administrasjon teller med høyst 10" NBSP "% av kostnadene: 10" NBSP
				      "000" NBSP "kr av 40" NBSP "000" NBSP "kr.");
	CHECK_INT(cost_base_sum(&base, &all, false).ore, 7000000);
	CHECK_INT(base.parts[2].cash.ore, 750000); /* both are cut alike */
	CHECK_INT(base.parts[3].cash.ore, 250000);
	sub_cap(f, travel, 2, 4000, -1, -1); /* exactly the limit */
	CHECK_INT(base_of(f).n_cuts, 0);
	sub_cap(f, travel, 2, 4000, 39999, -1);
	base = base_of(f);
	CHECK_INT(base.cuts[0].sum.ore, 100);
}

TEST(what_must_be_a_share_of_it_bounds_the_rest)
{
	struct fixture *f = typed();
	struct cost_base base;

	sub_cap(f, training, 1, -1, -1, 6000);
	CHECK_INT(base_of(f).n_cuts, 0); /* 60 of 100 is exactly enough */
	sub_cap(f, training, 1, -1, -1, 7500);
	base = base_of(f);
	CHECK_INT(cost_base_sum(&base, &all, false).ore, 8000000);
	CHECK_TEXT(base.cuts[0].text,
	    "Opplæring skal være minst 75" NBSP "% av kostnadene og er 60" NBSP "000" NBSP
	    "kr. Da teller kostnader på høyst 80" NBSP "000" NBSP "kr av 100" NBSP "000" NBSP "kr.");
	answers_set(f->answers, "kostnader.0.cash", "0");
	base = base_of(f);
	CHECK_INT(cost_base_sum(&base, &all, false).ore, 0);
}

TEST(own_work_is_cut_alike_in_all_types)
{
	struct fixture *f = typed();
	struct cost_base base;

	answers_set(f->answers, "kostnader.0.own", "10000");
	answers_set(f->answers, "kostnader.1.own", "30000");
	fixture_own_work(f, 1000); /* of a financing that is the sum applied for */
	base = base_of(f);
	CHECK_INT(base.cuts[0].sum.ore, 3000000);
	CHECK(base.cuts[0].own_work);
	CHECK_INT(base.parts[1].own.ore, 250000);
	CHECK_INT(base.parts[2].own.ore, 750000);
}

TEST(each_type_gives_its_share)
{
	struct scheme_cost_share shares[] = {
		{ .types = { training, 1 }, .share = 5000, .sum = { -1 } },
		{ .types = { travel, 1 }, .share = 3333, .sum = MONEY_NOK(9000) },
	};
	struct fixture *f = typed();
	struct amount_limit limit;

	f->scheme.amount.cost_shares = shares;
	f->scheme.amount.n_cost_shares = 2;
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 3900000); /* 30 000 and 9 000; administration gives nothing */
	CHECK_INT(limit.firm.ore, 10000000);
	CHECK_TEXT(limit.steps[1].text,
	    "50" NBSP "% av Opplæring 60" NBSP "000" NBSP "kr + 33,33" NBSP "% av Reise 30" NBSP "000" NBSP
	    "kr, høyst 9" NBSP "000" NBSP "kr = 39" NBSP "000" NBSP "kr");
	shares[1].sum = MONEY_NOK(10000);
	CHECK_INT(limit_of(f).max.ore, 3999900);
	/* Own work is a cost, unless the share is of what is paid in money. */
	answers_set(f->answers, "kostnader.0.own", "20000");
	CHECK_INT(limit_of(f).max.ore, 4999900);
	shares[0].of = SHARE_OF_CASH_COSTS;
	CHECK_INT(limit_of(f).max.ore, 3999900);
}

TEST(a_cap_may_be_of_some_types_or_for_each_of_something)
{
	struct fixture *f = typed();

	f->caps[0] = (struct scheme_cap){ .sum = { -1 }, .share = 5000, .types = { travel, 2 } };
	f->scheme.amount.n_max = 1;
	CHECK_INT(limit_of(f).max.ore, 2000000);
	f->caps[0] = (struct scheme_cap){ .sum = MONEY_NOK(45),
		.share = -1,
		.for_each = fixture_expr(arena, "t:figure('innbyggere-67')"),
		.firm = true };
	CHECK_INT(limit_of(f).max.ore, 0); /* a figure nobody has given allows nothing */
	f->facts.figures = (struct known_figure[]){ { "innbyggere-67", "1234" } };
	f->facts.n_figures = 1;
	CHECK_INT(limit_of(f).max.ore, 5553000);
	CHECK_INT(limit_of(f).firm.ore, 5553000);
}

TEST(a_lower_final_cost_is_told_as_the_scheme_says)
{
	CHECK_TEXT(final_cost_text(FINAL_COST_UNSAID, LANG_NB), "");
	CHECK_TEXT(final_cost_text(FINAL_COST_PROPORTIONAL, LANG_NB),
	    "Blir kostnadene lavere enn i søknaden, blir tilskuddet satt ned med samme prosent.");
	CHECK(strstr(final_cost_text(FINAL_COST_SHARE, LANG_NB), "grensene i ordningen") != NULL);
	CHECK(strstr(final_cost_text(FINAL_COST_NONE, LANG_NB), "beholder dere tilskuddet") != NULL);
}

TEST(what_is_kept_is_read_back)
{
	static struct scheme_rung rungs[] = { { .id = "en" }, { .id = "to" } };
	static struct scheme_earmark earmarks[] = { { .id = "unge", .share = 1000, .sum = { -1 } } };
	struct ranking_tie_break ties[] = { { .key = RANK_SUBMITTED }, { .key = RANK_NUMBER } };
	struct fixture *f = typed();
	struct kept_figures kept, back;
	struct kept_figure *rows;
	size_t n;

	rungs[0].when = fixture_expr(arena, "applied > 200000");
	earmarks[0].when = fixture_expr(arena, "applied > 1000");
	ties[1].value = fixture_expr(arena, "applied div 3");
	f->scheme.rungs = rungs;
	f->scheme.n_rungs = 2;
	f->scheme.sharing.earmarks = earmarks;
	f->scheme.sharing.n_earmarks = 1;
	f->scheme.tie_breaks = ties;
	f->scheme.n_tie_breaks = 2;
	f->criteria[2] = (struct scheme_criterion){ .id = "spredt",
		.kind = CRITERION_PORTFOLIO,
		.spread = SPREAD_APPLICANT,
		.min_mark = -1,
		.name = TXT("Spredt") };
	kept_figures_of(&kept, view_of(f));
	CHECK_TEXT(kept.rung, "to");
	CHECK_TEXT(kept.earmark, "unge");
	CHECK_INT(kept.ties[1].micro, INT64_C(33333333333));
	n = kept_figures_rows(&rows, arena, &f->scheme, &kept);
	back = kept_figures_none(arena, &f->scheme);
	for (size_t i = 0; i < n; i++)
		kept_figures_read(&back, arena, &f->scheme, &rows[i]);
	kept_figures_read(&back, arena, &f->scheme, &(struct kept_figure){ "tie.99", "1" });
	CHECK(back.bounds.known && back.bounds.asked && back.bounds.max.ore == kept.bounds.max.ore);
	CHECK_INT(back.bounds.firm.ore, kept.bounds.firm.ore);
	CHECK_TEXT(back.rung, "to");
	CHECK(!back.ties[0].known && back.ties[1].known && back.ties[1].micro == kept.ties[1].micro);
	CHECK_TEXT(back.spreads[2], "voluntary");
}

UNIT_MAIN(WITH_ARENA(without_rules_everything_counts), WITH_ARENA(types_count_up_to_their_share_of_the_plan),
    WITH_ARENA(what_must_be_a_share_of_it_bounds_the_rest), WITH_ARENA(own_work_is_cut_alike_in_all_types),
    WITH_ARENA(each_type_gives_its_share), WITH_ARENA(a_cap_may_be_of_some_types_or_for_each_of_something),
    WITH_ARENA(a_lower_final_cost_is_told_as_the_scheme_says), WITH_ARENA(what_is_kept_is_read_back))
