/* doc_template.c — a template file: its title, data, page masters, styles and bodies, and the parts it takes in. */
#include "doc/doc_template.h"

#include <stdarg.h>
#include <string.h>

#include "doc/doc_node.h"

#define MAX_INCLUDES 4

#define MM(n) ((n)*72 / 25.4)

enum status
doc_refuse(struct doc_compiler *c, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	c->error->message = arena_vprintf(c->arena, fmt, ap);
	va_end(ap);
	c->error->line = line;
	return (ERR_INVALID);
}

/* --- page masters ----------------------------------------------------------------------------------------------- */

static enum status
strip_read(struct doc_strip **out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *page = xml_attribute(node, "page"), *class = xml_attribute(node, "class");
	struct doc_strip *strip = arena_alloc(c->arena, sizeof(*strip));
	enum status st;

	if ((st = doc_check_attributes(c, node, "page class")) != OK)
		return (st);
	strip->footer = xml_is(node, "footer");
	strip->style =
	    doc_style_find(&c->template->styles, class == NULL ? "strip" : arena_printf(c->arena, ".%s", class));
	if (strip->style == NULL)
		return (doc_refuse(c, node->line, "the class \"%s\" has no style; add it above", class));
	if (page == NULL || strcmp(page, "all") == 0)
		strip->pages = DOC_PAGES_ALL;
	else if (strcmp(page, "first") == 0)
		strip->pages = DOC_PAGES_FIRST;
	else if (strcmp(page, "rest") == 0)
		strip->pages = DOC_PAGES_REST;
	else
		return (doc_refuse(c, node->line, "page is all, first or rest, not \"%s\"", page));
	for (struct xml_node *piece = xml_child(node, NULL); piece != NULL; piece = xml_next(piece, NULL)) {
		struct doc_node **side = xml_is(piece, "left")     ? &strip->left
					 : xml_is(piece, "center") ? &strip->center
					 : xml_is(piece, "right")  ? &strip->right
								   : NULL;

		if (side == NULL)
			return (doc_refuse(
			    c, piece->line, "<%s> holds left, center and right, not <%s>", node->name, piece->name));
		if ((st = doc_compile_words(side, c, piece, true)) != OK)
			return (st);
	}
	*out = strip;
	return (OK);
}

static enum status
master_lengths(struct doc_master *master, struct doc_compiler *c, const struct xml_node *node)
{
	const struct {
		const char *name;
		double *length;
	} lengths[] = { { "margin-top", &master->margin_top }, { "margin-bottom", &master->margin_bottom },
		{ "margin-left", &master->margin_left }, { "margin-right", &master->margin_right },
		{ "first-margin-top", &master->first_margin_top }, { "header-top", &master->header_top },
		{ "footer-bottom", &master->footer_bottom } };

	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		const char *text = xml_attribute(node, lengths[i].name);

		if (text == NULL)
			continue;
		if (doc_length(lengths[i].length, text) != OK || *lengths[i].length > MM(120))
			return (doc_refuse(c, xml_attribute_line(node, lengths[i].name),
			    "%s cannot be \"%s\"; write a length up to 120mm", lengths[i].name, text));
	}
	if (xml_attribute(node, "first-margin-top") == NULL)
		master->first_margin_top = master->margin_top;
	if (master->margin_left + master->margin_right > MM(150) ||
	    master->margin_top + master->margin_bottom > MM(150) ||
	    master->first_margin_top + master->margin_bottom > MM(180))
		return (doc_refuse(c, node->line, "the margins leave no room for text; make them smaller"));
	return (OK);
}

static enum status
master_read(struct doc_master **out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *size = xml_attribute(node, "size");
	struct doc_master *master = arena_alloc(c->arena, sizeof(*master));
	struct doc_strip **tail = &master->strips;
	enum status st;

	*master = (struct doc_master){ .name = xml_attribute(node, "name"),
		.margin_top = MM(25),
		.margin_bottom = MM(25),
		.margin_left = MM(25),
		.margin_right = MM(25),
		.header_top = MM(12),
		.footer_bottom = MM(12) };
	if (size != NULL && strcmp(size, "A4 portrait") != 0 && strcmp(size, "A4 landscape") != 0)
		return (doc_refuse(c, node->line, "size is \"A4 portrait\" or \"A4 landscape\", not \"%s\"", size));
	master->landscape = size != NULL && strcmp(size, "A4 landscape") == 0;
	if ((st = doc_check_attributes(c, node,
		 "name size margin-top margin-bottom margin-left margin-right first-margin-top header-top "
		 "footer-bottom")) != OK ||
	    (st = master_lengths(master, c, node)) != OK)
		return (st);
	for (struct xml_node *at = xml_child(node, NULL); at != NULL; at = xml_next(at, NULL), tail = &(*tail)->next) {
		if (!xml_is(at, "header") && !xml_is(at, "footer"))
			return (doc_refuse(c, at->line, "<page-master> holds header and footer, not <%s>", at->name));
		if ((st = strip_read(tail, c, at)) != OK)
			return (st);
	}
	master->next = c->template->masters;
	c->template->masters = *out = master;
	return (OK);
}

static enum status
master_add(struct doc_compiler *c, const struct xml_node *node)
{
	struct doc_master_source *source = arena_alloc(c->arena, sizeof(*source));

	if (xml_attribute(node, "name") == NULL)
		return (doc_refuse(c, node->line, "<page-master> needs a name"));
	*source = (struct doc_master_source){ .next = c->masters, .node = node, .file = c->error->name };
	c->masters = source;
	return (OK);
}

/* The master called name; *out is NULL when there is none. */
static enum status
master_find(struct doc_master **out, struct doc_compiler *c, const char *name)
{
	const char *outer = c->error->name;
	enum status st;

	for (*out = c->template->masters; *out != NULL; *out = (*out)->next)
		if (strcmp((*out)->name, name) == 0)
			return (OK);
	for (const struct doc_master_source *source = c->masters; source != NULL; source = source->next)
		if (strcmp(xml_attribute(source->node, "name"), name) == 0) {
			c->error->name = source->file;
			if ((st = master_read(out, c, source->node)) == OK)
				c->error->name = outer;
			return (st);
		}
	return (OK);
}

/* --- files ------------------------------------------------------------------------------------------------------ */

static void
parts_remember(struct doc_compiler *c, const struct xml_doc *doc)
{
	struct doc_parts_file *file = c->files;

	while (file != NULL && strcmp(file->doc->name, doc->name) != 0)
		file = file->next;
	if (file != NULL)
		return;
	file = arena_alloc(c->arena, sizeof(*file));
	*file = (struct doc_parts_file){ .next = c->files, .doc = doc };
	c->files = file;
}

static enum status
parts_read(struct xml_doc **out, struct doc_compiler *c, const struct xml_node *include)
{
	const char *file = xml_attribute(include, "file");
	struct xml_error error = { 0 };
	enum status st;

	if (file == NULL || strchr(file, '/') != NULL || file[0] == '.')
		return (
		    doc_refuse(c, include->line, "<include> needs file, a name in the same folder, without a path"));
	st = xml_read_file(out, &error, c->arena, NULL, arena_printf(c->arena, "%s/%s", c->template->dir, file));
	if (st == ERR_IO)
		return (doc_refuse(c, include->line, "%s: %s", error.name, error.message));
	if (st != OK) {
		*c->error = error;
		return (st);
	}
	if (!xml_is((*out)->root, "parts"))
		return (doc_refuse(c, include->line, "%s holds no <parts>; include a file that does", file));
	parts_remember(c, *out);
	c->error->name = (*out)->name;
	return (OK);
}

enum status
doc_part_find(struct xml_node **out, struct doc_compiler *c, const struct xml_node *include, const char *element)
{
	const char *name = xml_attribute(include, "part"), *outer = c->error->name;
	struct xml_doc *parts;
	struct xml_node *at;
	enum status st;

	if ((st = doc_check_attributes(c, include, "file part")) != OK)
		return (st);
	if (name == NULL)
		return (doc_refuse(c, include->line, "<include> needs part here, the name of a <%s>", element));
	if (c->include_depth == MAX_INCLUDES)
		return (doc_refuse(c, include->line, "parts include each other more than 4 deep; untangle them"));
	if ((st = parts_read(&parts, c, include)) != OK)
		return (st);
	for (at = xml_child(parts->root, element); at != NULL; at = xml_next(at, element))
		if (xml_attribute(at, "name") != NULL && strcmp(xml_attribute(at, "name"), name) == 0)
			break;
	if (at == NULL) {
		c->error->name = outer;
		return (doc_refuse(c, include->line, "%s has no <%s> named \"%s\"", parts->name, element, name));
	}
	*out = at;
	return (OK);
}

static enum status looks_read(struct doc_compiler *c, const struct xml_node *root);

/* At the top an include brings page masters and styles. */
static enum status
include_looks(struct doc_compiler *c, const struct xml_node *node)
{
	const char *outer = c->error->name;
	struct xml_doc *parts;
	enum status st;

	if ((st = doc_check_attributes(c, node, "file")) != OK || (st = parts_read(&parts, c, node)) != OK)
		return (st);
	if ((st = looks_read(c, parts->root)) == OK)
		c->error->name = outer;
	return (st);
}

/* Styles first, wherever they stand: page masters use them. */
static enum status
looks_read(struct doc_compiler *c, const struct xml_node *root)
{
	struct xml_node *node;
	enum status st = OK;

	for (node = xml_child(root, NULL); node != NULL && st == OK; node = xml_next(node, NULL)) {
		if (xml_is(node, "style"))
			st = doc_style_read(&c->template->styles, c->error, c->arena, node);
		else if (xml_is(node, "include") && xml_is(root, "document"))
			st = include_looks(c, node);
		else if (xml_is(root, "parts") && !xml_is(node, "part") && !xml_is(node, "data") &&
			 !xml_is(node, "page-master"))
			st = doc_refuse(
			    c, node->line, "<parts> holds style, page-master, data and part, not <%s>", node->name);
	}
	for (node = xml_child(root, "page-master"); node != NULL && st == OK; node = xml_next(node, "page-master"))
		st = master_add(c, node);
	return (st);
}

static enum status
body_read(struct doc_body_node **out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *name = xml_attribute(node, "master");
	struct doc_body_node *body = arena_alloc(c->arena, sizeof(*body));
	struct doc_master *master = NULL;
	enum status st;

	if ((st = doc_check_attributes(c, node, "master")) != OK)
		return (st);
	if (name != NULL && (st = master_find(&master, c, name)) != OK)
		return (st);
	body->master = master;
	if (body->master == NULL)
		return (doc_refuse(c, node->line, "<body> needs master, the name of a page-master that exists"));
	*out = body;
	return (doc_compile_blocks(&body->children, c, node));
}

static enum status
document_read(struct doc_compiler *c, const struct xml_node *root)
{
	struct doc_body_node **tail = &c->template->bodies;
	struct xml_node *node;
	enum status st;

	if (!xml_is(root, "document"))
		return (doc_refuse(
		    c, root->line, "the outermost element is <%s>; a template begins with <document>", root->name));
	if ((st = doc_check_attributes(c, root, "")) != OK)
		return (st);
	/* Keys and looks first: everything after refers to them. */
	for (node = xml_child(root, "data"); node != NULL; node = xml_next(node, "data"))
		if ((st = doc_declare(c, node)) != OK)
			return (st);
	if ((st = looks_read(c, root)) != OK)
		return (st);
	for (node = xml_child(root, NULL); node != NULL && st == OK; node = xml_next(node, NULL)) {
		if (xml_is(node, "title"))
			st = doc_compile_words(&c->template->title, c, node, false);
		else if (xml_is(node, "body")) {
			st = body_read(tail, c, node);
			if (st == OK)
				tail = &(*tail)->next;
		} else if (!xml_is(node, "data") && !xml_is(node, "style") && !xml_is(node, "page-master") &&
			   !xml_is(node, "include"))
			st =
			    doc_refuse(c, node->line, "<%s> may not stand in <document>; see document.rng", node->name);
	}
	if (st != OK)
		return (st);
	if (c->template->title == NULL)
		return (doc_refuse(c, root->line, "<document> needs a <title>: readers' programs show it"));
	return (c->template->bodies != NULL ? OK : doc_refuse(c, root->line, "<document> needs a <body>"));
}

/* Last: the loader knows better what to do about a fault, and where it is. */
static enum status
check_schema(struct doc_compiler *c, const struct xml_doc *doc)
{
	enum status st;

	if (c->schema == NULL)
		return (OK);
	st = xml_relaxng_check(c->error, c->arena, c->schema, doc);
	for (const struct doc_parts_file *file = c->files; file != NULL && st == OK; file = file->next)
		st = xml_relaxng_check(c->error, c->arena, c->schema, file->doc);
	return (st);
}

static enum status
compile(struct doc_template **out, struct xml_error *error, struct arena *arena, const struct xml_schema *schema,
    const char *dir, const struct xml_doc *doc)
{
	struct doc_template *template = arena_alloc(arena, sizeof(*template));
	struct doc_compiler c = { .arena = arena, .error = error, .schema = schema, .template = template };
	enum status st;

	template->name = doc->name;
	template->dir = arena_strdup(arena, dir);
	doc_styles_start(&template->styles, arena);
	*error = (struct xml_error){ .name = doc->name };
	if ((st = document_read(&c, doc->root)) != OK || (st = doc_check_references(&c)) != OK ||
	    (st = check_schema(&c, doc)) != OK)
		return (st);
	*out = template;
	return (OK);
}

enum status
doc_template_load(struct doc_template **out, struct xml_error *error, struct arena *arena,
    const struct xml_schema *schema, const char *dir, const char *name)
{
	struct xml_doc *doc;
	enum status st;

	st = xml_read_file(&doc, error, arena, NULL, arena_printf(arena, "%s/%s.xml", dir, name));
	return (st == OK ? compile(out, error, arena, schema, dir, doc) : st);
}

enum status
doc_template_read(struct doc_template **out, struct xml_error *error, struct arena *arena, const char *dir,
    const char *name, const char *bytes, size_t len)
{
	struct xml_doc *doc;
	enum status st;

	st = xml_read(&doc, error, arena, NULL, name, bytes, len);
	return (st == OK ? compile(out, error, arena, NULL, dir, doc) : st);
}
