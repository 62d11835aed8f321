/* county.c — conf/county.xml as a struct; the units and bodies in it are the reference data's. */
#include "flow/county.h"

#include "core/buf.h"
#include "core/log.h"
#include "xml/xml_read.h"

static struct lang_text
texts(struct arena *arena, const struct xml_node *node)
{
	struct lang_text text = { { NULL } };

	for (int lang = 0; node != NULL && lang < LANG__MAX; lang++) {
		const struct xml_node *child = xml_child(node, lang_code((enum lang)lang));

		if (child != NULL)
			text.in[lang] = xml_content(arena, child);
	}
	return (text);
}

static const char *
text(struct arena *arena, const struct xml_node *root, const char *name)
{
	const struct xml_node *node = xml_child(root, name);

	return (node == NULL ? "" : xml_content(arena, node));
}

static const char *
address(struct arena *arena, const struct xml_node *node)
{
	struct buf out = buf_new(arena);

	if (node == NULL)
		return ("");
	for (struct xml_node *line = xml_child(node, "line"); line != NULL; line = xml_next(line, "line")) {
		if (out.len > 0)
			buf_puts(&out, ", ");
		buf_puts(&out, xml_content(arena, line));
	}
	return (buf_text(&out));
}

enum status
county_load(const struct county **out, struct arena *arena, const char *path)
{
	struct county *county = arena_alloc(arena, sizeof(*county));
	struct xml_error error;
	struct xml_doc *doc;
	enum status st;

	if ((st = xml_read_file(&doc, &error, arena, COUNTY_NS, path)) != OK) {
		log_line(LOG_ERROR, NULL, "%s", xml_error_text(arena, &error));
		return (st);
	}
	*county = (struct county){
		.name = texts(arena, xml_child(doc->root, "name")),
		.place = texts(arena, xml_child(doc->root, "place")),
		.address = address(arena, xml_child(doc->root, "address")),
		.phone = text(arena, doc->root, "phone"),
		.email = text(arena, doc->root, "email"),
		.website = text(arena, doc->root, "website"),
	};
	*out = county;
	return (OK);
}
