/* scheme_compile_test.c — the compiled form holds what the document says, is named by its content, and hostile
 * documents are refused in good time. */
#include "scheme_fixture.h"

#include <time.h>

#include "scheme/expr.h"
#include "scheme/scheme_compile.h"

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new(0);
	return (crypto_start() == OK ? 0 : -1);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static const char *
small(void)
{
	return (fixture_file(arena, "tests/fixtures/scheme/small.xml"));
}

static const struct scheme *
must_compile(const char *xml)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *scheme = NULL;

	if (scheme_compile(&scheme, &messages, arena, "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", scheme_message_line(&messages, 0));
	return (scheme);
}

TEST(what_is_written_is_what_is_compiled)
{
	const struct scheme *s = must_compile(small());

	CHECK_TEXT(s->id, "en-ordning");
	CHECK(s->area == AREA_CULTURE && s->source == NULL && s->years == 1 && s->state_aid.basis == NULL);
	CHECK_TEXT(lang_pick(&s->target_group, LANG_EN), "Everyone");
	CHECK(s->n_goals == 1 && !s->goals[0].optional && s->goals[0].tag == NULL);
	CHECK(s->n_applicants == 2 && s->applicants[0].n_requires == 1 && s->applicants[0].may_appeal);
	CHECK(!s->applicants[1].may_appeal && s->applicants[1].n_requires == 0);
	CHECK(s->n_rules == 2 && s->rules[0].severity == RULE_KNOCK_OUT && s->rules[0].outcome == RULE_DISMISSAL);
	CHECK(s->rules[0].test != NULL && s->rules[0].line == 16 && s->rules[1].test == NULL);
	CHECK(s->rules[1].severity == RULE_WARNING);
	CHECK(s->method == CRITERIA_WEIGHTED && s->scale_min == 1 && s->scale_max == 6 && s->n_criteria == 2);
	CHECK(s->criteria[0].weight == 60 && s->criteria[0].anchors[0].mark == 6 && s->criteria[1].internal);
	CHECK_TEXT(s->criteria[1].tag, "integration");
	CHECK(s->distribution == DISTRIBUTION_RANKED);
	CHECK(s->n_levels == 2 && s->levels[0].up_to.ore == 5000000 && s->levels[0].body == NULL);
	CHECK_TEXT(scheme_level(s, MONEY_NOK(50000))->body == NULL ? "leader" : "body", "leader");
	CHECK_TEXT(scheme_level(s, MONEY_NOK(50001))->body, "hovedutvalg");
	CHECK(s->n_payment == 2 && s->payment[0].share == 7500 && s->after.report.months_after_end == 3);
	CHECK(s->n_laws == 1 && s->n_terms == 0);
}

TEST(amounts_are_exact)
{
	const struct scheme_amount *a = &must_compile(small())->amount;

	CHECK(a->min_applied.ore == 1000000 && strcmp(a->min_rule, "minst") == 0);
	CHECK(a->n_max == 2 && a->max[0].sum.ore == 10000000 && a->max[0].share == -1);
	CHECK(a->max[1].sum.ore == -1 && a->max[1].share == 7500 && a->max[1].of == SHARE_OF_COSTS);
	CHECK(a->n_own_shares == 1 && a->own_shares[0].share == 2500 && a->own_work_rate.ore == 30000 &&
	      a->n_own_works == 1 && a->own_works[0].share == 2550);
	CHECK(a->award_floor == 3333);
}

TEST(tie_breaks_keep_their_order)
{
	const struct scheme *s = must_compile(small());

	CHECK(s->n_tie_breaks == 0 && s->draw_seed == NULL);
	s = must_compile(fixture_swap(arena, small(), "<nb>Bredde</nb><nn>Breidd</nn></criterion>",
	    "<nb>Bredde</nb><nn>Breidd</nn></criterion><tie-break by=\"submitted\" order=\"ascending\"/>"
	    "<tie-break by=\"municipalities\" order=\"descending\"/><tie-break by=\"draw\" seed=\"Vår 2026\"/>"));
	CHECK_INT(s->n_tie_breaks, 3);
	CHECK(s->tie_breaks[0].key == RANK_SUBMITTED && !s->tie_breaks[0].descending);
	CHECK(s->tie_breaks[1].key == RANK_MUNICIPALITIES && s->tie_breaks[1].descending);
	CHECK(s->tie_breaks[2].key == RANK_DRAW);
	CHECK_TEXT(s->draw_seed, "Vår 2026");
}

TEST(sums_rates_and_steps_are_read)
{
	const struct scheme_amount *a = &must_compile(
	    fixture_swap(arena, small(), "<max nok=\"100000\"/>",
		"<levels><level nok=\"50000\"/><level nok=\"60000\" when=\"unge = 'yes'\"/></levels>"
		"<unit-rate nok=\"300\" per=\"2\" count=\"antall\"><nb>hode</nb><nn>hovud</nn></unit-rate>"))
					     ->amount;

	CHECK(a->levels && a->n_sums == 2 && a->sums[1].sum.ore == 6000000 && a->step.ore == 0);
	CHECK(a->sums[0].when == NULL && a->sums[1].when != NULL);
	CHECK(a->n_rates == 1 && a->rates[0].sum.ore == 30000 && a->rates[0].per == 2 && a->rates[0].count != NULL);
	CHECK_TEXT(lang_pick(&a->rates[0].unit, LANG_NN), "hovud");
	a = &must_compile(
	    fixture_swap(arena, small(), "<max nok=\"100000\"/>", "<max nok=\"100000\"/><step nok=\"1000\"/>"))
		 ->amount;
	CHECK(!a->levels && a->n_sums == 0 && a->n_rates == 0 && a->step.ore == 100000);
}

TEST(fields_are_found_by_id_type_and_role)
{
	const struct scheme *s = must_compile(small());
	const struct scheme_field *f;

	CHECK(scheme_field(s, "tittel") == scheme_field_of_role(s, FIELD_ROLE_TITLE));
	CHECK(scheme_field(s, "nei") == NULL && scheme_field_of_role(s, FIELD_ROLE_SUMMARY) == NULL);
	CHECK(scheme_field_of_type(s, FIELD_ACCOUNT) == NULL);
	f = scheme_field(s, "tittel");
	CHECK(f->max_length == 80 && f->uses == USE_CASE && f->line == 37);
	f = scheme_field(s, "unge");
	CHECK(f->uses == (USE_CRITERION | USE_STATISTICS) && strcmp(f->use_criterion, "bredde") == 0);
	f = scheme_field(s, "antall");
	CHECK(f->min == 1 && f->max == 10 && f->constraint != NULL && f->required == NULL);
	f = scheme_field(s, "kunstart");
	CHECK(f->n_options == 2 && strcmp(f->options[1].code, "film") == 0 && f->relevant != NULL && f->min > f->max);
	f = scheme_field_of_type(s, FIELD_FINANCING);
	CHECK(strcmp(f->balances, "kostnader") == 0 && f->max_rows == 50);
	CHECK(scheme_field_of_type(s, FIELD_COSTS)->max_rows == 20);
	f = scheme_field(s, "vedlegg");
	CHECK(f->kinds == (ATTACH_PDF | ATTACH_IMAGE) && f->max_mb == 5);
	CHECK(scheme_section(s, "penger") == &s->sections[1] && scheme_section(s, "x") == NULL);
	CHECK(scheme_goal(s, "deltakere") != NULL && scheme_criterion(s, "bredde") != NULL);
	CHECK(scheme_rule(s, "minst") == &s->rules[0] && scheme_applicant(s, APPLICANT_PERSON) == NULL);
	CHECK(scheme_applicant(s, APPLICANT_MUNICIPALITY) == &s->applicants[1]);
}

TEST(tests_are_kept_for_whoever_runs_them)
{
	const struct scheme *s = must_compile(small());

	CHECK_INT(s->n_tests, 2);
	CHECK(s->tests[0].eligible && s->tests[0].max_award.ore == 2000000 && s->tests[0].n_given == 2);
	CHECK_TEXT(s->tests[0].given[0].name, "applied");
	CHECK(!s->tests[1].eligible && s->tests[1].has_outcome && s->tests[1].outcome == RULE_DISMISSAL);
	CHECK_TEXT(s->tests[1].because, "minst");
	CHECK_TEXT(s->tests[1].given[1].name, "unge");
	CHECK_TEXT(s->tests[1].given[1].value, "yes");
	CHECK(s->tests[1].max_award.ore < 0);
}

/* ------------------------------------------------------------------------------------------ the name of a version */

static const char *
canonical(const char *xml)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	char *out = NULL;

	CHECK(scheme_canonical(&out, &messages, arena, "t.xml", xml, strlen(xml)) == OK);
	return (out);
}

TEST(a_version_is_named_by_its_content_alone)
{
	const char *xml = small(), *hash = must_compile(xml)->version_hash, *form = canonical(xml);
	static const char *const same[][2] = {
		{ "<!-- The smallest scheme", "<!-- Another comment" },
		{ "<nb>Kort</nb>", "<nb>\n   Kort\r\n </nb>" },
		{ "id=\"en-ordning\" field=\"kultur\"", "field='kultur'\n  id='en-ordning'" },
		{ "<nb>Kort</nb>", "<nb>K&#111;rt</nb>" },
		{ "<nb>Formål</nb>", "<nb>Forma\xcc\x8al</nb>" }, /* the same letter in two code points */
		{ "<distribution kind=\"ranked\"/>", "\n\n<distribution kind=\"ranked\"></distribution>" },
	};
	static const char *const other[][2] = {
		{ "<nb>Kort</nb>", "<nb>Lang</nb>" },
		{ "nok=\"100000\"", "nok=\"100001\"" },
		{ "<nb>Kort</nb>", "<nb>Kort\n\nog</nb>" },
	};

	CHECK_TEXT(crypto_sha256(arena, form, strlen(form)), hash);
	CHECK_TEXT(canonical(form), form);
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		CHECK_TEXT(must_compile(fixture_swap(arena, xml, same[i][0], same[i][1]))->version_hash, hash);
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		CHECK(
		    strcmp(must_compile(fixture_swap(arena, xml, other[i][0], other[i][1]))->version_hash, hash) != 0);
}

TEST(paragraphs_stay_and_other_white_space_goes)
{
	const struct scheme *s = must_compile(
	    fixture_swap(arena, small(), "<nb>Kort</nb>", "<nb>\n  Første\n  linje.\n\n  \n  Andre.\t Slutt\n</nb>"));

	CHECK_TEXT(s->summary.in[LANG_NB], "Første linje.\n\nAndre. Slutt");
}

/* ------------------------------------------------------------------------------------------ hostile documents */

static void
refused(const char *xml, size_t len, const char *with)
{
	const char *got = fixture_messages(arena, xml, len, LANG_NB);

	if (strstr(got, with) == NULL)
		fail_msg("expected %s, got %s", with, got);
}

#define REFUSED(xml, with) refused((xml), strlen(xml), (with))

TEST(hostile_xml_is_refused)
{
	REFUSED("", "0: dokumentet er tomt; skriv det");
	REFUSED("<scheme/>", "1: <scheme> er ikke i dokumentets navnerom; skriv xmlns=");
	REFUSED("<scheme xmlns=\"urn:other\"/>", "1: <scheme> er ikke i dokumentets navnerom; skriv xmlns=");
	REFUSED("<form xmlns=\"urn:tilskudd:scheme:1\"/>", "1: ytterste element er <form>; det må være <scheme>");
	REFUSED("<!DOCTYPE scheme [<!ENTITY a \"b\">]><scheme xmlns=\"urn:tilskudd:scheme:1\">&a;</scheme>",
	    "1: DOCTYPE er ikke tillatt");
	REFUSED("<!DOCTYPE scheme SYSTEM \"http://127.0.0.1/x.dtd\"><scheme xmlns=\"urn:tilskudd:scheme:1\"/>",
	    "1: DOCTYPE er ikke tillatt");
	REFUSED("<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
		"<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><scheme xmlns=\"urn:tilskudd:scheme:1\">&c;</scheme>",
	    "1: DOCTYPE er ikke tillatt");
	REFUSED("<scheme xmlns=\"urn:tilskudd:scheme:1\">&a;</scheme>", "1: entiteten &a; er ikke tillatt");
	refused("<scheme xmlns=\"urn:tilskudd:scheme:1\">\xff\xfe</scheme>",
	    strlen("<scheme xmlns=\"urn:tilskudd:scheme:1\">\xff\xfe</scheme>"), "1: dokumentet er ikke i UTF-8");
	refused("<scheme xmlns=\"urn:tilskudd:scheme:1\"\0/>",
	    sizeof("<scheme xmlns=\"urn:tilskudd:scheme:1\"\0/>") - 1, "1: <scheme> er ikke skrevet slik XML må være");
}

/* head, then piece n times, then tail. */
static const char *
repeated(const char *head, const char *piece, int n, const char *tail)
{
	struct buf out = buf_new(arena);

	buf_puts(&out, head);
	for (int i = 0; i < n; i++)
		buf_puts(&out, piece);
	buf_puts(&out, tail);
	return (buf_text(&out));
}

TEST(deep_and_huge_documents_are_refused)
{
	const char *open = "<scheme xmlns=\"urn:tilskudd:scheme:1\">";

	REFUSED(repeated(open, "<a>", 5000, ""), "1: elementene ligger mer enn 64 nivåer inni hverandre");
	REFUSED(repeated(open, "                                ", 40000, "</scheme>"),
	    "dokumentet er større enn 1024 kB; del det opp eller ta bort tekst");
	REFUSED(repeated(open, "<x/>", 200000, "</scheme>"), "<x> kan ikke stå i <scheme>");
}

/* A machine that is slow under the sanitizers still does these in well under the second we allow. */
static void
in_good_time(const char *xml, const char *with)
{
	struct timespec start, end;
	double seconds;

	clock_gettime(CLOCK_MONOTONIC, &start);
	REFUSED(xml, with);
	clock_gettime(CLOCK_MONOTONIC, &end);
	seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
	if (seconds > 5)
		fail_msg("%s took %.1f s", with, seconds);
}

TEST(what_would_take_for_ever_is_refused_in_good_time)
{
	const char *rule =
	    "<rule id=\"r\" kind=\"warning\" test=\"aplied > 1 and aplied > 2\"><reason><nb>n</nb><nn>n</nn></reason>"
	    "</rule>";
	const char *field = "<yes-no id=\"f\"><nb>n</nb><nn>n</nn><why use=\"case\"/></yes-no>";
	const char *parentheses = repeated("test=\"", "(", 1500, "\"");

	in_good_time(fixture_swap(arena, small(), "<rule", repeated("", rule, 498, "<rule")), "heter «aplied»");
	in_good_time(fixture_swap(arena, small(), "<rule", repeated("", rule, 6000, "<rule")),
	    "<eligibility> har flere enn 500 <rule>; ta bort noen");
	in_good_time(
	    fixture_swap(arena, small(), "<yes-no", repeated("", field, 493, "<yes-no")), "flere enn 500 felt");
	in_good_time(fixture_swap(arena, small(), "test=\"applied >= 10000\"", parentheses), "for mange nivåer");
	in_good_time(
	    fixture_swap(arena, small(), "test=\"applied >= 10000\"", repeated("test=\"1", " + 1", 400, " = 2\"")),
	    "for mange ledd");
	in_good_time(fixture_swap(arena, small(), "test=\"applied >= 10000\"", repeated("test=\"", "a", 3000, "\"")),
	    "uttrykket er lengre enn 2000 tegn; del regelen opp");
}

TEST(messages_are_counted_and_cut)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const char *xml = repeated("<scheme xmlns=\"urn:tilskudd:scheme:1\">", "<x/>", 300, "</scheme>");
	const struct scheme *scheme = NULL;

	CHECK(scheme_compile(&scheme, &messages, arena, "mappe/t.xml", xml, strlen(xml)) == ERR_INVALID);
	CHECK_INT(messages.n, SCHEME_MAX_MESSAGES);
	CHECK(messages.more && scheme == NULL);
	CHECK(strncmp(scheme_message_line(&messages, 0), "mappe/t.xml:1: <", 16) == 0);
}

/* A request's arena that is too small ends the work, not the process, and nothing is left behind. */
static enum status
compile_in(void *object)
{
	struct arena *little = object;
	struct scheme_messages messages = scheme_messages_new(little, LANG_NB);
	const struct scheme *scheme;
	const char *xml = small();

	return (scheme_compile(&scheme, &messages, little, "t.xml", xml, strlen(xml)));
}

TEST(too_little_memory_ends_the_work_and_leaks_nothing)
{
	struct arena *little = arena_new(6000);

	CHECK(arena_guard(little, compile_in, little) == ERR_LIMIT);
	arena_free(little);
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

UNIT_MAIN(WITH_ARENA(what_is_written_is_what_is_compiled), WITH_ARENA(amounts_are_exact),
    WITH_ARENA(tie_breaks_keep_their_order), WITH_ARENA(sums_rates_and_steps_are_read),
    WITH_ARENA(fields_are_found_by_id_type_and_role), WITH_ARENA(tests_are_kept_for_whoever_runs_them),
    WITH_ARENA(a_version_is_named_by_its_content_alone), WITH_ARENA(paragraphs_stay_and_other_white_space_goes),
    WITH_ARENA(hostile_xml_is_refused), WITH_ARENA(deep_and_huge_documents_are_refused),
    WITH_ARENA(what_would_take_for_ever_is_refused_in_good_time), WITH_ARENA(messages_are_counted_and_cut),
    WITH_ARENA(too_little_memory_ends_the_work_and_leaks_nothing))
