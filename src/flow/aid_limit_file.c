/* aid_limit_file.c — the limits on state aid, from their document to what rules ask. */
#include "flow/aid_limit_file.h"

#include <string.h>

#include "core/log.h"
#include "core/text.h"

struct reader {
	struct arena *arena;
	struct xml_error *error;
	const char *path;
};

static enum status
wrong(const struct reader *r, int line, const char *why)
{
	*r->error = (struct xml_error){ .name = r->path, .line = line, .message = why };
	return (ERR_INVALID);
}

static bool
read_day(struct date *out, const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);

	return (value == NULL || date_parse(out, value) == OK);
}

static enum status
read_sum(money *out, const struct reader *r, const struct xml_node *node)
{
	const char *value = xml_attribute(node, "nok");

	*out = (money){ -1 };
	if (value == NULL)
		return (OK);
	if (money_parse(out, value) != OK || out->ore <= 0)
		return (wrong(r, xml_attribute_line(node, "nok"),
		    "nok must be whole kroner in digits only, more than 0; leave it out when the law has no limit"));
	return (OK);
}

static enum status
read_texts(struct lang_text *out, const struct reader *r, const struct xml_node *node)
{
	for (int lang = 0; lang < LANG__MAX; lang++) {
		const struct xml_node *text = xml_child(node, lang_code((enum lang)lang));

		out->in[lang] = text == NULL ? NULL : text_trim(r->arena, xml_content(r->arena, text));
		if (lang != LANG_EN && (text == NULL || strstr(out->in[lang], "{sum}") == NULL))
			return (wrong(r, node->line,
			    "the limit must be told in nb and nn, with {sum} where the sum is to stand"));
	}
	return (OK);
}

static enum status
read_limit(struct aid_limit *out, const struct reader *r, const struct xml_node *node)
{
	enum status st;

	out->basis = xml_attribute(node, "basis");
	out->source = xml_attribute(node, "source");
	if (text_blank(out->basis) || text_blank(out->source))
		return (wrong(r, node->line, "<limit> needs basis=\"...\" and source=\"...\""));
	if (!read_day(&out->from, node, "from") || !read_day(&out->to, node, "to") || date_none(out->from))
		return (
		    wrong(r, node->line, "<limit> needs from=\"2024-01-01\", and to=\"...\" when it holds no more"));
	if (!date_none(out->to) && date_cmp(out->to, out->from) < 0)
		return (wrong(r, node->line, "the limit ends before it begins; correct from or to"));
	if ((st = read_sum(&out->sum, r, node)) != OK || out->sum.ore < 0)
		return (st);
	return (read_texts(&out->text, r, node));
}

enum status
aid_limits_read(struct aid_limits **out, struct xml_error *error, struct arena *arena, const char *path)
{
	struct aid_limits *limits = arena_alloc(arena, sizeof(*limits));
	struct reader r = { arena, error, path };
	struct xml_doc *doc;
	enum status st;
	size_t n = 0;

	if ((st = xml_read_file(&doc, error, arena, AID_LIMITS_NS, path)) != OK)
		return (st);
	if (!xml_is(doc->root, "limits"))
		return (wrong(&r, doc->root->line, "the document must begin with <limits>"));
	for (const struct xml_node *c = xml_child(doc->root, "limit"); c != NULL; c = xml_next(c, "limit"))
		n++;
	limits->list = arena_array(arena, n, sizeof(*limits->list));
	for (const struct xml_node *c = xml_child(doc->root, "limit"); c != NULL; c = xml_next(c, "limit"))
		if ((st = read_limit(&limits->list[limits->n++], &r, c)) != OK)
			return (st);
	*out = limits;
	return (OK);
}

enum status
aid_limits_load(struct arena *arena, const char *home)
{
	struct aid_limits *limits;
	struct xml_error error;
	enum status st;

	st = aid_limits_read(&limits, &error, arena, arena_printf(arena, "%s/conf/limits.xml", home));
	if (st != OK) {
		log_line(LOG_ERROR, NULL, "%s", xml_error_text(arena, &error));
		return (st);
	}
	aid_limits_use(limits);
	return (OK);
}
