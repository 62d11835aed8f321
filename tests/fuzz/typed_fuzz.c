/* typed_fuzz.c — any text as what people type and attach: sums, days, numbers, addresses, letters' texts, files. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/date.h"
#include "core/email.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "domain/file_kind.h"
#include "domain/letter_text.h"
#include "outside/smtp.h"

#define RELY(that)                                                                                                     \
	do {                                                                                                           \
		if (!(that))                                                                                           \
			abort();                                                                                       \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* What was read is shown so that it reads the same again. */
static void
sums_and_days(struct arena *arena, const char *typed)
{
	money sum = { -1 }, again = { -2 };
	struct date day, same;

	if (money_parse(&sum, typed) == OK)
		RELY(sum.ore >= 0 && money_cmp(sum, MONEY_MAX) <= 0 && sum.ore % 100 == 0 &&
		     money_parse(&again, money_show(arena, sum)) == OK && money_cmp(sum, again) == 0);
	else
		RELY(sum.ore == -1);
	if (date_parse(&day, typed) == OK)
		RELY(date_valid(day) && date_parse(&same, date_iso(arena, day)) == OK && date_cmp(day, same) == 0);
}

/* A letter to whoever can be sent to has the headers it was given, and no more. */
static void
numbers_and_letters(struct arena *arena, const char *typed)
{
	const struct smtp_server server = { "smtp://localhost", "fylket@fylke.example", "Fylket" };
	struct smtp_letter letter = { .to = typed, .subject = typed, .body = typed, .id = "mail-1" };
	struct buf text = buf_new(arena);
	int lines = 0;

	if (orgnr_valid(typed))
		RELY(strlen(orgnr_digits(arena, typed)) == 9);
	(void)account_valid(typed);
	if (!email_sendable(typed))
		letter.to = "kari@lag.no";
	if (strpbrk(typed, "\r\n") != NULL)
		letter.subject = "Sak";
	RELY(smtp_compose(&text, arena, &server, &letter) == OK);
	for (const char *at = buf_text(&text); strncmp(at, "\r\n", 2) != 0; lines++) {
		RELY(lines < 2000 && (*at == ' ' || (*at >= 'A' && *at <= 'Z')) && strstr(at, "\r\n") != NULL);
		RELY(strncmp(at, "Bcc", 3) != 0 && strncmp(at, "Cc", 2) != 0);
		at = strstr(at, "\r\n") + 2;
	}
}

static const char *
nothing(const void *of, const char *key)
{
	(void)of;
	(void)key;
	return ("");
}

static void
letter_texts(struct arena *arena, const char *typed)
{
	for (int block = 0; block < BLOCK__MAX; block++) {
		struct messages messages = messages_new(arena);

		letter_text_check(&messages, (enum letter_block)block, "nb", typed, LANG_NB, LANG_EN);
		/* Nothing is put in where nothing is known. */
		RELY(strlen(letter_text_fill(arena, typed, nothing, NULL)) <= strlen(typed));
	}
}

static void
files(struct arena *arena, const uint8_t *bytes, size_t len, const char *name)
{
	enum attachment_kind kind;
	const char *type = FILE_OF_WORDS, *kept;

	if (file_kind_of(&kind, &type, bytes, len) == OK)
		RELY(*attachment_kind_code(kind) != '\0');
	kept = file_name_clean(arena, name, type);
	RELY(*kept != '\0' && text_length(kept) <= 125 && strpbrk(kept, "/\\\"<>\r\n") == NULL);
	/* Kept once more it is the same. */
	RELY(text_length(kept) > 120 || strcmp(kept, file_name_clean(arena, kept, type)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	const char *typed;

	if (text_clean(&typed, NULL, arena, len == 0 ? "" : (const char *)bytes, len) != OK)
		typed = "";
	sums_and_days(arena, typed);
	numbers_and_letters(arena, typed);
	letter_texts(arena, typed);
	files(arena, bytes, len, typed);
	arena_free(arena);
	return (0);
}
