/* smtp_test.c — letters as mail servers want them. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "outside/smtp.h"

ARENA_FOR_TESTS

static const struct smtp_server server = { "smtp://127.0.0.1:1", "ikke-svar@fylke.test", "Ås fylkeskommune" };

static const char *
composed(const char *to, const char *subject, const char *body)
{
	struct smtp_letter letter = { to, subject, body, "mail-17", INT64_C(1795348800) * INSTANT_SECOND };
	struct buf out = buf_new(arena);

	return (smtp_compose(&out, arena, &server, &letter) == OK ? buf_text(&out) : "(refused)");
}

TEST(a_letter_is_written_as_the_standards_say)
{
	CHECK_TEXT(composed("kari@lag.test", "Søknad mottatt", "Hei\nKari\n"),
	    "From: =?UTF-8?B?w4VzIGZ5bGtlc2tvbW11bmU=?= <ikke-svar@fylke.test>\r\n"
	    "To: <kari@lag.test>\r\n"
	    "Subject: =?UTF-8?B?U8O4a25hZCBtb3R0YXR0?=\r\n"
	    "Date: Sun, 22 Nov 2026 12:00:00 +0000\r\n"
	    "Message-ID: <mail-17.1795348800@fylke.test>\r\n"
	    "Auto-Submitted: auto-generated\r\n"
	    "MIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: base64\r\n"
	    "\r\n"
	    "SGVpDQpLYXJpDQo=\r\n");
}

TEST(no_line_is_longer_than_the_standards_allow)
{
	char subject[200], body[4000];
	const char *letter, *line;

	for (size_t i = 0; i + 2 < sizeof(subject); i += 2)
		snprintf(subject + i, 3, "ø");
	memset(body, 'x', sizeof(body) - 1);
	body[sizeof(body) - 1] = '\0';
	letter = composed("kari@lag.test", subject, body);
	for (line = letter; *line != '\0'; line = strstr(line, "\r\n") + 2)
		CHECK(strstr(line, "\r\n") - line <= 78);
}

TEST(a_letter_of_two_bytes_is_not_cut_between_encoded_words)
{
	/* 38 letters of one byte, then one of two that would end at byte 40. */
	const char *letter = composed("kari@lag.test", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaøb", "");

	CHECK(strstr(letter, "Subject: =?UTF-8?B?YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=?=\r\n "
			     "=?UTF-8?B?w7hi?=\r\n") != NULL);
}

TEST(what_could_be_more_than_an_address_is_refused)
{
	static const char *const wrong[] = { "", "kari", "@lag.test", "kari@", "kari@lag.test, per@lag.test", "a@b@c",
		"kari@lag.test>\r\nRCPT TO:<per@lag.test", "kari lag@test", "kari@lag.test\n", "<kari@lag.test>",
		"kåre@lag.test" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (strcmp(composed(wrong[i], "Emne", "Tekst"), "(refused)") != 0)
			fail_msg("\"%s\" was taken", wrong[i]);
}

TEST(a_subject_of_two_lines_is_refused)
{
	CHECK_TEXT(composed("kari@lag.test", "Emne\r\nBcc: per@lag.test", "Tekst"), "(refused)");
}

TEST(a_server_that_is_not_there_is_tried_again_later)
{
	struct smtp_letter letter = { "kari@lag.test", "Emne", "Tekst", "mail-1", INSTANT_DAY };
	const char *why = NULL;

	CHECK_INT(smtp_start(), OK);
	CHECK_INT(smtp_send(&why, arena, &server, &letter), ERR_UNAVAILABLE);
	CHECK(why != NULL && strstr(why, "kari") == NULL);
}

ARENA_TESTS(UNIT(a_letter_is_written_as_the_standards_say), UNIT(no_line_is_longer_than_the_standards_allow),
    UNIT(a_letter_of_two_bytes_is_not_cut_between_encoded_words), UNIT(what_could_be_more_than_an_address_is_refused),
    UNIT(a_subject_of_two_lines_is_refused), UNIT(a_server_that_is_not_there_is_tried_again_later))
