/* smtp.c — composes a letter and lets libcurl speak SMTP. */
#include "outside/smtp.h"

#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/email.h"
#include "core/text.h"

/* Lines with encoded words end at 76 (RFC 2047, section 2): 39 bytes become 52, the frame 12, "Subject: " 9. */
#define WORD_BYTES 39
/* 57 bytes become 76 characters, the longest line base64 may have (RFC 2045, section 6.8). */
#define LINE_BYTES 57

static void
base64_add(struct buf *out, const unsigned char *bytes, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		unsigned b = (unsigned)bytes[i] << 16;

		b |= i + 1 < len ? (unsigned)bytes[i + 1] << 8 : 0;
		b |= i + 2 < len ? bytes[i + 2] : 0;
		buf_putc(out, digits[b >> 18]);
		buf_putc(out, digits[b >> 12 & 63]);
		buf_putc(out, i + 1 < len ? digits[b >> 6 & 63] : '=');
		buf_putc(out, i + 2 < len ? digits[b & 63] : '=');
	}
}

/* One or more encoded words; a letter of several bytes is never cut. */
static void
words_add(struct buf *out, const char *text)
{
	const char *at = text, *end = text + strlen(text);

	while (at < end) {
		const char *to = at, *next = at;

		while (next < end && next - at <= WORD_BYTES) {
			to = next;
			text_next(&next, end);
		}
		if (next == end && next - at <= WORD_BYTES)
			to = next;
		BUF_LIT(out, "=?UTF-8?B?");
		base64_add(out, (const unsigned char *)at, (size_t)(to - at));
		BUF_LIT(out, "?=");
		if (to < end)
			BUF_LIT(out, "\r\n ");
		at = to;
	}
}

/* Internet text ends its lines with CR LF (RFC 2046, section 4.1.1), also inside base64. */
static void
body_add(struct buf *out, struct arena *arena, const char *body)
{
	struct buf text = buf_new(arena);

	for (; *body != '\0'; body++) {
		if (*body == '\n')
			buf_putc(&text, '\r');
		buf_putc(&text, *body);
	}
	for (size_t at = 0; at < text.len; at += LINE_BYTES) {
		size_t rest = text.len - at;

		base64_add(out, (const unsigned char *)text.data + at, rest < LINE_BYTES ? rest : LINE_BYTES);
		BUF_LIT(out, "\r\n");
	}
}

static void
date_add(struct buf *out, instant at)
{
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
		"Nov", "Dec" };
	int64_t n = at / INSTANT_DAY, s = at % INSTANT_DAY / INSTANT_SECOND;
	struct date day = date_from_days(n);

	buf_printf(out, "Date: %s, %02d %s %d %02d:%02d:%02d +0000\r\n", days[n % 7], day.day, months[day.month - 1],
	    day.year, (int)(s / 3600), (int)(s / 60 % 60), (int)(s % 60));
}

enum status
smtp_compose(struct buf *out, struct arena *arena, const struct smtp_server *server, const struct smtp_letter *letter)
{
	if (!email_sendable(letter->to) || !email_sendable(server->from) || strpbrk(letter->subject, "\r\n") != NULL)
		return (ERR_INVALID);
	BUF_LIT(out, "From: ");
	if (*server->name != '\0') {
		words_add(out, server->name);
		buf_putc(out, ' ');
	}
	buf_printf(out, "<%s>\r\nTo: <%s>\r\nSubject: ", server->from, letter->to);
	words_add(out, letter->subject);
	BUF_LIT(out, "\r\n");
	date_add(out, letter->written_at);
	buf_printf(out, "Message-ID: <%s.%lld%s>\r\n", letter->id, (long long)(letter->written_at / INSTANT_SECOND),
	    strchr(server->from, '@'));
	/* Nobody's holiday answer should come back (RFC 3834, section 5). */
	BUF_LIT(out, "Auto-Submitted: auto-generated\r\n"
		     "MIME-Version: 1.0\r\n"
		     "Content-Type: text/plain; charset=utf-8\r\n"
		     "Content-Transfer-Encoding: base64\r\n"
		     "\r\n");
	body_add(out, arena, letter->body);
	return (OK);
}

struct reading {
	const struct buf *text;
	size_t at;
};

static size_t
text_read(char *to, size_t size, size_t n, void *object)
{
	struct reading *reading = object;
	size_t rest = reading->text->len - reading->at, want = size * n;

	if (want > rest)
		want = rest;
	memcpy(to, reading->text->data + reading->at, want);
	reading->at += want;
	return (want);
}

static void
options_set(CURL *curl, const struct smtp_server *server, struct curl_slist *to, struct reading *reading)
{
	curl_easy_setopt(curl, CURLOPT_URL, server->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_TRY);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, server->from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, text_read);
	curl_easy_setopt(curl, CURLOPT_READDATA, reading);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
}

/* Why, in the library's words and the server's number: its text may repeat the address. */
static enum status
outcome(const char **why, struct arena *arena, CURL *curl, CURLcode code)
{
	long answer = 0;

	if (code == CURLE_OK)
		return (OK);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
	*why = arena_printf(arena, "%s (%ld)", curl_easy_strerror(code), answer);
	/* 501 and 55x refuse this letter; other 5xx say the server is not well (RFC 5321, section 4.2.3). */
	return (answer == 501 || (answer >= 550 && answer < 560) ? ERR_INVALID : ERR_UNAVAILABLE);
}

enum status
smtp_send(const char **why, struct arena *arena, const struct smtp_server *server, const struct smtp_letter *letter)
{
	struct buf text = buf_new(arena);
	struct reading reading = { &text, 0 };
	struct curl_slist *to;
	CURL *curl;
	enum status st;

	if ((st = smtp_compose(&text, arena, server, letter)) != OK) {
		*why = "the address or the subject cannot stand in a letter";
		return (st);
	}
	curl = curl_easy_init();
	to = curl_slist_append(NULL, letter->to);
	if (curl == NULL || to == NULL) {
		*why = "out of memory";
		st = ERR_UNAVAILABLE;
	} else {
		options_set(curl, server, to, &reading);
		st = outcome(why, arena, curl, curl_easy_perform(curl));
	}
	curl_slist_free_all(to);
	curl_easy_cleanup(curl);
	return (st);
}

enum status
smtp_start(void)
{
	return (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? OK : ERR_IO);
}
