/* answer_text_test.c — stored answers as people read them, and files told by what is in them. */
#include "check.h"
#include "domain_fixture.h"

#include "core/text.h"
#include "domain/answer_text.h"
#include "domain/file_kind.h"
#include "domain/open_call.h"

#define NBSP "\u00a0"

static void
expect(struct fixture *f, const char *path, const char *stored, const char *shown)
{
	const struct scheme_field *field = answer_path_field(&f->scheme, path);

	answers_set(f->answers, path, stored);
	CHECK_TEXT(answer_text(arena, field, f->answers, &f->facts, LANG_NB), shown);
}

TEST(answers_are_shown_in_words)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "tittel", "Dans i dalen", "Dans i dalen");
	expect(f, "sum", "1350000", "1" NBSP "350" NBSP "000" NBSP "kr");
	expect(f, "billett", "dyrt", "dyrt");
	expect(f, "billett", "", "");
	expect(f, "medlemmer", "1200", "1" NBSP "200");
	expect(f, "medlemmer", "mange", "mange");
	expect(f, "medlemmer", "1234567890123456", "1234567890123456");
	expect(f, "premiere", "2027-05-01", "1. mai 2027");
	expect(f, "premiere", "snart", "snart");
	expect(f, "unge", "yes", "Ja");
	expect(f, "unge", "no", "Nei");
	expect(f, "sant", "yes", "Bekreftet");
	expect(f, "sant", "no", "Ikke bekreftet");
	expect(f, "uttrykk", "teater", "Teater");
	expect(f, "uttrykk", "film", "film");
	expect(f, "tema", "klima by", "Klima, By");
	expect(f, "kommuner", "3401 9999", "Kommunen, 9999");
	expect(f, "kommuner", "all", "Hele fylket");
	expect(f, "konto", "12345678911", "1234 56 78911");
	expect(f, "konto", "123", "123");
	expect(f, "telefon", "91234567", "91 23 45 67");
	expect(f, "telefon", "+4791234567", "+4791234567");
	expect(f, "periode.end", "2027-06-15", "15. januar 2027 – 15. juni 2027");
	expect(f, "periode.start", "", " – 15. juni 2027");
	expect(f, "periode.end", "", "");
	CHECK_TEXT(answer_text(arena, &f->tiltaket[F_PLACES], f->answers, NULL, LANG_NN), "Heile fylket");
}

TEST(the_sum_applied_for_is_the_first_line_of_the_financing)
{
	struct fixture *f = fixture_new(arena);
	struct answer_row *rows;
	size_t n = answer_rows(&rows, arena, &f->scheme, &f->okonomi[F_FINANCING], f->answers, LANG_NB);

	CHECK_INT(n, 3);
	CHECK_TEXT(rows[0].what, answer_applied_line(LANG_NB));
	CHECK_TEXT(rows[0].cash, "40" NBSP "000" NBSP "kr");
	CHECK_TEXT(rows[0].own, "");
	CHECK_TEXT(rows[1].what, "Kommunen");
	CHECK_TEXT(rows[2].own, "10" NBSP "000" NBSP "kr");
	CHECK_TEXT(rows[2].total, "10" NBSP "000" NBSP "kr");
	answers_set(f->answers, "kostnader.4.item", "Mat");
	n = answer_rows(&rows, arena, &f->scheme, &f->okonomi[F_COSTS], f->answers, LANG_NB);
	CHECK_INT(n, 3); /* empty rows are left out */
	CHECK_TEXT(rows[2].what, "Mat");
	CHECK_TEXT(rows[2].total, "0" NBSP "kr");
}

TEST(goals_are_rows_and_other_answers_have_none)
{
	struct fixture *f = fixture_new(arena);
	struct answer_row *rows;

	CHECK_INT(answer_rows(&rows, arena, &f->scheme, &f->mal[0], f->answers, LANG_NB), 1);
	CHECK_TEXT(rows[0].what, "Barn og unge som deltar");
	CHECK_TEXT(rows[0].number, "200");
	CHECK_TEXT(rows[0].how, "Vi teller i døra");
	CHECK_INT(answer_rows(&rows, arena, &f->scheme, &f->tiltaket[F_TITLE], f->answers, LANG_NB), 0);
	CHECK(rows == NULL);
}

#define BYTES(s) (s), sizeof(s) - 1

static void
expect_kind(const void *bytes, size_t len, enum attachment_kind kind, const char *media_type)
{
	enum attachment_kind got_kind;
	const char *got_type;

	CHECK_INT(file_kind_of(&got_kind, &got_type, bytes, len), OK);
	CHECK_INT(got_kind, kind);
	CHECK_TEXT(got_type, media_type);
}

TEST(a_file_is_what_is_in_it_not_what_it_is_called)
{
	static const char head[] = "PK\x03\x04 26 bytes of a zip header..";

	expect_kind(BYTES("%PDF-1.7\n"), ATTACH_PDF, "application/pdf");
	expect_kind(BYTES("\x89PNG\r\n\x1a\n...."), ATTACH_IMAGE, "image/png");
	expect_kind(BYTES("\xff\xd8\xff\xe0"), ATTACH_IMAGE, "image/jpeg");
	expect_kind(BYTES("\0\0\0\x18"
			  "ftypheic"),
	    ATTACH_IMAGE, "image/heic");
	expect_kind(BYTES("\0\0\0\x18"
			  "ftypmsf1"),
	    ATTACH_IMAGE, "image/heif");
	expect_kind(BYTES("PK\x03\x04 [Content_Types].xml word/document.xml"), ATTACH_DOCUMENT,
	    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
	expect_kind(BYTES("PK\x03\x04 [Content_Types].xml xl/workbook.xml"), ATTACH_SPREADSHEET,
	    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
	CHECK_INT(sizeof(head) - 1 >= 30, 1);
	expect_kind(arena_printf(arena, "%.30smimetypeapplication/vnd.oasis.opendocument.text", head), 30 + 47,
	    ATTACH_DOCUMENT, "application/vnd.oasis.opendocument.text");
}

TEST(other_files_are_refused)
{
	static const struct {
		const char *bytes;
		size_t len;
	} others[] = { { BYTES("") }, { BYTES("%PDF") }, { BYTES("MZ\x90\x00 a program") }, { BYTES("PK\x03") },
		{ BYTES("PK\x03\x04 any zip") }, { BYTES("PK\x03\x04 [Content_Types].xml ppt/presentation.xml") },
		{ BYTES("<html>") } };

	for (size_t i = 0; i < COUNT_OF(others); i++) {
		enum attachment_kind kind = ATTACH_PDF;
		const char *type = "untouched";

		CHECK_INT(file_kind_of(&kind, &type, others[i].bytes, others[i].len), ERR_INVALID);
		CHECK_TEXT(type, "untouched");
	}
}

TEST(kinds_have_codes)
{
	static const char *const codes[] = { "pdf", "image", "document", "spreadsheet" };
	enum attachment_kind kind = ATTACH_PDF;

	for (size_t i = 0; i < COUNT_OF(codes); i++) {
		CHECK(attachment_kind_parse(&kind, codes[i]));
		CHECK_INT(kind, 1 << i);
		CHECK_TEXT(attachment_kind_code(kind), codes[i]);
	}
	CHECK(!attachment_kind_parse(&kind, "film"));
	CHECK_TEXT(attachment_kind_code((enum attachment_kind)64), "");
}

#define PDF "application/pdf"

TEST(file_names_lose_folders_and_characters_that_do_harm)
{
	char *longer = arena_alloc(arena, 400);

	CHECK_TEXT(file_name_clean(arena, "regnskap 2026.pdf", PDF), "regnskap 2026.pdf");
	CHECK_TEXT(file_name_clean(arena, "C:\\Mine dokumenter\\regnskap.pdf", PDF), "regnskap.pdf");
	CHECK_TEXT(file_name_clean(arena, "../../etc/passwd", PDF), "passwd.pdf");
	CHECK_TEXT(file_name_clean(arena, "a\"b<c>\n\x7f.pdf", PDF), "abc.pdf");
	CHECK_TEXT(file_name_clean(arena, "mappe/", PDF), "vedlegg.pdf");
	CHECK_TEXT(file_name_clean(arena, ".pdf", PDF), ".pdf.pdf");
	CHECK_TEXT(file_name_clean(arena, "årsmøte.pdf", PDF), "årsmøte.pdf");
	/* U+202E shows what comes after it from right to left: "regning" and "exe.pdf". */
	CHECK_TEXT(file_name_clean(arena,
		       "regning\xe2\x80\xae"
		       "fdp.exe",
		       PDF),
	    "regningfdp.exe.pdf");
	/* U+061C, U+200E, U+200F, U+202A, U+2066 and U+2069 each turn something. */
	CHECK_TEXT(
	    file_name_clean(arena, "a\xd8\x9c\xe2\x80\x8e\xe2\x80\x8f\xe2\x80\xaa\xe2\x81\xa6\xe2\x81\xa9.pdf", PDF),
	    "a.pdf");
	/* U+200B, U+202F and U+206A stand beside those and turn nothing. */
	CHECK_TEXT(file_name_clean(arena, "a\xe2\x80\x8b\xe2\x80\xaf\xe2\x81\xaa.pdf", PDF),
	    "a\xe2\x80\x8b\xe2\x80\xaf\xe2\x81\xaa.pdf");
	memset(longer, 'x', 399);
	CHECK_INT(strlen(file_name_clean(arena, longer, PDF)), 124);
}

TEST(file_names_end_as_what_is_in_the_file)
{
	CHECK_TEXT(file_name_clean(arena, "regning.bat", PDF), "regning.bat.pdf");
	CHECK_TEXT(file_name_clean(arena, "side.html", PDF), "side.html.pdf");
	CHECK_TEXT(file_name_clean(arena, "REGNING.PDF", PDF), "REGNING.PDF");
	CHECK_TEXT(file_name_clean(arena, "bilde.jpeg", "image/jpeg"), "bilde.jpeg");
	CHECK_TEXT(file_name_clean(arena, "bilde.png", "image/jpeg"), "bilde.png.jpg");
	CHECK_TEXT(file_name_clean(arena, "IMG_1.HEIC", "image/heif"), "IMG_1.HEIC");
	CHECK_TEXT(file_name_clean(
		       arena, "plan.docm", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
	    "plan.docm.docx");
	CHECK_TEXT(file_name_clean(arena, "Uttalelse", FILE_OF_WORDS), "Uttalelse.txt");
}

TEST(fields_and_kinds_of_applicants_have_names)
{
	for (int lang = 0; lang < LANG__MAX; lang++) {
		for (int area = 0; area < AREA__MAX; area++)
			CHECK(!text_blank(area_name((enum scheme_area)area, (enum lang)lang)));
		for (int kind = 0; kind < APPLICANT__MAX; kind++)
			CHECK(!text_blank(applicant_kind_name((enum applicant_kind)kind, (enum lang)lang)));
	}
	CHECK_TEXT(applicant_kind_name(APPLICANT_MUNICIPALITY, LANG_NN), "Kommunar");
}

UNIT_MAIN(WITH_ARENA(answers_are_shown_in_words), WITH_ARENA(the_sum_applied_for_is_the_first_line_of_the_financing),
    WITH_ARENA(goals_are_rows_and_other_answers_have_none), WITH_ARENA(a_file_is_what_is_in_it_not_what_it_is_called),
    WITH_ARENA(other_files_are_refused), WITH_ARENA(kinds_have_codes),
    WITH_ARENA(file_names_lose_folders_and_characters_that_do_harm), WITH_ARENA(file_names_end_as_what_is_in_the_file),
    WITH_ARENA(fields_and_kinds_of_applicants_have_names))
