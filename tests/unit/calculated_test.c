/* calculated_test.c — answers that are worked out: rounded, in rows, built on each other, and never somebody's own. */
#include "scheme_fixture.h"

#include "check.h"
#include "domain/calculated.h"
#include "domain/expr_answers.h"
#include "scheme/scheme_read.h"

struct fixture {
	struct arena *arena;
	const struct scheme *scheme;
	struct answers *answers;
	struct application_facts facts;
};

static void
setup(struct fixture *f)
{
	struct scheme_messages messages;
	const char *xml;

	CHECK(crypto_start() == OK);
	f->arena = arena_new(0);
	messages = scheme_messages_new(f->arena, LANG_NB);
	xml = fixture_file(f->arena, "tests/fixtures/scheme/fields.xml");
	CHECK(scheme_compile(&f->scheme, &messages, f->arena, "fields.xml", xml, strlen(xml)) == OK);
	f->answers = answers_new(f->arena);
	f->facts = (struct application_facts){ .today = { 2026, 3, 1 } };
}

static size_t
fill(struct fixture *f)
{
	const char **changed;

	return (calculated_fill(&changed, f->answers, f->scheme, &f->facts));
}

#define IS(path, value) CHECK_TEXT(answers_get(f.answers, path), value)
#define SET(path, value) answers_set(f.answers, path, value)

TEST(a_calculated_answer_follows_the_others)
{
	struct fixture f;

	setup(&f);
	CHECK_INT(fill(&f), 0);
	SET("aktiviteter.a.hva", "Kurs");
	SET("aktiviteter.a.kostnad", "10000");
	SET("aktiviteter.a.deltakere", "3");
	SET("aktiviteter.b.kostnad", "5000");
	SET("periode.start", "2026-04-01");
	SET("periode.end", "2026-05-01");
	CHECK_INT(fill(&f), 4);
	IS("i-alt", "15000");
	IS("mest", "15000");
	IS("senest", "2026-07-30");
	IS("aktiviteter.a.per-deltaker", "3333");
	IS("aktiviteter.b.per-deltaker", "");
	CHECK_INT(fill(&f), 0);
	/* Half a krone is rounded up. */
	SET("aktiviteter.a.deltakere", "4000");
	CHECK_INT(fill(&f), 1);
	IS("aktiviteter.a.per-deltaker", "3");
	/* What isn't asked for any more is emptied, and what builds on it sees nothing. */
	SET("aktiviteter.a.kostnad", "");
	CHECK_INT(fill(&f), 3);
	IS("i-alt", "5000");
	IS("mest", "");
	IS("aktiviteter.a.per-deltaker", "");
	arena_free(f.arena);
}

TEST(what_is_written_in_its_place_counts_for_nothing)
{
	struct fixture f;
	struct rule_view view;
	struct expr_value value;

	setup(&f);
	SET("i-alt", "99");
	SET("aktiviteter.a.kostnad", "700");
	rule_view_init(&view, f.arena, f.scheme, f.answers, &f.facts);
	value = view.env.lookup(&view, "i-alt");
	CHECK(value.type == EXPR_NUMBER && value.number == 700 * EXPR_ONE);
	CHECK_INT(view.env.count(&view, "i-alt"), 1);
	CHECK_INT(fill(&f), 1);
	IS("i-alt", "700");
	CHECK(calculated_path(f.scheme, "i-alt") && calculated_path(f.scheme, "aktiviteter.a.per-deltaker"));
	CHECK(!calculated_path(f.scheme, "aktiviteter.a.kostnad") && !calculated_path(f.scheme, "finnes-ikke"));
	arena_free(f.arena);
}

TEST(a_sum_of_nothing_keeps_no_row)
{
	struct fixture f;

	setup(&f);
	SET("aktiviteter.a.per-deltaker", "12");
	CHECK_INT(fill(&f), 1);
	IS("aktiviteter.a.per-deltaker", "");
	arena_free(f.arena);
}

UNIT_MAIN(UNIT(a_calculated_answer_follows_the_others), UNIT(what_is_written_in_its_place_counts_for_nothing),
    UNIT(a_sum_of_nothing_keeps_no_row))
