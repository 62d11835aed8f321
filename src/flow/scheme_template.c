/* scheme_template.c — reads what new schemes begin from. */
#include "flow/scheme_template.h"

#include <string.h>

#include "core/buf.h"
#include "core/log.h"
#include "core/text.h"
#include "scheme/document_path.h"
#include "scheme/scheme_compile.h"
#include "scheme/scheme_read.h"

#define TEMPLATES_NS "urn:tilskudd:templates:1"

static enum status
wrong(const struct xml_error *error, struct arena *arena)
{
	log_line(LOG_ERROR, NULL, "%s", xml_error_text(arena, error));
	return (ERR_INVALID);
}

static enum status
read_document(struct scheme_template *out, struct arena *arena, const char *dir)
{
	const char *path = arena_printf(arena, "%s/%s.xml", dir, out->id);
	struct buf bytes = buf_new(arena);
	struct xml_error error;
	struct xml_doc *doc;

	if (buf_read_file(&bytes, path, SCHEME_MAX_BYTES) != OK) {
		log_line(LOG_ERROR, NULL, "%s: the template cannot be read", path);
		return (ERR_IO);
	}
	if (xml_read(&doc, &error, arena, SCHEME_NS, path, buf_text(&bytes), bytes.len) != OK)
		return (wrong(&error, arena));
	out->document = doc->source;
	out->len = doc->source_len;
	return (OK);
}

static struct lang_text
texts_of(struct arena *arena, const struct xml_node *node)
{
	struct lang_text out = { { NULL } };
	const struct xml_node *text;

	for (enum lang lang = 0; node != NULL && lang < LANG__MAX; lang++)
		if ((text = xml_child(node, lang_code(lang))) != NULL)
			out.in[lang] = scheme_text_normal(arena, xml_content(arena, text));
	return (out);
}

enum status
scheme_templates_load(struct scheme_templates **out, struct arena *arena, const char *dir)
{
	struct scheme_templates *templates = arena_alloc(arena, sizeof(*templates));
	struct xml_error error;
	struct xml_doc *doc;
	enum status st;

	if (xml_read_file(&doc, &error, arena, TEMPLATES_NS, arena_printf(arena, "%s/templates.xml", dir)) != OK)
		return (wrong(&error, arena));
	templates->list = arena_array(arena, document_count(doc->root, "template") + 1, sizeof(*templates->list));
	for (const struct xml_node *at = xml_child(doc->root, "template"); at != NULL; at = xml_next(at, "template")) {
		struct scheme_template *one = &templates->list[templates->n++];

		if ((one->id = xml_attribute(at, "id")) == NULL)
			return (wrong(
			    &(struct xml_error){
				.name = doc->name, .line = at->line, .message = "the template has no id; write one" },
			    arena));
		one->name = texts_of(arena, xml_child(at, "name"));
		one->about = texts_of(arena, xml_child(at, "about"));
		if ((st = read_document(one, arena, dir)) != OK)
			return (st);
	}
	*out = templates;
	return (OK);
}

const struct scheme_template *
scheme_template_find(const struct scheme_templates *templates, const char *id)
{
	for (size_t i = 0; i < templates->n; i++)
		if (strcmp(templates->list[i].id, id) == 0)
			return (&templates->list[i]);
	return (NULL);
}
