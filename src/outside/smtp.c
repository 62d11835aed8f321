/* smtp.c — hands mail to a mail server through libcurl. */
#include "outside/smtp.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"

#define CONNECT_SECONDS 10L
#define SEND_SECONDS 60L

struct smtp {
	CURL *curl;
	const char *url, *from;
	bool must_encrypt;
};

static const char *
setting(const char *name)
{
	const char *value = getenv(name);

	return (value == NULL ? "" : value);
}

static enum status
refuse(const char *what)
{
	log_line(LOG_ERROR, NULL, "%s", what);
	return (ERR_INVALID);
}

static bool
is_this_machine(const char *host)
{
	return (strcmp(host, "127.0.0.1") == 0 || strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0);
}

/* A password in the clear may cross no network. */
static enum status
url_check(struct smtp *smtp)
{
	CURLU *url = curl_url();
	char *host = NULL, *user = NULL, *scheme = NULL;
	bool fits = url != NULL && curl_url_set(url, CURLUPART_URL, smtp->url, 0) == CURLUE_OK &&
		    curl_url_get(url, CURLUPART_HOST, &host, 0) == CURLUE_OK &&
		    curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
		    (strcmp(scheme, "smtp") == 0 || strcmp(scheme, "smtps") == 0);

	if (fits)
		smtp->must_encrypt = curl_url_get(url, CURLUPART_USER, &user, 0) == CURLUE_OK && !is_this_machine(host);
	curl_free(host);
	curl_free(user);
	curl_free(scheme);
	curl_url_cleanup(url);
	return (fits ? OK : refuse("TILSKUDD_SMTP is not understood; write it as smtp://mail.fylke.no:25"));
}

static enum status
from_choose(struct smtp *smtp)
{
	smtp->from = setting("TILSKUDD_MAIL_FROM");
	if (smtp->from[0] != '\0')
		return (OK);
	if (strcmp(setting("TILSKUDD_MODE"), "production") == 0)
		return (refuse("TILSKUDD_MAIL_FROM is not set; it is the address our e-mail comes from, for example "
			       "tilskudd@fylke.no"));
	smtp->from = "tilskudd@demo.test";
	return (OK);
}

enum status
smtp_start(struct smtp **out, struct arena *arena)
{
	struct smtp *smtp = arena_alloc(arena, sizeof(*smtp));
	enum status st;

	smtp->url = setting("TILSKUDD_SMTP");
	if (smtp->url[0] == '\0')
		return (refuse("TILSKUDD_SMTP is not set; it is the mail server, for example smtp://mail.fylke.no:25"));
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || (smtp->curl = curl_easy_init()) == NULL)
		return (refuse("libcurl does not start"));
	if ((st = url_check(smtp)) != OK || (st = from_choose(smtp)) != OK) {
		smtp_stop(smtp);
		return (st);
	}
	*out = smtp;
	return (OK);
}

void
smtp_stop(struct smtp *smtp)
{
	if (smtp == NULL)
		return;
	curl_easy_cleanup(smtp->curl);
	smtp->curl = NULL;
	curl_global_cleanup();
}

struct reading {
	const char *at;
	size_t left;
};

static size_t
give(char *to, size_t size, size_t count, void *object)
{
	struct reading *reading = object;
	size_t len = size * count < reading->left ? size * count : reading->left;

	memcpy(to, reading->at, len);
	reading->at += len;
	reading->left -= len;
	return (len);
}

static void
prepare(struct smtp *smtp, struct reading *reading, struct curl_slist *to)
{
	CURL *curl = smtp->curl;

	/* A fresh start that keeps the connection for the next mail. */
	curl_easy_reset(curl);
	curl_easy_setopt(curl, CURLOPT_URL, smtp->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(smtp->must_encrypt ? CURLUSESSL_ALL : CURLUSESSL_TRY));
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, smtp->from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(curl, CURLOPT_READDATA, reading);
	curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)reading->left);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, SEND_SECONDS);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

/* 5xx means never (RFC 5321 section 4.2.1); everything else may pass. The server's own words may name the receiver. */
static enum status
judge(const char **why, struct arena *arena, CURL *curl, CURLcode code)
{
	long answer = 0;

	if (code == CURLE_OK)
		return (OK);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
	*why = arena_printf(arena, "%s, the mail server's last answer was %ld", curl_easy_strerror(code), answer);
	/* 530-539 speak of our login, which an administrator can mend. */
	return (answer >= 540 && answer < 560 ? ERR_INVALID : ERR_UNAVAILABLE);
}

static enum status
smtp_send(void *self, const char **why, struct arena *arena, const struct mail_message *message)
{
	struct smtp *smtp = self;
	struct curl_slist *to;
	struct reading reading;
	char *text;
	enum status st;

	if (smtp_message(&text, arena, smtp->from, message) != OK) {
		*why = "the address cannot be written in a header";
		return (ERR_INVALID);
	}
	if ((to = curl_slist_append(NULL, message->to)) == NULL) {
		*why = "out of memory";
		return (ERR_UNAVAILABLE);
	}
	reading = (struct reading){ text, strlen(text) };
	prepare(smtp, &reading, to);
	st = judge(why, arena, smtp->curl, curl_easy_perform(smtp->curl));
	curl_slist_free_all(to);
	return (st);
}

struct mail_carrier
smtp_carrier(struct smtp *smtp)
{
	return ((struct mail_carrier){ .self = smtp, .send = smtp_send });
}
