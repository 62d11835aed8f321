/* html_context.h — where in the HTML a template stands, character by character, so that each value is made safe for its
 * place. */
#ifndef BUILD_HTML_CONTEXT_H
#define BUILD_HTML_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buf.h"

enum html_place {
	PLACE_TEXT,       /* between tags, also in <title> and <textarea> */
	PLACE_RAW,        /* inside <script> or <style>: no value is allowed */
	PLACE_TAG,        /* inside a tag, between attributes */
	PLACE_TAG_NAME,   /* inside the name of a start tag */
	PLACE_END_TAG,    /* inside an end tag */
	PLACE_ATTR_NAME,  /* inside the name of an attribute */
	PLACE_ATTR_EQUAL, /* after "=", before the quote */
	PLACE_VALUE       /* inside a quoted value */
};

/* How a value printed here is made safe. */
enum html_escape_kind {
	ESCAPE_TEXT,    /* & < > " ' */
	ESCAPE_URL,     /* the whole address: checked against the schemes allowed */
	ESCAPE_PART,    /* a piece of an address after our own beginning: percent-encoded */
	ESCAPE_ADDRESS, /* after mailto: or tel: */
	ESCAPE_NONE     /* no value may stand here */
};

enum { HTML_NAME_MAX = 32, HTML_DEPTH_MAX = 64 };

/* A copy of this struct is a place to come back to; html_context_same() compares two. */
struct html_context {
	enum html_place place;
	char quote;
	bool end_slash;
	bool after_block;             /* only white space since a tag that stands on its own line */
	char tag[HTML_NAME_MAX];      /* of the tag being read, or the raw element */
	char attr[HTML_NAME_MAX * 2]; /* of the attribute being read */
	char value_start[16];         /* how the value begins; "" at its start */
	bool value_begun;             /* also true when the value began with something printed */
	int value_slashes;            /* "/" in the value so far: tells host from path in https://host/path */
	char open[HTML_DEPTH_MAX][HTML_NAME_MAX];
	int open_line[HTML_DEPTH_MAX]; /* line of each open element's start tag */
	int depth;
	int floor; /* elements that were open outside the section: not to be closed in it */
	int line;
};

void html_context_start(struct html_context *ctx);

/*
 * Reads literal template text and adds what goes into the page to out: comments removed, white space collapsed.
 * returns: NULL, or what is wrong and what to do about it (arena of out); ctx->line tells where
 */
const char *html_context_feed(struct html_context *ctx, struct buf *out, const char *text, size_t len);

/* How a value printed here is escaped; ESCAPE_NONE sets *why. Moves past it. */
enum html_escape_kind html_context_print(struct html_context *ctx, const char **why);

/* Ends a half-read tag or attribute name before a section starts or ends. NULL, or what is wrong. */
const char *html_context_boundary(struct html_context *ctx, struct buf *out);

/* True when both stand at the same place with the same elements open. */
bool html_context_same(const struct html_context *a, const struct html_context *b);

#endif
