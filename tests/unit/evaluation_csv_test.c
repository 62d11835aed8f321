/* evaluation_csv_test.c — the open data of an evaluation, as a spreadsheet takes it: cells are text, and never
 * formulas. */
#include <string.h>

#include "check.h"
#include "flow/evaluation_flow.h"

ARENA_FOR_TESTS

static const char *
line_of(const char *title, const char *organisation)
{
	struct evaluation_grant grant = { .number = "2026-00001",
		.orgnr = "974760673",
		.organisation = organisation,
		.title = title,
		.municipalities = "Hamar",
		.applied = MONEY_NOK(90000),
		.awarded = MONEY_NOK(60000),
		.decided_on = { 2026, 5, 1 } };
	struct evaluation evaluation = { .grants = &grant, .n_grants = 1 };
	struct buf out = buf_new(arena);

	evaluation_csv(&out, &evaluation);
	return (strstr(buf_text(&out), "\r\n") + 2);
}

TEST(cells_are_quoted_and_sums_are_whole_kroner)
{
	CHECK_TEXT(line_of("Et \"lite\" tiltak; to", "Laget"),
	    "\"2026-00001\";\"974760673\";\"Laget\";\"voluntary\";\"Et \"\"lite\"\" tiltak; "
	    "to\";\"Hamar\";90000;60000;2026-05-01"
	    "\r\n");
}

TEST(what_begins_like_a_formula_is_made_text)
{
	static const char *const formulas[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\n=1" };

	for (size_t i = 0; i < sizeof(formulas) / sizeof(formulas[0]); i++) {
		CHECK(strstr(line_of(formulas[i], "Laget"), arena_printf(arena, ";\" %s\";", formulas[i])) != NULL);
		CHECK(strstr(line_of("Tiltak", formulas[i]), arena_printf(arena, ";\" %s\";", formulas[i])) != NULL);
	}
	CHECK(strstr(line_of("", "Laget"), ";\"\";") != NULL);
}

ARENA_TESTS(UNIT(cells_are_quoted_and_sums_are_whole_kroner), UNIT(what_begins_like_a_formula_is_made_text))
