/* later_files_test.c — files that may come after the application: until which day, how they are called, and how many.
 */
#include "check.h"
#include "domain_fixture.h"

#include "domain/deadline.h"

/* A deadline at midnight on 1 February 2027 ends 31 January. */
static instant
deadline(int year, int month, int day, int hour)
{
	return (instant_at((struct date){ year, month, day }, hour, 0, 0));
}

TEST(what_may_come_later_is_due_on_the_later_of_two_days)
{
	static const struct {
		struct scheme_later later;
		struct date closes, due;
		int hour;
	} cases[] = {
		{ { 14, 0, 0 }, { 2027, 2, 1 }, { 2027, 2, 15 }, 12 },
		{ { 14, 0, 0 }, { 2027, 2, 1 }, { 2027, 2, 14 }, 0 },
		{ { 0, 5, 31 }, { 2027, 2, 1 }, { 2027, 5, 31 }, 12 },
		{ { 0, 5, 31 }, { 2027, 5, 31 }, { 2028, 5, 31 }, 12 },
		{ { 0, 5, 31 }, { 2027, 5, 30 }, { 2027, 5, 31 }, 12 },
		{ { 0, 5, 31 }, { 2027, 11, 1 }, { 2028, 5, 31 }, 12 },
		{ { 200, 5, 31 }, { 2027, 2, 1 }, { 2027, 8, 20 }, 12 },
		{ { 10, 5, 31 }, { 2027, 2, 1 }, { 2027, 5, 31 }, 12 },
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		instant closes =
		    deadline(cases[i].closes.year, cases[i].closes.month, cases[i].closes.day, cases[i].hour);
		struct date due = later_day(&cases[i].later, closes);

		if (date_cmp(due, cases[i].due) != 0)
			fail_msg("case %zu is due on %s", i, date_iso(arena, due));
	}
	CHECK(!later_allowed(&(struct scheme_later){ 0 }));
	CHECK(later_allowed(&cases[0].later));
	CHECK(later_allowed(&cases[2].later));
}

TEST(a_file_that_may_come_later_stops_nobody)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages;

	answers_set(f->answers, "sum", "60000");
	f->facts.closes_at = deadline(2027, 2, 1, 12);
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"), "Legg ved en fil.");
	f->vedlegg[0].later.month = 5;
	f->vedlegg[0].later.day = 31;
	messages = fixture_run(f, NULL);
	CHECK(messages_for(&messages, "arsregnskap")->kind == MESSAGE_WARNING);
	CHECK_TEXT(messages_for(&messages, "arsregnskap")->text,
	    "Dette kan sendes senere, innen 31. mai 2027. Det gjør dere på søknadens side.");
}

TEST(names_of_files_follow_a_pattern)
{
	static const struct {
		const char *pattern, *name;
		bool fits;
	} cases[] = {
		{ NULL, "hva som helst.pdf", true },
		{ "Kommune_*_kart.pdf", "Kommune_Hamar_kart.pdf", true },
		{ "Kommune_*_kart.pdf", "kommune_hamar_KART.PDF", true },
		{ "Kommune_*_kart.pdf", "Kommune__kart.pdf", true },
		{ "Kommune_*_kart.pdf", "Kommune_Hamar_kart.pdf.exe", false },
		{ "Kommune_*_kart.pdf", "Hamar_kart.pdf", false },
		{ "*", "", true },
		{ "regnskap*", "regnskap 2026.xlsx", true },
		{ "a*b*c", "axxbxxbc", true },
		{ "a*b*c", "axxbxxb", false },
		{ "plan.pdf", "plan.pdf", true },
		{ "plan.pdf", "plan2.pdf", false },
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct scheme_field field = { .id = "a", .file_name = cases[i].pattern };

		if (file_name_fits(&field, cases[i].name) != cases[i].fits)
			fail_msg("%s against %s", cases[i].name, cases[i].pattern);
	}
}

TEST(a_pattern_of_stars_is_answered_at_once)
{
	struct scheme_field field = { .id = "a", .file_name = "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b" };
	char name[256];

	memset(name, 'a', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	CHECK(!file_name_fits(&field, name));
}

TEST(more_files_than_there_is_room_for_are_told_about)
{
	struct fixture *f = fixture_new(arena);

	for (size_t i = 0; i < 2; i++)
		f->files[i] = (struct attached){ "arsregnskap", "regnskap.pdf", ATTACH_PDF, 1000, false };
	f->facts.files = f->files;
	f->facts.n_files = 2;
	f->vedlegg[0].max_files = 2;
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"), "");
	f->vedlegg[0].max_files = 1;
	CHECK_TEXT(
	    fixture_told(f, NULL, "arsregnskap"), "Her kan det være høyst 1 filer, og dere har 2. Fjern noen av dem.");
	f->facts.n_files = 1;
	f->vedlegg[0].file_name = "Regnskap_*.pdf";
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"), "Filen «regnskap.pdf» bør hete noe slikt som Regnskap_*.pdf.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { WITH_ARENA(what_may_come_later_is_due_on_the_later_of_two_days),
		WITH_ARENA(a_file_that_may_come_later_stops_nobody), WITH_ARENA(names_of_files_follow_a_pattern),
		WITH_ARENA(a_pattern_of_stars_is_answered_at_once),
		WITH_ARENA(more_files_than_there_is_room_for_are_told_about) };

	return (cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1);
}
