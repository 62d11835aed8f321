/* letter_text_test.c — what officers write in letters' standing texts is checked line by line, and filled in. */
#include "check.h"

#include <string.h>

#include "domain/letter_text.h"

ARENA_FOR_TESTS

static const char *
first_of(enum letter_block block, const char *text, enum lang written)
{
	struct messages messages = messages_new(arena);

	letter_text_check(&messages, block, "nb", text, written, LANG_NB);
	return (messages.n == 0 ? "" : messages.list[0].text);
}

#define APPEAL "Klag innen tre uker til {klageadresse}. {klageorgan} avgjør."

TEST(whole_texts_pass)
{
	CHECK_TEXT(first_of(BLOCK_APPEAL, APPEAL, LANG_NB), "");
	CHECK_TEXT(first_of(BLOCK_ACCESS, "Dere kan se saken.", LANG_NB), "");
}

TEST(a_field_that_is_none_is_told_with_its_line)
{
	CHECK_TEXT(first_of(BLOCK_OPENING_GRANTED, "Hei.\n\nVi gir {sumen} til {tittel}.", LANG_NB),
	    "Linje 3: {sumen} er ikke et felt her. Mente du {sum}?");
	CHECK_TEXT(first_of(BLOCK_ACCESS, "Se {klageorgan}.", LANG_NB),
	    "Linje 1: {klageorgan} er ikke et felt her. Du kan bruke {nummer}, {tittel}, {ordning}, {søker}, "
	    "{fylket}, {mottatt} og {vedtaksdato}.");
}

TEST(braces_that_do_not_meet_are_told)
{
	CHECK_TEXT(first_of(BLOCK_ACCESS, "Sak {nummer er åpen.\nSe {nummer}.", LANG_NB),
	    "Linje 1: En klamme er åpnet, men ikke lukket. Skriv feltet som {nummer}.");
	CHECK_TEXT(first_of(BLOCK_ACCESS, "Til slutt {", LANG_NB),
	    "Linje 1: En klamme er åpnet, men ikke lukket. Skriv feltet som {nummer}.");
	CHECK_TEXT(first_of(BLOCK_ACCESS, "Sak\nnummer} er åpen.", LANG_NB),
	    "Linje 2: En klamme er lukket uten å være åpnet. Skriv feltet som {nummer}, eller ta klammen bort.");
}

TEST(what_must_stand_there_must)
{
	CHECK_TEXT(first_of(BLOCK_APPEAL, "Klag innen tre uker til {klageadresse}.", LANG_NB),
	    "Feltet {klageorgan} mangler. Det må stå i teksten.");
	CHECK_TEXT(first_of(BLOCK_APPEAL, "Klag til {klageadresse}. {klageorgan} avgjør.", LANG_NB),
	    "Teksten må si «tre uker». Det er fristen i loven.");
	CHECK_TEXT(first_of(BLOCK_APPEAL, APPEAL, LANG_NN), "Teksten må si «tre veker». Det er fristen i loven.");
	CHECK_TEXT(first_of(BLOCK_ACCESS, " \n", LANG_NB), "Skriv teksten. Brev kan ikke sendes uten den.");
}

TEST(a_text_has_a_longest_length)
{
	char *text = arena_alloc(arena, LETTER_TEXT_MAX + 2);

	memset(text, 'a', LETTER_TEXT_MAX + 1);
	CHECK_TEXT(first_of(BLOCK_ACCESS, text, LANG_NB), "Teksten er for lang. Kort den ned til 8 000 tegn.");
	text[LETTER_TEXT_MAX] = '\0';
	CHECK_TEXT(first_of(BLOCK_ACCESS, text, LANG_NB), "");
}

static const char *
value_of(const void *of, const char *key)
{
	(void)of;
	return (strcmp(key, "awarded") == 0 ? "5 000 kr" : strcmp(key, "title") == 0 ? "{sum}" : "");
}

TEST(fields_are_filled_in_once)
{
	CHECK_TEXT(letter_text_fill(arena, "Vi gir {sum} til «{tittel}».{frist}", value_of, NULL),
	    "Vi gir 5 000 kr til «{sum}».");
	CHECK_TEXT(letter_text_fill(arena, "Ingen felt.", value_of, NULL), "Ingen felt.");
	CHECK_TEXT(letter_text_fill(arena, "{ukjent} og {sum", value_of, NULL), "{ukjent} og {sum");
}

TEST(every_block_can_be_found_by_its_code)
{
	enum letter_block block;

	for (int i = 0; i < BLOCK__MAX; i++) {
		const struct letter_block_about *about = letter_block_about((enum letter_block)i);

		CHECK(letter_block_parse(&block, about->code) && block == (enum letter_block)i);
		CHECK((about->must & ~about->may) == 0);
	}
	CHECK(!letter_block_parse(&block, "finnes ikke"));
	CHECK_TEXT(letter_field_name(IN_AWARDED), "sum");
	CHECK_TEXT(letter_template(LETTER_DEFECT), "defect_letter");
}

ARENA_TESTS(UNIT(whole_texts_pass), UNIT(a_field_that_is_none_is_told_with_its_line),
    UNIT(braces_that_do_not_meet_are_told), UNIT(what_must_stand_there_must), UNIT(a_text_has_a_longest_length),
    UNIT(fields_are_filled_in_once), UNIT(every_block_can_be_found_by_its_code))
