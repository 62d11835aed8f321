/* html_escape.h — what compiled templates call: every value becomes safe for the place it stands in. */
#ifndef WEB_HTML_ESCAPE_H
#define WEB_HTML_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/buf.h"

/*
 * HTML that may be printed as it is. Made only by safe_html_from(), from what a template or the documents' HTML twin
 * wrote; never from people's text.
 */
struct safe_html {
	const char *data;
	size_t len;
};

/* A piece of text in one language, escaped while building. */
struct html_text {
	const char *data;
	size_t len;
};

#define HTML_TEXT(s)                                                                                                   \
	{                                                                                                              \
		(s), sizeof(s) - 1                                                                                     \
	}

/* Borrows what is in html. */
struct safe_html safe_html_from(const struct buf *html);

/* For text and quoted values: & < > " and ' are escaped. NULL prints nothing. */
void html_escape(struct buf *out, const char *text);

/*
 * A whole address as the value of href, src or action: relative from / ? or #, https, mailto or tel.
 * Anything else (javascript:, //host, control characters, backslashes) becomes "#".
 */
void html_url(struct buf *out, const char *url);

/* A piece of an address behind our own beginning: all but letters, digits and - . _ ~ is percent-encoded. */
void html_url_part(struct buf *out, const char *text);

/* What follows mailto: or tel: ; @ and + stand as they are. */
void html_url_address(struct buf *out, const char *text);

/* 12 345 with no-break spaces; html_integer without. */
void html_number(struct buf *out, int64_t n);
void html_integer(struct buf *out, int64_t n);

/* buf_add() with the usual case, room enough, done in place: pages are made of thousands of short pieces. */
static inline void
html_add(struct buf *out, const char *data, size_t len)
{
	if (out->cap - out->len <= len) {
		buf_add(out, data, len);
		return;
	}
	memcpy(out->data + out->len, data, len);
	out->len += len;
	out->data[out->len] = '\0';
}

#define HTML_LIT(out, s) html_add((out), (s), sizeof(s) - 1)

static inline void
html_safe_add(struct buf *out, const struct safe_html *html)
{
	html_add(out, html->data, html->len);
}

static inline void
html_text_add(struct buf *out, const struct html_text *text)
{
	html_add(out, text->data, text->len);
}

static inline bool
html_set(const char *text)
{
	return (text != NULL && text[0] != '\0');
}

static inline bool
html_set_bool(bool flag)
{
	return (flag);
}

static inline bool
html_set_number(int64_t n)
{
	return (n != 0);
}

/* For the page's common data, whose struct is written by hand: the type chooses. */
#define HTML_SET(x)                                                                                                    \
	_Generic((x), const char * : html_set, char * : html_set, bool : html_set_bool, default : html_set_number)(x)
#define HTML_PRINT(out, x)                                                                                             \
	_Generic((x), const char * : html_escape, char * : html_escape, default : html_number)((out), (x))
#define HTML_PRINT_PART(out, x)                                                                                        \
	_Generic((x), const char * : html_url_part, char * : html_url_part, default : html_integer)((out), (x))

#endif
