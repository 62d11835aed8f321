/* html_check.c — settles what each key of a template is in C, that parts exist and hold no copy of themselves, and its
 * texts. */
#include <string.h>

#include "build/build_report.h"
#include "build/html_template.h"

static struct field *
field_find(struct scope *scope, const char *name)
{
	for (struct field *field = scope->fields; field != NULL; field = field->next)
		if (strcmp(field->name, name) == 0)
			return (field);
	return (NULL);
}

static bool
list_check(const struct template *one, const struct field *field)
{
	if (field->printed || field->counted || field->html)
		return (build_error(one->path, field->line,
		    "\"%s\" is a list and can't be printed; use a key inside it, or n_%s", field->name, field->name));
	return (field->item == NULL || field->part == NULL ||
		build_error(one->path, field->line,
		    "\"%s\" is both a list of its own and a list of parts; use two names", field->name));
}

static bool
size_check(struct field *field, struct scope *scope)
{
	if (strncmp(field->name, "n_", 2) != 0)
		return (false);
	field->list = field_find(scope, field->name + 2);
	return (field->list != NULL && field->list->looped);
}

static bool
field_check(const struct template *one, struct scope *scope, struct field *field)
{
	if (field->looped) {
		field->kind = field->part != NULL ? FIELD_PART_LIST : FIELD_LIST;
		return (list_check(one, field));
	}
	if (field->part != NULL) {
		field->kind = FIELD_PART;
		return (!(field->printed || field->tested || field->counted || field->html) ||
			build_error(
			    one->path, field->line, "\"%s\" is a part and can't be printed or tested", field->name));
	}
	if (field->html) {
		field->kind = FIELD_HTML;
		return (!(field->printed || field->counted) ||
			build_error(one->path, field->line, "\"%s\" is both {{=}} and printed as text; use two names",
			    field->name));
	}
	if (size_check(field, scope))
		field->kind = FIELD_LIST_SIZE;
	else if (field->counted)
		field->kind = FIELD_COUNT;
	else
		field->kind = field->printed ? FIELD_STRING : FIELD_FLAG;
	return (true);
}

static bool
scope_check(const struct template *one, struct scope *scope)
{
	bool good = true;

	for (struct field *field = scope->fields; field != NULL; field = field->next) {
		good &= field_check(one, scope, field);
		if (field->item != NULL)
			good &= scope_check(one, field->item);
	}
	return (good);
}

static struct template *
template_find(struct template *all, const char *name)
{
	for (; all != NULL; all = all->next)
		if (strcmp(all->name, name) == 0)
			return (all);
	return (NULL);
}

static bool part_visit(struct template *all, struct template *one);

static bool
scope_parts(struct template *all, const struct template *one, const struct scope *scope)
{
	for (const struct field *field = scope->fields; field != NULL; field = field->next) {
		struct template *part = field->part == NULL ? NULL : template_find(all, field->part);

		if (field->part != NULL && part == NULL)
			return (build_error(one->path, field->line,
			    "there is no %s.html; make it, or put the name right", field->part));
		if (field->kind == FIELD_PART && !part_visit(all, part))
			return (build_error(one->path, field->line,
			    "%s would hold a copy of itself; use a list of parts", field->part));
		if (field->item != NULL && !scope_parts(all, one, field->item))
			return (false);
	}
	return (true);
}

/* False when a part comes back to itself by value; lists of parts are pointers and may. */
static bool
part_visit(struct template *all, struct template *one)
{
	bool good;

	if (one->visit == 1)
		return (false);
	if (one->visit == 2)
		return (true);
	one->visit = 1;
	good = scope_parts(all, one, &one->scope);
	one->visit = 2;
	return (good);
}

bool
template_check(struct template *all, struct template *one)
{
	return (scope_check(one, &one->scope) && part_visit(all, one));
}

struct translator {
	struct arena *arena;
	struct po_catalogue *catalogue;
	bool draft;
};

static bool
missing_tell(const struct translator *tr, const struct node *node, const char *languages)
{
	const char *msgid = node->text->one;

	if (!po_catalogue_tell(tr->catalogue, tr->arena, msgid))
		return (tr->draft);
	if (!tr->draft)
		return (build_error(node->path, node->line, "\"%s\" has no text in %s; add it to a file in %s/", msgid,
		    languages, tr->catalogue->folder));
	build_warning(node->path, node->line, "\"%s\" has no text in %s", msgid, languages);
	return (true);
}

static bool
text_translate(const struct translator *tr, struct node *node)
{
	struct template_text *text = node->text;
	bool nn, en;

	for (int lang = 0; lang < LANG__MAX; lang++) {
		text->in[lang] = po_catalogue_find(tr->catalogue, (enum lang)lang, text->one);
		if (text->in[lang] == NULL || (text->many == NULL) == (text->in[lang]->many == NULL))
			continue;
		return (build_error(node->path, node->line,
		    "\"%s\" is with plural in one place and without in the other (%s:%d)", text->one,
		    text->in[lang]->path, text->in[lang]->line));
	}
	nn = text->in[LANG_NN] != NULL;
	en = text->in[LANG_EN] != NULL;
	return ((nn && en) || missing_tell(tr, node, nn ? "en" : en ? "nn" : "nn and en"));
}

static bool
nodes_translate(const struct translator *tr, struct node *nodes)
{
	bool good = true;

	for (struct node *node = nodes; node != NULL; node = node->next) {
		if (node->text != NULL)
			good &= text_translate(tr, node);
		good &= nodes_translate(tr, node->children);
	}
	return (good);
}

bool
template_translate(struct arena *arena, struct template *one, struct po_catalogue *catalogue, bool draft)
{
	struct translator tr = { arena, catalogue, draft };

	return (nodes_translate(&tr, one->nodes));
}
