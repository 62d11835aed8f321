/* text_test.c — text from outside made safe, counted and compared. */
#include "check.h"

#include "core/text.h"
#include <string.h>

ARENA_FOR_TESTS

static const char *
clean(const char *bytes)
{
	const char *out = NULL;

	return (text_clean(&out, NULL, arena, bytes, strlen(bytes)) == OK ? out : "(refused)");
}

TEST(line_ends_become_one)
{
	CHECK_TEXT(clean("a\r\nb\rc\nd\r\r\ne"), "a\nb\nc\nd\n\ne");
}

TEST(letters_are_put_together)
{
	CHECK_TEXT(clean("Bla\u030arand"), "Bl\u00e5rand");
	CHECK_TEXT(clean("\u00e5"), "\u00e5");
}

TEST(what_xml_forbids_is_taken_out_and_counted)
{
	const char *out = NULL;
	size_t removed = 99;

	CHECK_INT(text_clean(&out, &removed, arena,
		      "a\x01\x0b\x1f"
		      "b\xef\xbf\xbe"
		      "c\0d",
		      11),
	    OK);
	CHECK_TEXT(out, "abcd");
	CHECK_INT(removed, 5);
}

TEST(a_tab_and_a_line_end_stay)
{
	CHECK_TEXT(clean("a\tb\n"), "a\tb\n");
}

TEST(a_byte_order_mark_goes)
{
	CHECK_TEXT(clean("\ufeffa"), "a");
}

TEST(what_is_not_utf8_is_refused)
{
	static const char *const broken[] = { "s\xf8knad", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
		"\xff", "\xe2\x82", "a\x80" };

	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		const char *out = "as before";

		CHECK_INT(text_clean(&out, NULL, arena, broken[i], strlen(broken[i])), ERR_INVALID);
		CHECK_TEXT(out, "as before");
	}
}

TEST(nothing_at_all_is_clean)
{
	CHECK_TEXT(clean(""), "");
}

TEST(length_counts_letters_and_not_bytes)
{
	CHECK_INT(text_length("blåbærsyltetøy"), 14);
	CHECK_INT(text_length("\U0001F600"), 1);
	CHECK_INT(text_length(""), 0);
}

TEST(letters_are_read_one_by_one_also_broken_ones)
{
	static const char text[] = "a\u00f8\xff";
	const char *at = text, *end = text + strlen(text);

	CHECK_INT(text_next(&at, end), 'a');
	CHECK_INT(text_next(&at, end), 0xf8);
	CHECK_INT(text_next(&at, end), 0xfffd);
	CHECK(at == end);
}

TEST(white_space_at_the_ends_goes)
{
	CHECK_TEXT(text_trim(arena, "  \t to ord \n"), "to ord");
	CHECK_TEXT(text_trim(arena, "\u00a0ord\u00a0"), "ord");
	CHECK_TEXT(text_trim(arena, "   "), "");
}

TEST(blank_is_nothing_or_white_space)
{
	CHECK(text_blank(NULL));
	CHECK(text_blank(""));
	CHECK(text_blank(" \n\t\u00a0"));
	CHECK(!text_blank(" x "));
}

TEST(texts_are_compared)
{
	CHECK(text_equal("a", "a"));
	CHECK(!text_equal("a", "b"));
	CHECK(text_starts("soknad/12", "soknad/"));
	CHECK(!text_starts("so", "soknad/"));
}

TEST(a_list_holds_whole_words_only)
{
	CHECK(text_lists("navn mal budsjett", "navn"));
	CHECK(text_lists("navn mal budsjett", "budsjett"));
	CHECK(text_lists("malet mal", "mal"));
	CHECK(!text_lists("malet umal", "mal"));
	CHECK(!text_lists("navn", "nav") && !text_lists("", "navn") && !text_lists("navn", ""));
}

TEST(splitting_leaves_empty_pieces_out)
{
	size_t n = 0;
	char **pieces = text_split(arena, ",a,,b,c,", ',', &n);

	CHECK_INT(n, 3);
	CHECK_TEXT(pieces[0], "a");
	CHECK_TEXT(pieces[2], "c");
	CHECK(pieces[3] == NULL);
	pieces = text_split(arena, "", ',', &n);
	CHECK_INT(n, 0);
	CHECK(pieces[0] == NULL);
}

TEST(folding_forgets_case_and_keeps_accents)
{
	CHECK_TEXT(text_fold(arena, "ÆØÅ Kommune"), "æøå kommune");
	CHECK(strcmp(text_fold(arena, "å"), text_fold(arena, "a")) != 0);
}

TEST(one_line_stays_one)
{
	CHECK_TEXT(text_one_line(arena, "Kari\r\nBcc: alle\tog \x01 én"), "Kari  Bcc: alle og   én");
}

ARENA_TESTS(UNIT(one_line_stays_one), UNIT(line_ends_become_one), UNIT(letters_are_put_together),
    UNIT(what_xml_forbids_is_taken_out_and_counted), UNIT(a_tab_and_a_line_end_stay), UNIT(a_byte_order_mark_goes),
    UNIT(what_is_not_utf8_is_refused), UNIT(nothing_at_all_is_clean), UNIT(length_counts_letters_and_not_bytes),
    UNIT(letters_are_read_one_by_one_also_broken_ones), UNIT(white_space_at_the_ends_goes),
    UNIT(blank_is_nothing_or_white_space), UNIT(texts_are_compared), UNIT(a_list_holds_whole_words_only),
    UNIT(splitting_leaves_empty_pieces_out), UNIT(folding_forgets_case_and_keeps_accents))
