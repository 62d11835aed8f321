/* doc_lines_test.c — where lines end, which font sets what, and how right-to-left words are ordered. */
#include "check.h"

#include <string.h>

#include "core/buf.h"
#include "doc/doc_break.h"
#include "doc/doc_lines.h"
#include "doc/doc_style.h"

static struct arena *arena, *font_arena;
static struct doc_fonts *fonts;
static struct doc_report report;

/* The fonts are loaded once and live to the end. */
static int
setup(void **state)
{
	const char *problem = "";

	(void)state;
	arena = arena_new(0);
	report = (struct doc_report){ 0 };
	if (fonts == NULL) {
		font_arena = arena_new(0);
		if (doc_fonts_load(&fonts, &problem, font_arena, DOC_FONT_DIR) != OK)
			fail_msg("%s", problem);
	}
	return (0);
}

static void __attribute__((destructor)) fonts_end(void)
{
	arena_free(font_arena);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static struct doc_lines
lines(const char *text, double width)
{
	static const struct doc_style style = { .font_size = 10, .line_height = 1.4 };
	struct doc_setting *setting = arena_alloc(arena, sizeof(*setting));
	struct doc_span *span = arena_alloc(arena, sizeof(*span));
	struct doc_text one = { .spans = span, .count = 1 };

	*setting = (struct doc_setting){ arena, fonts, &report };
	span->text = text;
	return (doc_lines_set(setting, &one, &style, width));
}

/* The lines' words with | between lines. */
static const char *
told(const struct doc_lines *set)
{
	struct buf out = buf_new(arena);

	for (int i = 0; i < set->count; i++) {
		buf_puts(&out, i == 0 ? "" : "|");
		for (int p = 0; p < set->lines[i].count; p++)
			if (set->lines[i].pieces[p].run != NULL)
				buf_puts(&out, set->lines[i].pieces[p].run->text);
		buf_puts(&out, set->lines[i].hyphen == NULL ? "" : "=");
	}
	return (buf_text(&out));
}

static const char *
broken(const char *text, double width)
{
	struct doc_lines set = lines(text, width);

	return (told(&set));
}

/* So narrow that every opportunity is taken. */
static const char *
narrow(const char *text)
{
	double widest = 0;
	const char *at = text, *end = text + strlen(text);
	struct doc_setting setting = { arena, fonts, &report };

	/* The widest word decides, so that no word is cut between letters. */
	while (at < end) {
		size_t len = strcspn(at, " ");
		double width = doc_width(&setting, arena_strndup(arena, at, len), 10, false);

		widest = width > widest ? width : widest;
		at += len + (at[len] == ' ');
	}
	return (broken(text, widest + 0.1));
}

TEST(lines_end_between_words)
{
	CHECK_TEXT(broken("", 100), "");
	CHECK_TEXT(broken("ett to tre", 1000), "ett to tre");
	CHECK_TEXT(narrow("blåbærsyltetøy og rømmegrøt"), "blåbærsyltetøy |og rømmegrøt");
}

TEST(no_break_spaces_and_quotation_marks_hold)
{
	CHECK_TEXT(broken("er 1\u00a0250\u00a0000\u00a0kr her", 62), "er |1\u00a0250\u00a0000\u00a0kr |her");
	CHECK_TEXT(narrow("sa «ja» (jf. § 4)"), "sa |«ja» |(jf. |§ 4)");
	CHECK_TEXT(broken("et «ord» .", 38), "et |«ord» .");
}

/* The text with ÷ wherever a line may end. */
static const char *
chances(const char *text)
{
	struct doc_lines set = lines(text, 1e6);
	struct buf out = buf_new(arena);

	for (int i = 0; i < set.count; i++)
		for (int p = 0; p < set.lines[i].count; p++) {
			const struct doc_piece *piece = &set.lines[i].pieces[p];

			if (piece->run != NULL)
				buf_puts(&out, piece->run->text);
			if (piece->after != BREAK_NO)
				buf_puts(&out, piece->after == BREAK_MUST ? "!" : "÷");
		}
	return (buf_text(&out));
}

/* By the rules of UAX #14, with our own for quotation marks, sums and dates. ! is a line that must end. */
TEST(lines_end_where_the_rules_say)
{
	static const char *const cases[] = {
		"ett ÷to ÷tre",              /* LB18 */
		"ett   ÷to",                 /* LB7 */
		"a!b!!c",                    /* LB4, LB5 */
		"a\u00a0b ÷c",               /* LB12 */
		"a\u202fb\u2060c\u2011d",    /* LB11, LB12 */
		"(ja) ÷[nei] ÷{kanskje}",    /* LB13, LB14 */
		"ja! ÷nei? ÷hm; ÷så: ÷her.", /* LB13 */
		"ja , ÷nei .",               /* LB13, also behind a space */
		"«ja» ÷«nei» ÷(jf.) ÷«å, ÷nei»",
		"«Kulturåret» ÷(2026)",
		"utvikling» ÷(jf. ÷noe)", /* LB15 would hold these together: « and » open and close */
		"han ÷sa: ÷«Kom!» ÷Så ÷gikk",
		"“one” ÷(two) ÷„drei“", /* English, German and Lithuanian */
		"don’t ÷l’ami",
		"nynorsk-÷utgåve ÷A-÷laget",    /* LB21 */
		"2024-2025 ÷2024–2025 ÷-5 ÷+5", /* LB25 */
		"lag ÷og ÷-utvalg",             /* LB20a of later versions */
		"1,5 ÷12.00 ÷1/2 ÷3:4",         /* LB25 */
		"og/÷eller",                    /* LB13, LB18 */
		"her ÷– ÷så ÷— ÷der ÷ja–÷nei",
		"vent…nå ÷vent… ÷nå", /* LB22 */
		"😀÷😃",                /* LB30b, ID ÷ ID */
		"a\u0301b ÷c\u0301",  /* LB9 */
		"ሰላም፡÷ሰላም",           /* the Ethiopic word space */
		"er ÷1 250 000 kr ÷her",
		"kr 1 250 000 ÷og ÷12 000 kr.",
		"(250 000 kr) ÷og ÷40 prosent ÷av ÷5 mill. kr",
		"-5 000 kr ÷og ÷−5 000,50 kr ÷og ÷1 000–2 000 kr ÷og ÷kr. 1 500,-",
		"2,5 mrd. kr/÷år ÷til ÷100 € ÷ved ÷20 °C",
		"jf. § 3 ÷bokstav b ÷nr 7 ÷s. 4 ÷kl 12 ÷ca. 5",
		"1.–3. mai 2027 ÷og ÷15. jan. 2027 ÷f.eks. ÷10 %",
		"voilà ÷12 000 ÷A4 ÷500 ÷1,5 ÷300 ÷den ÷100 ÷200.300",
		"i ÷2026 ÷300 ÷personer", /* a year is no part of a number */
		"org.nr. ÷999 888 777",
		"etter ÷§ 12 ÷og ÷§§ 3 ÷til ÷5 ÷i ÷loven",
		"15. januar 2027 ÷kl. 12.00 ÷ble ÷det",
		"den ÷1. mai 2026, ÷kl. 9 ÷og ÷3 March 2027",
		"sak ÷nr. 7 ÷i ÷kap. 3",
		"i ÷mai ÷skal ÷3 ÷barn ÷kr",
		"5 ÷(fem) ÷kr",
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf plain = buf_new(arena);

		for (const char *at = cases[i]; *at != '\0'; at++)
			if (strncmp(at, "÷", 2) == 0)
				at++;
			else
				buf_putc(
				    &plain, *at == '!' && (at[1] == 'b' || at[1] == '!' || at[1] == 'c') ? '\n' : *at);
		CHECK_TEXT(chances(buf_text(&plain)), cases[i]);
	}
	CHECK_TEXT(chances("tilskudds\u00adordning ab\u200bcd"), "tilskudds÷ordning ÷ab÷cd");
}

TEST(hyphens_break_between_letters_only)
{
	CHECK_INT(doc_break_between(BREAK_HYPHEN, BREAK_LETTER, 0), BREAK_MAY);
	CHECK_INT(doc_break_between(BREAK_HYPHEN, BREAK_DIGIT, 0), BREAK_NO);
	CHECK_TEXT(broken("nynorsk-utgåve", 50), "nynorsk-|utgåve");
	CHECK_TEXT(broken("i 2024-2025 ja", 51), "i |2024-2025 |ja");
	CHECK_TEXT(broken("lag og -utvalg", 40), "lag og |-utvalg");
	CHECK_TEXT(broken("og/eller", 25), "og/|eller");
}

TEST(a_soft_hyphen_shows_only_where_it_is_used)
{
	CHECK_TEXT(broken("tilskudds\u00adordning", 1000), "tilskuddsordning");
	CHECK_TEXT(broken("tilskudds\u00adordning", 60), "tilskudds=|ordning");
}

TEST(a_word_wider_than_the_line_is_divided_and_none_is_lost)
{
	struct doc_lines set = lines("Donaudampfschifffahrtsgesellschaft", 40);
	struct buf all = buf_new(arena);

	CHECK(set.count > 3);
	for (int i = 0; i < set.count; i++) {
		CHECK(set.lines[i].width <= 40.1);
		for (int p = 0; p < set.lines[i].count; p++)
			buf_puts(&all, set.lines[i].pieces[p].run->text);
	}
	CHECK_TEXT(all.data, "Donaudampfschifffahrtsgesellschaft");
	/* Narrower than any letter: one letter a line, and an end. */
	CHECK_INT(lines("abc", 0.1).count, 3);
	CHECK(lines("et ord", 0.1).widest > 10);
	CHECK(lines("et ord", 0.1).widest == lines("et ord", 1000).widest);
}

TEST(line_ends_that_people_typed_are_kept)
{
	CHECK_TEXT(broken("a\nb\n\nc", 1000), "a|b||c");
}

TEST(each_script_finds_its_font)
{
	static const struct {
		const char *text, *face;
	} scripts[] = { { "Blåbær čđŋšŧž", "NotoSans-Regular" }, { "Щастя їжак", "NotoSans-Regular" },
		{ "Zażółć", "NotoSans-Regular" }, { "مرحبا", "NotoSansArabic-Regular" },
		{ "ሰላም", "NotoSansEthiopic-Regular" }, { "שלום", "NotoSansHebrew-Regular" }, { "☑", "DejaVuSans" } };

	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		struct doc_lines set = lines(scripts[i].text, 1000);

		CHECK_INT(set.count, 1);
		CHECK_TEXT(set.lines[0].pieces[0].run->face->name, scripts[i].face);
		CHECK_INT(set.lines[0].pieces[0].uncovered, 0);
	}
}

TEST(what_no_font_has_is_marked_and_copies_out_as_itself)
{
	struct doc_lines set = lines("a漢字b", 1000);
	const struct doc_piece *piece = &set.lines[0].pieces[1];

	CHECK_INT(set.lines[0].count, 4);
	CHECK_INT(piece->uncovered, 0x6F22);
	CHECK_INT(piece->run->glyphs[0].text[0], 0x6F22);
	CHECK(piece->run->glyphs[0].id != 0);
	CHECK_INT(set.lines[0].pieces[3].uncovered, 0);
}

/* PDF/A-2, 6.2.11.7: no glyph stands for a private character, for none at all, or for a byte order mark. */
TEST(what_no_reader_can_know_copies_out_as_unknown)
{
	static const struct {
		const char *text;
		uint32_t uncovered;
		int told;
	} cases[] = { { "\uF6C5", 0xF6C5, 0xFFFD }, { "\U000F0000", 0xF0000, 0xFFFD }, { "\uFDD0", 0xFDD0, 0xFFFD },
		{ "\U0001FFFE", 0x1FFFE, 0xFFFD }, { "\uFEFF", 0, 0x2060 } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct doc_lines set = lines(cases[i].text, 1000);
		const struct doc_piece *piece = &set.lines[0].pieces[0];

		CHECK_INT(piece->uncovered, cases[i].uncovered);
		CHECK_INT(piece->run->glyphs[0].text_len, 1);
		CHECK_INT(piece->run->glyphs[0].text[0], cases[i].told);
	}
}

TEST(right_to_left_words_are_ordered_as_they_are_read)
{
	struct doc_lines set = lines("abc אבג דהו def", 1000);
	int order[16];

	CHECK(!set.rtl);
	CHECK(set.lines[0].count <= 16);
	doc_line_order(order, &set.lines[0]);
	/* abc, space, then the second Hebrew word left of the first, then def. */
	CHECK_TEXT(set.lines[0].pieces[order[0]].run->text, "abc");
	CHECK_TEXT(set.lines[0].pieces[order[2]].run->text, "דהו");
	CHECK_TEXT(set.lines[0].pieces[order[4]].run->text, "אבג");
	CHECK_TEXT(set.lines[0].pieces[order[6]].run->text, "def");
	CHECK(lines("אבג abc", 1000).rtl);
}

/* Plain spaces and no-break spaces alike. */
TEST(figures_keep_their_order_among_words_from_right_to_left)
{
	static const char *const texts[] = { "منحة 1 250 000 kr لمشروع", "منحة 1\u00a0250\u00a0000 kr لمشروع" };

	for (int t = 0; t < 2; t++) {
		struct doc_lines set = lines(texts[t], 1000);
		struct buf seen = buf_new(arena);
		int order[32];

		CHECK(set.count == 1 && set.lines[0].count <= 32);
		doc_line_order(order, &set.lines[0]);
		for (int i = 0; i < set.lines[0].count; i++)
			buf_puts(&seen, set.lines[0].pieces[order[i]].run->text);
		CHECK(strstr(buf_text(&seen), t == 0 ? "1 250 000" : "1\u00a0250\u00a0000") != NULL);
	}
}

TEST(a_mark_is_set_in_the_font_of_its_letter)
{
	struct doc_lines set = lines("👍🏽 👩🏽\u200d🎤", 1000);

	for (int i = 0; i < set.lines[0].count; i++) {
		CHECK_TEXT(set.lines[0].pieces[i].run->face->name, "Symbola");
		CHECK_INT(set.lines[0].pieces[i].uncovered, 0);
	}
	CHECK_INT(lines("👩🏽\u200d🎤👨\u200d👩", 1000).lines[0].count, 2);
	CHECK_INT(lines("1\ufe0f\u20e3", 1000).lines[0].count, 1);
}

TEST(broken_utf8_is_survived)
{
	CHECK_INT(lines("a\xC3(\xFF\xE2\x82", 1000).count, 1);
}

TEST(a_shaped_word_is_remembered)
{
	const struct doc_face *face = doc_face_for(fonts, false, false, 'x');
	const struct doc_run *once = doc_shape(fonts, face, "ordning", 7, false);

	CHECK(doc_shape(fonts, face, "ordning", 7, false) == once);
	CHECK(doc_shape(fonts, face, "ordninga", 7, false) == once);
	CHECK(doc_shape(fonts, doc_face_for(fonts, true, false, 'x'), "ordning", 7, false) != once);
	CHECK_INT(once->count, 7);
	CHECK_INT(once->glyphs[0].text[0], 'o');
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

UNIT_MAIN(CASE(lines_end_between_words), CASE(no_break_spaces_and_quotation_marks_hold),
    CASE(lines_end_where_the_rules_say), CASE(hyphens_break_between_letters_only),
    CASE(a_soft_hyphen_shows_only_where_it_is_used), CASE(a_word_wider_than_the_line_is_divided_and_none_is_lost),
    CASE(line_ends_that_people_typed_are_kept), CASE(each_script_finds_its_font),
    CASE(what_no_font_has_is_marked_and_copies_out_as_itself), CASE(what_no_reader_can_know_copies_out_as_unknown),
    CASE(right_to_left_words_are_ordered_as_they_are_read),
    CASE(figures_keep_their_order_among_words_from_right_to_left), CASE(a_mark_is_set_in_the_font_of_its_letter),
    CASE(broken_utf8_is_survived), CASE(a_shaped_word_is_remembered))
