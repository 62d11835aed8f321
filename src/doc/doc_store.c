/* doc_store.c — the directory read in order of names, so that a fault is always reported for the same file. */
#include "doc/doc_store.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc_docx.h"
#include "doc/doc_fonts.h"
#include "doc/doc_html.h"

#define MAX_TEMPLATES 64

struct doc_store {
	struct doc_fonts *fonts;
	struct {
		const char *name;
		struct doc_template *template;
	} templates[MAX_TEMPLATES];
	int count;
};

static int
by_name(const void *a, const void *b)
{
	return (strcmp(*(const char *const *)a, *(const char *const *)b));
}

/* Names without .xml, in order. */
static enum status
list_names(const char **names, int *count, const char **problem, struct arena *arena, const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	*count = 0;
	if (dir == NULL) {
		*problem = arena_printf(
		    arena, "the templates in %s cannot be read (%s); check TILSKUDD_HOME", path, strerror(errno));
		return (ERR_IO);
	}
	while ((entry = readdir(dir)) != NULL && *count < MAX_TEMPLATES) {
		size_t len = strlen(entry->d_name);

		if (len > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + len - 4, ".xml") == 0)
			names[(*count)++] = arena_strndup(arena, entry->d_name, len - 4);
	}
	closedir(dir);
	qsort(names, (size_t)*count, sizeof(*names), by_name);
	return (OK);
}

static enum status
load_one(struct doc_store *store, struct xml_error *error, struct arena *arena, const struct xml_schema *schema,
    const char *dir, const char *name)
{
	const char *path = arena_printf(arena, "%s/%s.xml", dir, name);
	struct xml_doc *doc;
	enum status st;

	if ((st = xml_read_file(&doc, error, arena, NULL, path)) != OK)
		return (st);
	/* Parts are read where they are included. */
	if (xml_is(doc->root, "parts"))
		return (OK);
	st = doc_template_load(&store->templates[store->count].template, error, arena, schema, dir, name);
	if (st == OK)
		store->templates[store->count++].name = name;
	return (st);
}

enum status
doc_store_load(struct doc_store **out, const char **problem, struct arena *arena, const char *dir)
{
	struct doc_store *store = arena_alloc(arena, sizeof(*store));
	struct xml_schema *schema;
	struct xml_error error = { 0 };
	const char *names[MAX_TEMPLATES];
	int count;
	enum status st;

	if ((st = list_names(names, &count, problem, arena, dir)) != OK ||
	    (st = doc_fonts_load(&store->fonts, problem, arena, DOC_FONT_DIR)) != OK)
		return (st);
	st = xml_relaxng_load(&schema, &error, arena, arena_printf(arena, "%s/document.rng", dir));
	for (int i = 0; i < count && st == OK; i++)
		st = load_one(store, &error, arena, schema, dir, names[i]);
	if (st != OK) {
		*problem = xml_error_text(arena, &error);
		return (st);
	}
	*out = store;
	return (OK);
}

/* The template of name.xml; NULL when there is none. */
static const struct doc_template *
doc_store_template(const struct doc_store *store, const char *name)
{
	for (int i = 0; i < store->count; i++)
		if (strcmp(store->templates[i].name, name) == 0)
			return (store->templates[i].template);
	return (NULL);
}

static enum status
bind(struct doc_tree **out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang)
{
	const struct doc_template *template = doc_store_template(store, name);

	*report = (struct doc_report){ 0 };
	if (template == NULL) {
		report->problem = arena_printf(arena, "there is no template %s.xml", name);
		return (ERR_NOT_FOUND);
	}
	return (doc_bind(out, report, arena, template, data, lang));
}

enum status
doc_render(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang, const struct doc_meta *meta)
{
	struct doc_tree *tree;
	enum status st;

	if ((st = bind(&tree, report, arena, store, name, data, lang)) != OK)
		return (st);
	return (doc_pdf(out, report, arena, store->fonts, tree, meta));
}

enum status
doc_render_html(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang, int heading_offset)
{
	struct doc_tree *tree;
	enum status st;

	if ((st = bind(&tree, report, arena, store, name, data, lang)) != OK)
		return (st);
	return (doc_html(out, report, arena, tree, heading_offset));
}

enum status
doc_render_docx(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang, instant made_at)
{
	struct doc_tree *tree;
	enum status st;

	if ((st = bind(&tree, report, arena, store, name, data, lang)) != OK)
		return (st);
	return (doc_docx(out, report, arena, tree, made_at));
}
