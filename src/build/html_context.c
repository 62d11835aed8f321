/* html_context.c — a small HTML reader that knows tags, attributes and addresses, for checking templates as they are
 * compiled. */
#include "build/html_context.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct feed {
	struct html_context *ctx;
	struct buf *out;
	const char *p, *end;
};

static const char *const void_elements[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
	"param", "source", "track", "wbr", NULL };

/* White space around these is never seen. */
static const char *const block_elements[] = { "html", "head", "body", "title", "meta", "link", "script", "header",
	"footer", "main", "nav", "section", "article", "aside", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
	"ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th",
	"td", "form", "fieldset", "legend", "select", "optgroup", "option", "datalist", "details", "summary", "figure",
	"figcaption", "hr", "blockquote", "svg", "g", "path", "rect", "circle", "line", NULL };

static const char *const foreign_elements[] = { "path", "rect", "circle", "line", "polyline", "polygon", "ellipse",
	"use", "g", "svg", NULL };

static const char *const boolean_attributes[] = { "checked", "selected", "disabled", "hidden", "open", "multiple",
	"autofocus", "required", "readonly", "novalidate", "formnovalidate", "reversed", "download", "defer", "async",
	"inert", NULL };

static const char *const url_attributes[] = { "href", "src", "action", "formaction", "cite", "poster", "data", "ping",
	"manifest", "background", "xlink:href", NULL };

/* What these load acts in the page, so its address must be one of ours, written out. */
static const char *const loading_elements[] = { "script", "link", "iframe", "embed", "object", "base", "use", NULL };

static bool
listed(const char *const *list, const char *name)
{
	for (; *list != NULL; list++)
		if (strcasecmp(*list, name) == 0)
			return (true);
	return (false);
}

static const char *
wrong(struct feed *f, const char *fmt, const char *a, const char *b)
{
	struct buf text = buf_new(f->out->arena);

	for (; *fmt != '\0'; fmt++) {
		if (*fmt != '%') {
			buf_putc(&text, *fmt);
			continue;
		}
		buf_puts(&text, a);
		a = b;
	}
	return (text.data);
}

void
html_context_start(struct html_context *ctx)
{
	memset(ctx, 0, sizeof(*ctx));
	ctx->line = 1;
	ctx->after_block = true;
}

static const char *
top_element(const struct html_context *ctx)
{
	return (ctx->depth == 0 ? "" : ctx->open[ctx->depth - 1]);
}

/* The text of these is shown as written and holds no tags. */
static bool
inside_plain(const struct html_context *ctx)
{
	return (strcmp(top_element(ctx), "textarea") == 0 || strcmp(top_element(ctx), "title") == 0);
}

static bool
keeps_space(const struct html_context *ctx)
{
	for (int i = 0; i < ctx->depth; i++)
		if (strcmp(ctx->open[i], "pre") == 0 || strcmp(ctx->open[i], "textarea") == 0)
			return (true);
	return (false);
}

static bool
name_add(char *name, size_t room, char c)
{
	size_t len = strlen(name);

	if (len + 1 >= room)
		return (false);
	name[len] = (char)tolower((unsigned char)c);
	name[len + 1] = '\0';
	return (true);
}

static bool
feed_starts(const struct feed *f, const char *prefix)
{
	size_t len = strlen(prefix);

	return ((size_t)(f->end - f->p) >= len && strncasecmp(f->p, prefix, len) == 0);
}

static void
feed_take(struct feed *f, bool keep)
{
	if (*f->p == '\n')
		f->ctx->line++;
	if (keep)
		buf_putc(f->out, *f->p);
	f->p++;
}

static bool
block_tag_next(const struct feed *f)
{
	const char *p = f->p;
	char name[HTML_NAME_MAX] = "";

	if (p >= f->end || *p++ != '<')
		return (false);
	if (p < f->end && *p == '/')
		p++;
	while (p < f->end && isalnum((unsigned char)*p) && name_add(name, sizeof(name), *p))
		p++;
	return (listed(block_elements, name));
}

static void
feed_space(struct feed *f)
{
	bool newline = false;

	for (; f->p < f->end && isspace((unsigned char)*f->p); feed_take(f, false))
		newline |= *f->p == '\n';
	if (!f->ctx->after_block && !block_tag_next(f))
		buf_putc(f->out, newline ? '\n' : ' ');
}

static const char *
feed_comment(struct feed *f)
{
	while (f->p < f->end && !feed_starts(f, "-->"))
		feed_take(f, false);
	if (f->p >= f->end)
		return ("a comment may not hold {{ }} and must end with -->; move the {{ }} out of it");
	f->p += 3;
	return (NULL);
}

static const char *
feed_markup(struct feed *f)
{
	if (feed_starts(f, "<!--"))
		return (feed_comment(f));
	if (feed_starts(f, "<!doctype")) {
		while (f->p < f->end && *f->p != '>')
			feed_take(f, true);
		if (f->p >= f->end)
			return ("the doctype has no >; end it");
		feed_take(f, true);
		f->ctx->after_block = true;
		return (NULL);
	}
	if (feed_starts(f, "</")) {
		f->p += 2;
		f->ctx->place = PLACE_END_TAG;
		f->ctx->tag[0] = '\0';
		return (NULL);
	}
	if (f->p + 1 >= f->end)
		return ("the name of a tag must be written out; for the sign < write &lt;");
	if (!isalpha((unsigned char)f->p[1]))
		return ("< does not start a tag here; write &lt;");
	if (inside_plain(f->ctx))
		return (wrong(f, "<%> holds no tags; write &lt;", top_element(f->ctx), ""));
	f->ctx->place = PLACE_TAG_NAME;
	f->ctx->tag[0] = '\0';
	f->ctx->end_slash = false;
	feed_take(f, true);
	return (NULL);
}

static const char *
feed_text(struct feed *f)
{
	if (*f->p == '<')
		return (feed_markup(f));
	if (isspace((unsigned char)*f->p) && !keeps_space(f->ctx)) {
		feed_space(f);
		return (NULL);
	}
	f->ctx->after_block = false;
	feed_take(f, true);
	return (NULL);
}

static const char *
feed_raw(struct feed *f)
{
	if (feed_starts(f, "</")) {
		f->ctx->place = PLACE_TEXT;
		return (feed_markup(f));
	}
	if (!isspace((unsigned char)*f->p))
		return (wrong(
		    f, "no <%> in the page itself: move it to a file in assets/ and point to it", f->ctx->tag, ""));
	feed_take(f, false);
	return (NULL);
}

static const char *
element_push(struct feed *f)
{
	struct html_context *ctx = f->ctx;

	if (ctx->depth >= HTML_DEPTH_MAX)
		return ("too many tags inside one another; close some");
	memcpy(ctx->open[ctx->depth], ctx->tag, sizeof(ctx->tag));
	ctx->open_line[ctx->depth++] = ctx->line;
	return (NULL);
}

static const char *
start_tag_end(struct feed *f)
{
	struct html_context *ctx = f->ctx;
	bool foreign = listed(foreign_elements, ctx->tag), empty = listed(void_elements, ctx->tag);
	const char *why;

	if (ctx->end_slash && !foreign && !empty)
		return (wrong(f, "<%/> does not close itself in HTML; write <%></%>", ctx->tag, ctx->tag));
	if (ctx->end_slash && foreign)
		buf_putc(f->out, '/');
	feed_take(f, true);
	ctx->place = PLACE_TEXT;
	ctx->after_block = listed(block_elements, ctx->tag);
	if (empty || (ctx->end_slash && foreign))
		return (NULL);
	if ((why = element_push(f)) != NULL)
		return (why);
	if (strcmp(ctx->tag, "script") == 0 || strcmp(ctx->tag, "style") == 0)
		ctx->place = PLACE_RAW;
	if (strcmp(ctx->tag, "textarea") == 0 || strcmp(ctx->tag, "pre") == 0)
		buf_putc(f->out, '\n'); /* browsers drop the first newline, and people's texts may begin with one */
	return (NULL);
}

static const char *
feed_tag_name(struct feed *f)
{
	if (isalnum((unsigned char)*f->p) || *f->p == '-') {
		if (!name_add(f->ctx->tag, sizeof(f->ctx->tag), *f->p))
			return ("the tag's name is too long");
		feed_take(f, true);
		return (NULL);
	}
	if (!isspace((unsigned char)*f->p) && *f->p != '>' && *f->p != '/')
		return (wrong(f, "<%: a tag's name is letters, digits and -", f->ctx->tag, ""));
	f->ctx->place = PLACE_TAG;
	return (NULL);
}

static const char *
feed_tag(struct feed *f)
{
	if (isspace((unsigned char)*f->p)) {
		feed_take(f, false);
		return (NULL);
	}
	if (*f->p == '>')
		return (start_tag_end(f));
	if (f->ctx->end_slash)
		return ("/ stands in the middle of a tag; move it to the end or take it out");
	if (*f->p == '/') {
		f->ctx->end_slash = true;
		f->p++;
		return (NULL);
	}
	if (!isalpha((unsigned char)*f->p))
		return (wrong(f, "<%>: an attribute's name must begin with a letter", f->ctx->tag, ""));
	f->ctx->place = PLACE_ATTR_NAME;
	f->ctx->attr[0] = '\0';
	buf_putc(f->out, ' ');
	return (NULL);
}

static const char *
attr_allowed(struct feed *f)
{
	const char *attr = f->ctx->attr;

	if (strncmp(attr, "on", 2) == 0)
		return (wrong(f, "%: no script in the page itself (strict CSP); put it in assets/js", attr, ""));
	if (strcmp(attr, "style") == 0 || strcmp(attr, "srcdoc") == 0 || strcmp(attr, "http-equiv") == 0)
		return (wrong(f, "the attribute % is not allowed (strict CSP); use a class", attr, ""));
	return (NULL);
}

static const char *
attr_without_value(struct feed *f)
{
	const char *attr = f->ctx->attr, *why = attr_allowed(f);

	if (why != NULL)
		return (why);
	if (!listed(boolean_attributes, attr) && strncmp(attr, "data-", 5) != 0)
		return (wrong(f, "the attribute % needs a value in quotes", attr, ""));
	f->ctx->place = PLACE_TAG;
	return (NULL);
}

static const char *
feed_attr_name(struct feed *f)
{
	const char *p = f->p;

	if (isalnum((unsigned char)*p) || strchr("-_:.", *p) != NULL) {
		if (!name_add(f->ctx->attr, sizeof(f->ctx->attr), *p))
			return ("the attribute's name is too long");
		feed_take(f, true);
		return (NULL);
	}
	if (*p == '=') {
		f->ctx->place = PLACE_ATTR_EQUAL;
		feed_take(f, true);
		return (attr_allowed(f));
	}
	if (isspace((unsigned char)*p) || *p == '>' || *p == '/')
		return (attr_without_value(f));
	return (wrong(f, "the attribute %: a name is letters, digits and -", f->ctx->attr, ""));
}

static const char *
feed_attr_equal(struct feed *f)
{
	struct html_context *ctx = f->ctx;

	if (*f->p != '"' && *f->p != '\'')
		return (wrong(f, "the value of % must stand in quotes", ctx->attr, ""));
	ctx->quote = *f->p;
	ctx->place = PLACE_VALUE;
	ctx->value_start[0] = '\0';
	ctx->value_begun = false;
	ctx->value_slashes = 0;
	feed_take(f, true);
	return (NULL);
}

static const char *
feed_value(struct feed *f)
{
	struct html_context *ctx = f->ctx;

	if (*f->p == ctx->quote) {
		ctx->place = PLACE_TAG;
		feed_take(f, true);
		return (NULL);
	}
	if (*f->p == '<')
		return (wrong(f, "< in the value of %: is a quote missing? Otherwise write &lt;", ctx->attr, ""));
	ctx->value_slashes += *f->p == '/';
	if (!ctx->value_begun || ctx->value_start[0] != '\0')
		name_add(ctx->value_start, sizeof(ctx->value_start), *f->p);
	ctx->value_begun = true;
	feed_take(f, true);
	return (NULL);
}

static const char *
end_tag_end(struct feed *f)
{
	struct html_context *ctx = f->ctx;
	const char *top = top_element(ctx);

	if (ctx->depth <= ctx->floor)
		return (wrong(f, "</%> closes a tag that was opened outside this section; keep both on the same side",
		    ctx->tag, ""));
	if (strcmp(top, ctx->tag) != 0) {
		return (wrong(f, "</%> found, but <%> is the tag that is open; close that first", ctx->tag, top));
	}
	ctx->depth--;
	buf_printf(f->out, "</%s>", ctx->tag);
	feed_take(f, false);
	ctx->place = PLACE_TEXT;
	ctx->after_block = listed(block_elements, ctx->tag);
	return (NULL);
}

static const char *
feed_end_tag(struct feed *f)
{
	if (*f->p == '>')
		return (end_tag_end(f));
	if (isspace((unsigned char)*f->p)) {
		feed_take(f, false);
		return (NULL);
	}
	if ((!isalnum((unsigned char)*f->p) && *f->p != '-') || !name_add(f->ctx->tag, sizeof(f->ctx->tag), *f->p))
		return ("an end tag is </name>");
	f->p++;
	return (NULL);
}

const char *
html_context_feed(struct html_context *ctx, struct buf *out, const char *text, size_t len)
{
	static const char *(*const by_place[])(struct feed *) = {
		[PLACE_TEXT] = feed_text,
		[PLACE_RAW] = feed_raw,
		[PLACE_TAG] = feed_tag,
		[PLACE_TAG_NAME] = feed_tag_name,
		[PLACE_END_TAG] = feed_end_tag,
		[PLACE_ATTR_NAME] = feed_attr_name,
		[PLACE_ATTR_EQUAL] = feed_attr_equal,
		[PLACE_VALUE] = feed_value,
	};
	struct feed f = { ctx, out, text, text + len };
	const char *why = NULL;

	while (f.p < f.end && why == NULL)
		why = by_place[ctx->place](&f);
	return (why);
}

static bool
value_starts(const struct html_context *ctx, const char *prefix)
{
	return (strncmp(ctx->value_start, prefix, strlen(prefix)) == 0);
}

static enum html_escape_kind
url_print(const struct html_context *ctx, const char **why)
{
	if (ctx->value_start[0] == '\0' && !ctx->value_begun) {
		if (!listed(loading_elements, ctx->tag))
			return (ESCAPE_URL);
		*why = "this tag loads what acts in the page: begin its address with /assets/ written out";
		return (ESCAPE_NONE);
	}
	if (value_starts(ctx, "mailto:") || value_starts(ctx, "tel:"))
		return (ESCAPE_ADDRESS);
	if (value_starts(ctx, "https://") && ctx->value_slashes < 3) {
		*why = "the host of an https address must be written out; print the whole address as one key instead";
		return (ESCAPE_NONE);
	}
	if (ctx->value_start[0] == '\0' || value_starts(ctx, "https://") || strchr("/?#", ctx->value_start[0]) != NULL)
		return (ESCAPE_PART);
	*why = "an address begins with /, ?, #, https://, mailto: or tel:, or is one key alone";
	return (ESCAPE_NONE);
}

static enum html_escape_kind
value_print(struct html_context *ctx, const char **why)
{
	enum html_escape_kind kind = ESCAPE_TEXT;

	if (listed(url_attributes, ctx->attr))
		kind = url_print(ctx, why);
	else if (strcmp(ctx->attr, "srcset") == 0) {
		*why = "no {{ }} in srcset";
		kind = ESCAPE_NONE;
	}
	ctx->value_begun = true;
	return (kind);
}

enum html_escape_kind
html_context_print(struct html_context *ctx, const char **why)
{
	*why = NULL;
	ctx->after_block = false;
	switch (ctx->place) {
	case PLACE_TEXT:
		return (ESCAPE_TEXT);
	case PLACE_VALUE:
		return (value_print(ctx, why));
	case PLACE_RAW:
		*why = "no {{ }} inside <script> and <style>";
		return (ESCAPE_NONE);
	case PLACE_ATTR_EQUAL:
		*why = "the value must stand in quotes: name=\"{{key}}\"";
		return (ESCAPE_NONE);
	default:
		*why = "a key may be printed in text and in quoted values only, not in names of tags or attributes";
		return (ESCAPE_NONE);
	}
}

const char *
html_context_boundary(struct html_context *ctx, struct buf *out)
{
	static const char blank[] = " ";
	struct feed f = { ctx, out, blank, blank + 1 };

	ctx->after_block = false;
	if (ctx->place == PLACE_ATTR_EQUAL || ctx->place == PLACE_END_TAG || ctx->place == PLACE_RAW)
		return ("a section may not start or end here");
	if (ctx->place == PLACE_TAG_NAME)
		ctx->place = PLACE_TAG;
	if (ctx->place == PLACE_ATTR_NAME)
		return (attr_without_value(&f));
	return (NULL);
}

/* Two ways through a section may leave an address at different texts, but not where its values need different care. */
static bool
value_same(const struct html_context *a, const struct html_context *b)
{
	const char *why;

	if (strcmp(a->attr, b->attr) != 0 || a->quote != b->quote)
		return (false);
	return (!listed(url_attributes, a->attr) || url_print(a, &why) == url_print(b, &why));
}

bool
html_context_same(const struct html_context *a, const struct html_context *b)
{
	if (a->place != b->place || a->depth != b->depth)
		return (false);
	for (int i = 0; i < a->depth; i++)
		if (strcmp(a->open[i], b->open[i]) != 0)
			return (false);
	if (a->place == PLACE_TAG && strcmp(a->tag, b->tag) != 0)
		return (false);
	return (a->place != PLACE_VALUE || value_same(a, b));
}
