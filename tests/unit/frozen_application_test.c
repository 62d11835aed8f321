/* frozen_application_test.c — what is sent is frozen as one document, read back whole, and its figures taken out once.
 */
#include "check.h"
#include "domain_fixture.h"

#include "domain/expr_answers.h"

#include "flow/frozen_application.h"

static struct application
sent_by(struct fixture *f)
{
	return ((struct application){ .lang = LANG_NB,
	    .version_hash = "abc",
	    .scheme = &f->scheme,
	    .organisation = { .orgnr = "999999999",
		.name = "Dans & <dal>",
		.form = "FLI",
		.municipality = "3401",
		.kind = APPLICANT_VOLUNTARY } });
}

static const char *
freeze(struct fixture *f)
{
	static const struct application_file file = { .field = "arsregnskap",
		.file_name = "år \"2026\".pdf",
		.media_type = "application/pdf",
		.sha256 = "00ff",
		.size = 12 };
	struct application application = sent_by(f);

	return (
	    frozen_application_write(arena, &application, "2026-00001", INSTANT_DAY, f->answers, &f->facts, &file, 1));
}

static struct frozen_figures
figures_of(struct fixture *f)
{
	static const char *const county[] = { "3401", "3403", "3405" };
	struct frozen_figures figures;

	f->tiltaket[F_TITLE].role = FIELD_ROLE_TITLE;
	frozen_application_figures(&figures, arena, &f->scheme, f->answers, county, 3);
	return (figures);
}

TEST(the_document_says_who_what_and_when)
{
	struct fixture *f = fixture_new(arena);
	const char *document;

	f->answers = answers_new(arena);
	answers_set(f->answers, "tittel", "Dans & <dal>");
	answers_set(f->answers, "omtale", "");
	answers_set(f->answers, "hvordan", "ikke spurt om");
	answers_set(f->answers, "fremmed", "ingen felt");
	document = freeze(f);
	CHECK_TEXT(document,
	    "<application xmlns=\"urn:tilskudd:application:1\" lang=\"nb\" number=\"2026-00001\" scheme=\"prove\" "
	    "scheme-version=\"abc\" submitted-at=\"1970-01-02T00:00:00.000000Z\">"
	    "<applicant form=\"FLI\" kind=\"voluntary\" municipality=\"3401\" orgnr=\"999999999\">Dans &amp; "
	    "&lt;dal&gt;</applicant>"
	    "<facts in-voluntary-register=\"yes\" registers-in=\"\" registers-out=\"\"></facts>"
	    "<answer path=\"tittel\">Dans &amp; &lt;dal&gt;</answer>"
	    "<file field=\"arsregnskap\" media-type=\"application/pdf\" sha256=\"00ff\" size=\"12\">år "
	    "\"2026\".pdf</file>"
	    "</application>");
}

TEST(the_same_answers_give_the_same_bytes_in_whatever_order_they_came)
{
	struct fixture *f = fixture_new(arena);
	const char *first = freeze(f);
	struct answers *reversed = answers_new(arena);

	for (size_t i = answers_count(f->answers); i > 0; i--)
		answers_set(reversed, answers_at(f->answers, i - 1)->path, answers_at(f->answers, i - 1)->value);
	f->answers = reversed;
	CHECK_TEXT(freeze(f), first);
}

TEST(what_was_frozen_is_read_back_as_it_was)
{
	struct fixture *f = fixture_new(arena);
	struct answers *read;

	answers_set(f->answers, "omtale", "  Linje én\n\n\tLinje to & <tre> \"fire\" 'fem' ]]> 😀\u00a0");
	CHECK_INT(frozen_application_read(&read, arena, freeze(f)), OK);
	CHECK_INT(answers_count(read), answers_count(f->answers));
	for (size_t i = 0; i < answers_count(read); i++) {
		CHECK_TEXT(answers_at(read, i)->path, answers_at(f->answers, i)->path);
		CHECK_TEXT(answers_at(read, i)->value, answers_at(f->answers, i)->value);
	}
}

TEST(what_is_no_frozen_application_is_refused)
{
	static const char *const wrong[] = { "", "hei", "<application/>",
		"<application xmlns=\"urn:tilskudd:application:1\">",
		"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><application "
		"xmlns=\"urn:tilskudd:application:1\"><answer path=\"a\">&e;</answer></application>" };

	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		struct answers *read = NULL;

		CHECK_INT(frozen_application_read(&read, arena, wrong[i]), ERR_INVALID);
		CHECK(read == NULL);
	}
}

TEST(figures_are_taken_out_once_for_every_table)
{
	struct fixture *f = fixture_new(arena);
	struct frozen_figures figures = figures_of(f);

	CHECK_TEXT(figures.title, "Dans i dalen");
	CHECK_INT(figures.n_lines, 5);
	CHECK(!figures.lines[0].financing);
	CHECK_TEXT(figures.lines[0].item, "Lokale");
	CHECK_INT(figures.lines[0].cash.ore, 5000000);
	CHECK_INT(figures.lines[1].own.ore, 1000000);
	CHECK(figures.lines[2].financing && figures.lines[2].applied);
	CHECK_INT(figures.lines[2].cash.ore, 4000000);
	CHECK_TEXT(figures.lines[3].item, "Kommunen");
	CHECK_INT(figures.n_municipalities, 2);
	CHECK_TEXT(figures.municipalities[1], "3403");
	CHECK_INT(figures.n_goals, 1);
	CHECK_TEXT(figures.goals[0].goal_id, "deltakere");
	CHECK_TEXT(figures.goals[0].promised, "200");
	CHECK(!figures.integration);
	CHECK_INT(figures.sums.costs.ore, 6000000);
}

TEST(integration_is_promised_by_a_number_over_nothing)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "maltall.innvandrere.number", "0");
	CHECK(!figures_of(f).integration);
	CHECK_INT(figures_of(f).n_goals, 2);
	answers_set(f->answers, "maltall.innvandrere.number", "1");
	CHECK(figures_of(f).integration);
}

TEST(the_whole_county_is_each_of_its_municipalities)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "kommuner", "all");
	CHECK_INT(figures_of(f).n_municipalities, 3);
	f->scheme.n_sections = 1;
	f->sections[0].n_fields = 1;
	CHECK_INT(figures_of(f).n_municipalities, 0);
	CHECK_INT(figures_of(f).n_lines, 0);
	CHECK_INT(figures_of(f).n_goals, 0);
}

static struct history_case earlier[] = {
	{ .id = 7,
	    .number = "2025-00007",
	    .scheme_id = "annen",
	    .scheme_title = TXT("Annen ordning"),
	    .year = 2025,
	    .granted = true,
	    .awarded = { 2500050 },
	    .decided_on = { 2025, 5, 1 },
	    .state_aid = "de-minimis" },
	{ .id = 8, .number = "2026-00008", .scheme_id = "prove", .year = 2026, .same_call = true, .state_aid = "" },
};

TEST(what_was_known_of_the_applicant_is_evidence)
{
	struct fixture *f = fixture_new(arena);
	struct history history = { "prove", 2026, { 2026, 10, 30 }, earlier, 2 };
	struct application_facts now = { .today = { 2026, 10, 30 }, .organisation_form = "AS", .in_county = false };
	struct answers *read;

	f->facts.registers_known = 1u << REGISTER_NIF | 1u << REGISTER_DFS;
	f->facts.registers_in = 1u << REGISTER_NIF;
	f->facts.born = (struct date){ 1999, 2, 28 };
	f->facts.in_municipality = "3401";
	f->facts.in_county = true;
	f->facts.call_year = 2026;
	f->facts.history = &history;
	CHECK_INT(frozen_application_read_all(&read, &now, arena, freeze(f), "prove"), OK);
	CHECK(now.in_voluntary_register && now.in_county);
	CHECK_INT(register_standing(&now, REGISTER_NIF), STANDS_IN);
	CHECK_INT(register_standing(&now, REGISTER_DFS), STANDS_OUT);
	CHECK_INT(register_standing(&now, REGISTER_NBF), STANDS_UNKNOWN);
	CHECK_TEXT(now.organisation_form, "FLI");
	CHECK_TEXT(date_iso(arena, now.born), "1999-02-28");
	CHECK_TEXT(now.in_municipality, "3401");
	CHECK_INT(now.call_year, 2026);
	CHECK_INT(now.history->n, 2);
	CHECK_INT(history_granted(now.history, "annen", 2025).ore, 2500050);
	CHECK_INT(history_granted_years(now.history, "annen"), 1);
	CHECK_INT(history_applications_here(now.history), 1);
	CHECK_INT(history_de_minimis(now.history).ore, 2500050);
	CHECK_TEXT(now.history->cases[0].number, "2025-00007");
	CHECK_TEXT(lang_pick(&now.history->cases[0].scheme_title, LANG_NN), "Annen ordning (nn)");
}

TEST(a_document_from_before_facts_were_kept_changes_nothing)
{
	struct application_facts now = { .in_voluntary_register = true, .organisation_form = "AS" };
	struct answers *read;

	CHECK_INT(frozen_application_read_all(&read, &now, arena,
		      "<application xmlns=\"urn:tilskudd:application:1\"><answer path=\"a\">1</answer></application>",
		      "prove"),
	    OK);
	CHECK_TEXT(answers_get(read, "a"), "1");
	CHECK(now.in_voluntary_register && now.history == NULL);
	CHECK_TEXT(now.organisation_form, "AS");
}

UNIT_MAIN(WITH_ARENA(the_document_says_who_what_and_when),
    WITH_ARENA(the_same_answers_give_the_same_bytes_in_whatever_order_they_came),
    WITH_ARENA(what_was_frozen_is_read_back_as_it_was), WITH_ARENA(what_is_no_frozen_application_is_refused),
    WITH_ARENA(figures_are_taken_out_once_for_every_table),
    WITH_ARENA(integration_is_promised_by_a_number_over_nothing),
    WITH_ARENA(the_whole_county_is_each_of_its_municipalities), WITH_ARENA(what_was_known_of_the_applicant_is_evidence),
    WITH_ARENA(a_document_from_before_facts_were_kept_changes_nothing))
