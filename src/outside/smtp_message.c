/* smtp_message.c — a mail as RFC 5322 text: encoded subject, quoted-printable body, a message id that stays the same.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/buf.h"
#include "core/crypto.h"
#include "core/text.h"
#include "outside/smtp.h"

/* RFC 2045 section 6.7: at most 76 characters a line; RFC 2047: an encoded word has at most 75. */
#define LINE_MOST 75
#define WORD_MOST 50

static bool
address_fits(const char *address)
{
	for (const char *p = address; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || (unsigned char)*p >= 0x7F || strchr("<>,;:\"\\()", *p) != NULL)
			return (false);
	return (strchr(address, '@') != NULL && strlen(address) <= 254);
}

static bool
is_plain(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || (unsigned char)*text >= 0x7F)
			return (false);
	return (true);
}

static size_t
character_length(const char *text)
{
	const char *end = text;

	(void)text_next(&end, text + strlen(text));
	return ((size_t)(end - text));
}

/* Q encoding; a character is never split between two encoded words. */
static void
put_words(struct buf *buf, const char *text)
{
	size_t used = 0, len;

	BUF_LIT(buf, "=?utf-8?Q?");
	for (; *text != '\0'; text += len) {
		len = character_length(text);
		if (used + 3 * len > WORD_MOST) {
			BUF_LIT(buf, "?=\r\n =?utf-8?Q?");
			used = 0;
		}
		for (size_t i = 0; i < len; i++)
			buf_printf(buf, "=%02X", (unsigned char)text[i]);
		used += 3 * len;
	}
	BUF_LIT(buf, "?=");
}

static void
put_subject(struct buf *buf, const char *subject)
{
	BUF_LIT(buf, "Subject: ");
	if (is_plain(subject) && strlen(subject) <= LINE_MOST - strlen("Subject: "))
		buf_puts(buf, subject);
	else
		put_words(buf, subject);
	BUF_LIT(buf, "\r\n");
}

/* In English whatever the locale is: RFC 5322 section 3.3. */
static void
put_date(struct buf *buf, instant at)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
		"Nov", "Dec" };
	time_t seconds = (time_t)(at / INSTANT_SECOND);
	struct tm tm;

	gmtime_r(&seconds, &tm);
	buf_printf(buf, "Date: %s, %02d %s %d %02d:%02d:%02d +0000\r\n", days[tm.tm_wday], tm.tm_mday,
	    months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static bool
stands_as_it_is(const char *at)
{
	if ((*at == ' ' || *at == '\t') && (at[1] == '\n' || at[1] == '\0'))
		return (false);
	return (*at == ' ' || *at == '\t' || (*at > ' ' && *at < 0x7F && *at != '='));
}

static void
put_body(struct buf *buf, const char *text)
{
	size_t column = 0, width;

	for (; *text != '\0'; text++) {
		if (*text == '\n') {
			BUF_LIT(buf, "\r\n");
			column = 0;
			continue;
		}
		width = stands_as_it_is(text) ? 1 : 3;
		if (column + width > LINE_MOST) {
			BUF_LIT(buf, "=\r\n");
			column = 0;
		}
		if (width == 1)
			buf_putc(buf, *text);
		else
			buf_printf(buf, "=%02X", (unsigned char)*text);
		column += width;
	}
}

enum status
smtp_message(char **out, struct arena *arena, const char *from, const struct mail_message *message)
{
	struct buf buf = buf_new(arena);
	char id[32];

	if (!address_fits(message->to) || !address_fits(from))
		return (ERR_INVALID);
	snprintf(id, sizeof(id), "%lld", (long long)message->id);
	put_date(&buf, message->created_at);
	buf_printf(&buf, "From: Tilskudd <%s>\r\nTo: <%s>\r\n", from, message->to);
	/* Hashed with what it says, so that two installations behind one server never share an id. */
	buf_printf(&buf, "Message-ID: <%s.%.16s%s>\r\n", id,
	    crypto_sha256_parts(arena, (const char *const[]){ id, message->to, message->body }, 3), strchr(from, '@'));
	put_subject(&buf, message->subject);
	buf_puts(&buf,
	    "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
	put_body(&buf, message->body);
	*out = arena_strdup(arena, buf_text(&buf));
	return (OK);
}
