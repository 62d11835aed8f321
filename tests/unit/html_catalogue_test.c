/* html_catalogue_test.c — texts found by their bokmål wording, in the reader's language. */
#include "check.h"

#include <string.h>

#include "core/catalogue.h"

TEST(a_text_is_said_in_the_language_asked_for)
{
	CHECK_TEXT(tr(LANG_NB, "Hopp til innholdet"), "Hopp til innholdet");
	CHECK_TEXT(tr(LANG_NN, "Hopp til innholdet"), "Hopp til innhaldet");
	CHECK_TEXT(tr(LANG_EN, "Hopp til innholdet"), "Skip to content");
}

TEST(a_text_nobody_translated_is_said_as_it_is)
{
	const char *unknown = "Dette har ingen oversatt";

	CHECK_TEXT(tr(LANG_EN, unknown), unknown);
	CHECK_TEXT(tr(LANG_NB, ""), "");
	CHECK_TEXT(tr(LANG_NB, NULL), "");
}

TEST(one_and_many_are_told_apart)
{
	const char *one = "Du må rette én ting", *many = "Du må rette {n_errors} ting";

	CHECK_TEXT(tr_plural(LANG_NN, one, many, 1), "Du må rette éin ting");
	CHECK_TEXT(tr_plural(LANG_NN, one, many, 0), many);
	CHECK_TEXT(tr_plural(LANG_EN, one, many, 2), "You must correct {n_errors} things");
	CHECK_TEXT(tr_plural(LANG_EN, "en ukjent", "flere ukjente", 1), "en ukjent");
	CHECK_TEXT(tr_plural(LANG_EN, "en ukjent", "flere ukjente", 5), "flere ukjente");
}

TEST(a_format_nobody_translated_is_still_filled_in)
{
	struct arena *arena = arena_new(0);

	CHECK_TEXT(tr_printf(arena, LANG_EN, "Ukjent %s nummer %d", "sak", 7), "Ukjent sak nummer 7");
	arena_free(arena);
}

TEST(the_table_is_sorted_and_says_everything_in_nynorsk_and_english)
{
	CHECK(catalogue_rows_n > 50);
	for (size_t i = 0; i < catalogue_rows_n; i++) {
		const struct catalogue_row *row = &catalogue_rows[i];

		if (i > 0 && strcmp(catalogue_rows[i - 1].msgid, row->msgid) >= 0)
			fail_msg("\"%s\" stands in the wrong place", row->msgid);
		if (row->in[LANG_NN] == NULL || row->in[LANG_EN] == NULL)
			fail_msg("\"%s\" lacks nynorsk or English", row->msgid);
		if (tr(LANG_NN, row->msgid) != row->in[LANG_NN])
			fail_msg("\"%s\" is not found", row->msgid);
	}
}

UNIT_MAIN(UNIT(a_text_is_said_in_the_language_asked_for), UNIT(a_text_nobody_translated_is_said_as_it_is),
    UNIT(one_and_many_are_told_apart), UNIT(a_format_nobody_translated_is_still_filled_in),
    UNIT(the_table_is_sorted_and_says_everything_in_nynorsk_and_english))
