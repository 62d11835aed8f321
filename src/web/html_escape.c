/* html_escape.c — escapes for the places a value may stand in a page. */
#include "web/html_escape.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

struct safe_html
safe_html_from(const struct buf *html)
{
	return ((struct safe_html){ buf_text(html), html->len });
}

/* What each byte becomes; an empty piece for those that stand as they are. */
static const struct html_text entities[256] = {
	['&'] = HTML_TEXT("&amp;"),
	['<'] = HTML_TEXT("&lt;"),
	['>'] = HTML_TEXT("&gt;"),
	['"'] = HTML_TEXT("&#34;"),
	['\''] = HTML_TEXT("&#39;"),
};

/* Bytes that end a run of plain text: the five above and NUL. */
static const bool ends_run[256] = {
	['\0'] = true, ['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true
};

void
html_escape(struct buf *out, const char *text)
{
	const unsigned char *p = (const unsigned char *)text, *run = p;

	if (text == NULL)
		return;
	for (;; run = ++p) {
		while (!ends_run[*p])
			p++;
		html_add(out, (const char *)run, (size_t)(p - run));
		if (*p == '\0')
			return;
		html_add(out, entities[*p].data, entities[*p].len);
	}
}

/* Browsers take out tabs and newlines and read \ as /, so "/\t/host" would leave the site. */
static bool
url_clean(const char *url)
{
	for (; *url != '\0'; url++)
		if ((unsigned char)*url < 0x20 || *url == '\\' || *url == 0x7f)
			return (false);
	return (true);
}

static bool
url_allowed(const char *url)
{
	static const char *const schemes[] = { "https://", "mailto:", "tel:" };

	if (!url_clean(url))
		return (false);
	if (url[0] == '/')
		return (url[1] != '/');
	if (url[0] == '?' || url[0] == '#')
		return (true);
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
			return (true);
	return (false);
}

void
html_url(struct buf *out, const char *url)
{
	if (url == NULL)
		return;
	html_escape(out, url_allowed(url) ? url : "#");
}

static void
percent_encode(struct buf *out, const char *text, const char *keep)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	if (text == NULL)
		return;
	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL || strchr(keep, *text) != NULL)
			buf_putc(out, *text);
		else
			buf_printf(out, "%%%02X", (unsigned char)*text);
	}
}

void
html_url_part(struct buf *out, const char *text)
{
	percent_encode(out, text, "");
}

void
html_url_address(struct buf *out, const char *text)
{
	/* Phone numbers are written in groups, and no address holds a space. */
	for (char one[2] = ""; text != NULL && *text != '\0'; text++)
		if (*text != ' ') {
			one[0] = *text;
			percent_encode(out, one, "@+");
		}
}

void
html_integer(struct buf *out, int64_t n)
{
	char digits[24];

	buf_add(out, digits, (size_t)snprintf(digits, sizeof(digits), "%" PRId64, n));
}

void
html_number(struct buf *out, int64_t n)
{
	char digits[24];
	size_t len = (size_t)snprintf(digits, sizeof(digits), "%" PRId64, n);
	size_t sign = digits[0] == '-';

	for (size_t i = 0; i < len; i++) {
		if (i > sign && (len - i) % 3 == 0)
			BUF_LIT(out, "\u00a0");
		buf_putc(out, digits[i]);
	}
}
