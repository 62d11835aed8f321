/* answer_rows_test.c — rows with keys: where paths lie, what rows there are, what is wrong in them, and what they add
 * up to in expressions. */
#include "scheme_fixture.h"

#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/answer_text.h"
#include "domain/expr_answers.h"
#include "domain/work_plan.h"
#include "scheme/scheme_read.h"

static struct arena *arena;
static const struct scheme *scheme;
static struct application_facts facts;

static int
start(void **state)
{
	const char *xml;
	struct scheme_messages messages;

	(void)state;
	if (crypto_start() != OK)
		return (-1);
	arena = arena_new(0);
	messages = scheme_messages_new(arena, LANG_NB);
	xml = fixture_file(arena, "tests/fixtures/scheme/fields.xml");
	if (scheme_compile(&scheme, &messages, arena, "fields.xml", xml, strlen(xml)) != OK)
		return (-1);
	facts = (struct application_facts){ .applicant = APPLICANT_VOLUNTARY, .today = { 2026, 11, 1 } };
	return (0);
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static struct answers *
given(const char *const (*list)[2], size_t n)
{
	struct answers *answers = answers_new(arena);

	for (size_t i = 0; i < n; i++)
		answers_set(answers, list[i][0], list[i][1]);
	answers_normalise(answers, scheme);
	return (answers);
}

#define GIVEN(...)                                                                                                     \
	given((const char *const[][2]){ __VA_ARGS__ },                                                                 \
	    sizeof((const char *const[][2]){ __VA_ARGS__ }) / (2 * sizeof(char *)))

static const char *
told(const struct answers *answers, bool whole, const char *path)
{
	struct messages messages = messages_new(arena);
	const struct message *message;

	validation_run(&messages, scheme, answers, &facts, whole ? NULL : scheme_section(scheme, "mer"), LANG_NB);
	message = messages_for(&messages, path);
	return (message == NULL ? "" : message->text);
}

TEST(paths_of_rows_are_known_and_forged_ones_are_not)
{
	static const struct {
		const char *path;
		bool known;
	} paths[] = {
		{ "aktiviteter.r1.hva", true },
		{ "aktiviteter.1.hva", true },
		{ "aktiviteter.abcdefghijklmnop.hva", true },
		{ "aktiviteter.abcdefghijklmnopq.hva", false },
		{ "aktiviteter.R1.hva", false },
		{ "aktiviteter.KEY.hva", false },
		{ "aktiviteter..hva", false },
		{ "aktiviteter.r-1.hva", false },
		{ "aktiviteter.r1", false },
		{ "aktiviteter.r1.", false },
		{ "aktiviteter", false },
		{ "aktiviteter.r1.annet", false },
		{ "aktiviteter.r1.hva.x", false },
		{ "aktiviteter.r1.tid.start", true },
		{ "aktiviteter.r1.tid", false },
		{ "aktiviteter.r1.tid.middle", false },
		{ "partnere.r1.number", true },
		{ "partnere.r1.orgnr", false },
		{ "pakker.r1.name", true },
		{ "pakker.r1.r2.from", true },
		{ "pakker.r1.r2.goal", false },
		{ "pakker.r1.r2.r3.name", false },
		{ "pakker.name.name.name", false },
		{ "uttalelse.r1.email", false },
		{ "uttalelse.r1.token", false },
		{ "adresse.postcode", true },
		{ "adresse", false },
		{ "adresse.country", false },
		{ "kontakt.email", true },
		{ "kontakt.basis", false },
		{ "signatar.basis", true },
		{ "regnskap", false },
		{ "fodt", true },
	};

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		if (answer_path_known(scheme, paths[i].path) != paths[i].known)
			fail_msg("%s should%s be known", paths[i].path, paths[i].known ? "" : " not");
}

TEST(a_path_tells_its_row_and_question)
{
	struct answer_place place;

	CHECK(answer_place(&place, scheme, "pakker.p1.a1.from"));
	CHECK_TEXT(place.top->id, "pakker");
	CHECK_TEXT(place.field->id, "from");
	CHECK_INT(place.row_len, strlen("pakker.p1.a1"));
	CHECK_INT(answer_place_rows(&place), 4);
	CHECK(answer_place(&place, scheme, "pakker.p1.goal"));
	CHECK_INT(place.row_len, strlen("pakker.p1"));
	CHECK_INT(answer_place_rows(&place), 3);
	CHECK(answer_place(&place, scheme, "aktiviteter.r1.tid.end"));
	CHECK_INT(place.id_len, strlen("aktiviteter.r1.tid"));
	CHECK_TEXT(place.part, "end");
	CHECK(answer_place(&place, scheme, "tittel"));
	CHECK_INT(place.row_len, 0);
	CHECK(!answer_place(&place, scheme, "finnes-ikke.r1.x"));
}

TEST(rows_come_in_the_order_of_their_keys_and_empty_ones_are_none)
{
	struct answers *answers = GIVEN({ "aktiviteter.b.hva", "to" }, { "aktiviteter.10.hva", "ti" },
	    { "aktiviteter.9.hva", "ni" }, { "aktiviteter.a.hva", "en" }, { "aktiviteter.c.hva", "  " },
	    { "aktiviteter.a.tid.start", "1.2.2027" });
	size_t n;
	const char **keys = answer_row_keys(&n, arena, answers, "aktiviteter");

	CHECK_INT(n, 4);
	CHECK_TEXT(keys[0], "9");
	CHECK_TEXT(keys[1], "10");
	CHECK_TEXT(keys[2], "a");
	CHECK_TEXT(keys[3], "b");
	answers = GIVEN({ "pakker.p1.name", "En" }, { "pakker.p1.a1.name", "x" }, { "pakker.p1.a2.name", "y" });
	answer_row_keys(&n, arena, answers, "pakker");
	CHECK_INT(n, 1);
	answer_row_keys(&n, arena, answers, "pakker.p1");
	CHECK_INT(n, 2);
}

TEST(what_is_typed_in_rows_is_kept_as_elsewhere)
{
	struct answers *answers = GIVEN({ "aktiviteter.a.kostnad", "25 000,-" }, { "aktiviteter.a.dag", "5.3.2027" },
	    { "aktiviteter.a.tid.end", "6/3 2027" }, { "aktiviteter.a.hva", " To\nlinjer " },
	    { "partnere.a.number", "974 760 673" }, { "kontakt.phone", "912 34 567" }, { "fodt", "17.5.1998" });

	CHECK_TEXT(answers_get(answers, "aktiviteter.a.kostnad"), "25000");
	CHECK_TEXT(answers_get(answers, "aktiviteter.a.dag"), "2027-03-05");
	CHECK_TEXT(answers_get(answers, "aktiviteter.a.tid.end"), "2027-03-06");
	CHECK_TEXT(answers_get(answers, "aktiviteter.a.hva"), "To linjer");
	CHECK_TEXT(answers_get(answers, "partnere.a.number"), "974760673");
	CHECK_TEXT(answers_get(answers, "kontakt.phone"), "91234567");
	CHECK_TEXT(answers_get(answers, "fodt"), "1998-05-17");
}

TEST(each_row_is_checked_in_its_own_light)
{
	struct answers *answers = GIVEN({ "aktiviteter.a.hva", "Kurs" }, { "aktiviteter.a.kostnad", "30001" },
	    { "aktiviteter.a.slag", "liten" }, { "aktiviteter.b.kostnad", "30001" }, { "aktiviteter.b.slag", "stor" });

	CHECK_TEXT(
	    told(answers, false, "aktiviteter.a.kostnad"), "Bare store aktiviteter kan koste mer enn 30 000 kr.");
	CHECK_TEXT(told(answers, false, "aktiviteter.b.kostnad"), "");
	CHECK_TEXT(told(answers, false, "aktiviteter.b.hva"), "");
	CHECK_TEXT(told(answers, true, "aktiviteter.b.hva"), "Fyll ut dette feltet.");
	CHECK_TEXT(told(answers, true, "aktiviteter.b.grunn"), "Fyll ut dette feltet.");
	CHECK_TEXT(told(answers, true, "aktiviteter.a.grunn"), "");
}

TEST(a_message_in_a_row_says_which)
{
	struct answers *answers = GIVEN({ "aktiviteter.a.hva", "Kurs" }, { "aktiviteter.b.hva", "Tur" });
	struct messages messages = messages_new(arena);

	validation_run(&messages, scheme, answers, &facts, NULL, LANG_NB);
	CHECK_TEXT(messages_for(&messages, "aktiviteter.b.kostnad")->about, "Aktivitet 2: Kostnad");
	CHECK_TEXT(messages_for(&messages, "aktiviteter.b.kostnad")->section, "mer");
}

TEST(there_are_neither_too_few_nor_too_many_rows)
{
	struct answers *answers = GIVEN({ "tittel", "x" });

	CHECK_TEXT(told(answers, false, "aktiviteter"), "");
	CHECK_TEXT(told(answers, true, "aktiviteter"), "Trykk «Legg til aktivitet». Her må det være minst 1.");
	CHECK_TEXT(told(answers, true, "partnere"), "");
	for (int i = 1; i <= 3; i++)
		answers_set(answers, arena_printf(arena, "aktiviteter.%d.hva", i), "x");
	CHECK_TEXT(told(answers, false, "aktiviteter"), "");
	answers_set(answers, "aktiviteter.4.hva", "x");
	CHECK_TEXT(told(answers, false, "aktiviteter"), "Her er det plass til 3. Dere har 4. Fjern noen av dem.");
}

TEST(partners_have_a_name_and_a_number_that_is_right)
{
	struct answers *answers = GIVEN(
	    { "partnere.a.cash", "1000" }, { "partnere.a.number", "974760674" }, { "partnere.a.confirmed", "maybe" });

	CHECK_TEXT(told(answers, true, "partnere.a.name"), "Fyll ut dette feltet.");
	CHECK(strstr(told(answers, true, "partnere.a.number"), "stemmer ikke") != NULL);
	CHECK_TEXT(told(answers, true, "partnere.a.confirmed"), "Velg blant svarene i listen.");
	answers_set(answers, "partnere.a.number", "974760673");
	CHECK_TEXT(told(answers, true, "partnere.a.number"), "");
}

/* The expression's value as text, in the scheme's own scope. */
static const char *
worked_out(const struct answers *answers, const char *text)
{
	struct expr_scope scope = scheme_scope(arena, scheme);
	struct expr_error error;
	struct expr_value value;
	struct rule_view view;
	struct expr *expr;

	if (expr_compile(&expr, &error, arena, text, &scope) != OK)
		fail_msg("%s does not compile: %s", text, expr_error_text(arena, LANG_EN, &error));
	rule_view_init(&view, arena, scheme, answers, &facts);
	expr_eval(&value, expr, &view.env);
	return (value.type == EXPR_NUMBER    ? expr_number_text(arena, value.number)
		: value.type == EXPR_BOOLEAN ? (value.boolean ? "true" : "false")
		: value.type == EXPR_TEXT    ? value.text
					     : "absent");
}

TEST(rows_can_be_counted_and_their_columns_added_up)
{
	struct answers *answers = GIVEN({ "aktiviteter.a.hva", "Kurs" }, { "aktiviteter.a.kostnad", "30000" },
	    { "aktiviteter.a.slag", "liten" }, { "aktiviteter.b.kostnad", "12 500" }, { "aktiviteter.b.slag", "stor" },
	    { "aktiviteter.b.deltakere", "20" }, { "partnere.x.name", "Kommunen" }, { "partnere.x.cash", "5000" },
	    { "partnere.y.name", "Laget" }, { "partnere.y.confirmed", "no" }, { "pakker.p.name", "En" },
	    { "pakker.p.cost", "7000" }, { "pakker.p.a.name", "x" }, { "pakker.p.b.name", "y" },
	    { "signatar.basis", "authorisation" }, { "adresse.municipality", "3403" }, { "fodt", "1998-11-01" });

	CHECK_TEXT(worked_out(answers, "count(aktiviteter)"), "2");
	CHECK_TEXT(worked_out(answers, "sum(aktiviteter.kostnad)"), "42500");
	CHECK_TEXT(worked_out(answers, "sum(aktiviteter.deltakere)"), "20");
	CHECK_TEXT(worked_out(answers, "count(aktiviteter.hva)"), "1");
	CHECK_TEXT(worked_out(answers, "t:selected(aktiviteter.slag, 'stor')"), "true");
	CHECK_TEXT(worked_out(answers, "count(partnere)"), "2");
	CHECK_TEXT(worked_out(answers, "sum(partnere.cash)"), "5000");
	CHECK_TEXT(worked_out(answers, "sum(partnere.hours)"), "absent");
	CHECK_TEXT(worked_out(answers, "t:selected(partnere.confirmed, 'no')"), "true");
	CHECK_TEXT(worked_out(answers, "count(pakker)"), "1");
	CHECK_TEXT(worked_out(answers, "count(pakker.activities)"), "2");
	CHECK_TEXT(worked_out(answers, "sum(pakker.cost)"), "7000");
	CHECK_TEXT(worked_out(answers, "signatar.basis = 'authorisation'"), "true");
	CHECK_TEXT(worked_out(answers, "starts-with(adresse.municipality, '34')"), "true");
	CHECK_TEXT(worked_out(answers, "count(uttalelse)"), "0");
	CHECK_TEXT(worked_out(answers, "t:answered(aktiviteter.dag)"), "false");
}

TEST(age_is_counted_to_the_day_and_asked_of_those_it_concerns)
{
	struct answers *answers = GIVEN({ "fodt", "1998-11-01" });

	CHECK_TEXT(worked_out(answers, "age"), "absent"); /* asked of municipalities alone, in this form */
	facts.applicant = APPLICANT_MUNICIPALITY;
	CHECK_TEXT(worked_out(answers, "age"), "28");
	answers_set(answers, "fodt", "1998-11-02");
	CHECK_TEXT(worked_out(answers, "age"), "27");
	answers_set(answers, "fodt", "2026-11-02");
	CHECK_TEXT(told(answers, false, "fodt"), "Skriv dagen du ble født, for eksempel 17.05.1998.");
	facts.applicant = APPLICANT_VOLUNTARY;
	CHECK_TEXT(told(answers, true, "fodt"), "");
}

TEST(money_goes_up_in_whole_steps)
{
	struct answers *answers = GIVEN({ "tusen", "5 500" }, { "aktiviteter.a.hva", "x" });

	CHECK_TEXT(told(answers, false, "tusen"), "Summen er 5\u00a0500\u00a0kr. Her skal den gå opp i hele "
						  "1\u00a0000\u00a0kr, for eksempel 5\u00a0000\u00a0kr.");
	answers_set(answers, "tusen", "4000");
	CHECK(strstr(told(answers, false, "tusen"), "minst 5\u00a0000") != NULL);
}

TEST(persons_and_addresses_are_whole_or_not_there)
{
	struct answers *answers = GIVEN({ "leder.name", "Kari" }, { "adresse.street", "Gata 1" },
	    { "adresse.postcode", "23" }, { "signatar.basis", "x" });

	CHECK_TEXT(told(answers, true, "kontakt.name"), "Skriv navnet.");
	CHECK_TEXT(told(answers, true, "leder.email"), "Skriv e-postadressen.");
	CHECK_TEXT(told(answers, false, "leder.email"), "");
	CHECK_TEXT(told(answers, false, "adresse.postcode"), "Postnummeret skal ha fire sifre, for eksempel 2317.");
	CHECK_TEXT(told(answers, true, "adresse.place"), "Skriv poststedet.");
	CHECK_TEXT(told(answers, false, "signatar.basis"), "Velg blant svarene i listen.");
	answers = GIVEN({ "kontakt.name", "Kari" }, { "kontakt.email", "kari@" }, { "kontakt.phone", "12" });
	CHECK(*told(answers, false, "kontakt.email") != '\0');
	CHECK(*told(answers, false, "kontakt.phone") != '\0');
	CHECK_TEXT(told(answers, true, "adresse.street"), "");
}

TEST(activities_lie_within_the_project_and_do_not_end_before_they_start)
{
	struct answers *answers = GIVEN({ "periode.start", "2027-02-15" }, { "periode.end", "2028-12-31" },
	    { "pakker.p.name", "En" }, { "pakker.p.a.name", "x" }, { "pakker.p.a.from", "2027-04" },
	    { "pakker.p.a.to", "2027-01" }, { "pakker.p.b.from", "2026-10" }, { "pakker.p.b.to", "2029-01" },
	    { "pakker.p.c.from", "2027-02" }, { "pakker.p.c.to", "2028-10" });

	CHECK(strncmp(told(answers, false, "pakker.p.a.to"), "Slutten er før starten.", 23) == 0);
	CHECK(
	    strstr(told(answers, false, "pakker.p.b.from"), "før prosjektet starter, som er 15. februar 2027") != NULL);
	CHECK(strstr(told(answers, false, "pakker.p.b.to"), "etter at prosjektet er slutt") != NULL);
	CHECK_TEXT(told(answers, false, "pakker.p.c.from"), "Velg en tid fra listen.");
	CHECK_TEXT(told(answers, false, "pakker.p.c.to"), "");
	CHECK_TEXT(told(answers, true, "pakker.p.b.name"), "Fyll ut dette feltet.");
}

TEST(a_plan_has_the_columns_of_its_period)
{
	struct answers *answers = GIVEN({ "periode.start", "2027-02-15" }, { "periode.end", "2030-12-31" },
	    { "pakker.p.name", "En" }, { "pakker.p.a.from", "2027-04" }, { "pakker.p.a.to", "2027-10" },
	    { "pakker.p.b.from", "2027-01" }, { "pakker.p.b.to", "2027-01" }, { "pakker.p.c.from", "2027-07" });
	struct work_plan plan;

	work_plan(&plan, arena, scheme, scheme_field(scheme, "pakker"), answers, &facts);
	CHECK_INT(plan.times.n, 16);
	CHECK_TEXT(plan_column_value(arena, &plan.times, 0), "2027-01");
	CHECK_TEXT(plan_column_value(arena, &plan.times, 15), "2030-10");
	CHECK_TEXT(plan_time_text(arena, "2030-10", 3, LANG_NB), "4. kvartal 2030");
	CHECK_TEXT(plan_time_text(arena, "2030-07", 6, LANG_NN), "2. halvår 2030");
	CHECK_TEXT(plan_time_text(arena, "2030-03", 1, LANG_EN), "March 2030");
	CHECK_TEXT(plan_time_text(arena, "2030-03", 12, LANG_NB), "2030-03");
	CHECK_INT(plan.n, 1);
	CHECK_INT(plan.packages[0].n, 3);
	CHECK_INT(plan.packages[0].activities[0].first, 1);
	CHECK_INT(plan.packages[0].activities[0].last, 3);
	CHECK_INT(plan.packages[0].first, 0);
	CHECK_INT(plan.packages[0].last, 3);
	CHECK(plan.packages[0].activities[2].first > plan.packages[0].activities[2].last);
}

TEST(a_plan_of_a_hundred_years_stays_small)
{
	struct answers *answers = GIVEN({ "periode.start", "2027-01-01" }, { "periode.end", "2127-01-01" });
	struct plan_times times;

	plan_times(&times, scheme, answers, &facts, 1);
	CHECK_INT(times.n, PLAN_COLUMNS_MAX);
	plan_times(&times, scheme, GIVEN({ "tittel", "x" }), &facts, 3);
	CHECK_INT(times.n, 21); /* five years from today, which begins within a quarter */
}

TEST(three_thousand_rows_are_told_about_in_time)
{
	struct answers *answers = answers_new(arena);

	for (int i = 0; i < 3000; i++)
		answers_set(answers, arena_printf(arena, "aktiviteter.r%d.kostnad", i), "100");
	CHECK_TEXT(told(answers, false, "aktiviteter"), "Her er det plass til 3. Dere har 3000. Fjern noen av dem.");
	CHECK_TEXT(worked_out(answers, "sum(aktiviteter.kostnad)"), "300000");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(paths_of_rows_are_known_and_forged_ones_are_not),
		UNIT(a_path_tells_its_row_and_question),
		UNIT(rows_come_in_the_order_of_their_keys_and_empty_ones_are_none),
		UNIT(what_is_typed_in_rows_is_kept_as_elsewhere), UNIT(each_row_is_checked_in_its_own_light),
		UNIT(a_message_in_a_row_says_which), UNIT(there_are_neither_too_few_nor_too_many_rows),
		UNIT(partners_have_a_name_and_a_number_that_is_right),
		UNIT(rows_can_be_counted_and_their_columns_added_up),
		UNIT(age_is_counted_to_the_day_and_asked_of_those_it_concerns), UNIT(money_goes_up_in_whole_steps),
		UNIT(persons_and_addresses_are_whole_or_not_there),
		UNIT(activities_lie_within_the_project_and_do_not_end_before_they_start),
		UNIT(a_plan_has_the_columns_of_its_period), UNIT(a_plan_of_a_hundred_years_stays_small),
		UNIT(three_thousand_rows_are_told_about_in_time) };

	return (cmocka_run_group_tests(tests, start, end) == 0 ? 0 : 1);
}
