/* html_parse.c — from the text of a template to its tree; the language is described in web_compile.c. */
#include <ctype.h>
#include <string.h>

#include "build/build_file.h"
#include "build/build_report.h"
#include "build/html_tag.h"
#include "build/html_template.h"

enum { PIECES_DEEP = 8 };

struct parser {
	struct arena *arena;
	struct template *template;
	const char *p, *end;
	struct html_context html;
	struct scope *scope;
	struct buf literal; /* gathered since the last node */
	struct node **tail; /* where the next node goes */
	bool content_seen;
	int section_depth;
	int piece_depth;  /* pieces inside pieces */
	const char *path; /* of the file being read: the template's or a piece's */
	const char *folder;
};

static bool section_parse(struct parser *ps, const char *closing, int opened_line);

static bool
fail(struct parser *ps, int line, const char *what)
{
	return (build_error(ps->path, line, "%s", what));
}

static struct node *
node_add(struct parser *ps, enum node_kind kind, int line)
{
	struct node *node;

	if (ps->literal.len > 0) {
		node = arena_alloc(ps->arena, sizeof(*node));
		node->kind = NODE_LITERAL;
		node->literal = arena_strndup(ps->arena, ps->literal.data, ps->literal.len);
		node->literal_len = ps->literal.len;
		ps->literal.len = 0;
		*ps->tail = node;
		ps->tail = &node->next;
	}
	if (kind == NODE_LITERAL)
		return (NULL);
	node = arena_alloc(ps->arena, sizeof(*node));
	node->kind = kind;
	node->line = line;
	node->path = ps->path;
	*ps->tail = node;
	ps->tail = &node->next;
	return (node);
}

static struct field *
field_get(struct parser *ps, struct scope *scope, const char *name, int line)
{
	struct field **at = &scope->fields;

	for (; *at != NULL; at = &(*at)->next)
		if (strcmp((*at)->name, name) == 0)
			return (*at);
	*at = arena_alloc(ps->arena, sizeof(**at));
	(*at)->name = name;
	(*at)->line = line;
	return (*at);
}

static bool
name_valid(const char *name)
{
	static const char *const taken[] = { "auto", "bool", "break", "case", "char", "const", "continue", "default",
		"do", "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline", "int", "long",
		"register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef",
		"union", "unsigned", "void", "volatile", "while", "true", "false", NULL };

	if (!islower((unsigned char)name[0]))
		return (false);
	for (const char *p = name; *p != '\0'; p++)
		if (!islower((unsigned char)*p) && !isdigit((unsigned char)*p) && *p != '_')
			return (false);
	for (const char *const *word = taken; *word != NULL; word++)
		if (strcmp(*word, name) == 0)
			return (false);
	return (true);
}

/* Reads "key", "../key" or "@key" and finds the scope it belongs to. */
static bool
key_parse(struct key *key, struct parser *ps, const char *text, int line)
{
	const char *name = text;

	memset(key, 0, sizeof(*key));
	key->page = name[0] == '@';
	name += key->page;
	key->scope = key->page ? NULL : ps->scope;
	for (; !key->page && strncmp(name, "../", 3) == 0; name += 3)
		if ((key->scope = key->scope->parent) == NULL)
			return (build_error(
			    ps->path, line, "{{%s}} goes out of more lists than there are; take out ../", text));
	if (!name_valid(name))
		return (build_error(
		    ps->path, line, "\"%s\" is no key: use small letters a-z, digits and _, and no word of C", text));
	key->name = arena_strdup(ps->arena, name);
	if (ps->template->layout && !key->page && key->scope->struct_name != NULL)
		return (
		    build_error(ps->path, line, "the layout knows the page's common keys only; write {{@%s}}", name));
	if (key->scope != NULL && key->scope->struct_name != NULL)
		key->field = field_get(ps, key->scope, key->name, line);
	return (true);
}

static bool
literal_parse(struct parser *ps, const char *text, size_t len)
{
	const char *why = html_context_feed(&ps->html, &ps->literal, text, len);

	return (why == NULL || fail(ps, ps->html.line, why));
}

static bool
escape_here(enum html_escape_kind *escape, struct parser *ps, int line)
{
	const char *why;

	*escape = html_context_print(&ps->html, &why);
	return (*escape != ESCAPE_NONE || fail(ps, line, why));
}

static bool
print_parse(struct parser *ps, struct tag *tag)
{
	char *name = tag_take_word(tag);
	enum html_escape_kind escape;
	struct node *node;
	struct key key;

	if (!tag_empty(tag) || !key_parse(&key, ps, name, tag->line) || !escape_here(&escape, ps, tag->line))
		return (false);
	if (key.field != NULL)
		key.field->printed = true;
	node = node_add(ps, NODE_PRINT, tag->line);
	node->key = key;
	node->escape = escape;
	return (true);
}

static bool
safe_parse(struct parser *ps, struct tag *tag)
{
	char *name = tag_take_word(tag);
	struct node *node;
	struct key key;

	if (!tag_empty(tag) || !key_parse(&key, ps, name, tag->line))
		return (false);
	if (ps->html.place != PLACE_TEXT)
		return (fail(ps, tag->line, "{{=key}} may stand between tags only"));
	if (key.field != NULL)
		key.field->html = true;
	node = node_add(ps, NODE_HTML, tag->line);
	node->key = key;
	return (true);
}

static bool
placeholders_parse(struct template_text *text, struct parser *ps, const char *s, int line)
{
	for (; (s = strchr(s, '{')) != NULL; s++) {
		const char *close = strchr(s, '}');
		struct key *key = &text->keys[text->n_keys];
		char *name;

		if (close == NULL)
			return (fail(ps, line, "{ without } in the text"));
		name = arena_strndup(ps->arena, s + 1, (size_t)(close - s - 1));
		if (!key_parse(key, ps, name, line))
			return (false);
		if (key->field != NULL)
			key->field->printed = true;
		text->names[text->n_keys++] = name;
	}
	return (true);
}

static bool
text_parse(struct parser *ps, struct tag *tag, bool plural)
{
	struct template_text *text = arena_alloc(ps->arena, sizeof(*text));
	enum html_escape_kind escape;
	struct node *node;
	struct key count = { 0 };
	size_t most;

	if (plural && !key_parse(&count, ps, tag_take_word(tag), tag->line))
		return (false);
	if (!tag_take_string(&text->one, tag) || (plural && !tag_take_string(&text->many, tag)) || !tag_empty(tag))
		return (false);
	if (!escape_here(&escape, ps, tag->line))
		return (false);
	if (escape != ESCAPE_TEXT)
		return (fail(ps, tag->line, "a text may not be part of an address"));
	most = text_braces(text->one) + (plural ? text_braces(text->many) : 0);
	text->keys = arena_array(ps->arena, most + 1, sizeof(*text->keys));
	text->names = arena_array(ps->arena, most + 1, sizeof(*text->names));
	if (!placeholders_parse(text, ps, text->one, tag->line) ||
	    (plural && !placeholders_parse(text, ps, text->many, tag->line)))
		return (false);
	if (count.field != NULL)
		count.field->counted = true;
	node = node_add(ps, plural ? NODE_PLURAL : NODE_TEXT, tag->line);
	node->key = count;
	node->text = text;
	return (true);
}

static bool
boundary(struct parser *ps, int line)
{
	const char *why = html_context_boundary(&ps->html, &ps->literal);

	return (why == NULL || fail(ps, line, why));
}

/* Reads the inside of a section into node; both ends must stand at the same place in the HTML. */
static bool
children_parse(struct parser *ps, struct node *node, const char *closing)
{
	struct node **tail = ps->tail;
	struct html_context before = ps->html;
	bool inside;

	ps->html.floor = ps->html.depth;
	ps->tail = &node->children;
	ps->section_depth++;
	inside = section_parse(ps, closing, node->line);
	ps->section_depth--;
	ps->tail = tail;
	ps->html.floor = before.floor;
	if (!inside)
		return (false);
	if (html_context_same(&before, &ps->html))
		return (true);
	if (ps->html.depth > before.depth)
		return (build_error(ps->path, node->line, "the section %s opens <%s> without closing it", closing,
		    ps->html.open[ps->html.depth - 1]));
	return (build_error(ps->path, node->line,
	    "the section %s ends at another place in a tag or address than it began; let it hold whole tags or whole "
	    "attributes",
	    closing));
}

static bool
flag_parse(struct parser *ps, struct tag *tag, enum node_kind kind)
{
	char *name = tag_take_word(tag);
	struct node *node;
	struct key key;

	if (!tag_empty(tag) || !key_parse(&key, ps, name, tag->line) || !boundary(ps, tag->line))
		return (false);
	if (key.field != NULL)
		key.field->tested = true;
	node = node_add(ps, kind, tag->line);
	node->key = key;
	return (children_parse(ps, node, name));
}

static struct scope *
item_scope(struct parser *ps, const struct key *key)
{
	struct scope *item;

	if (key->field != NULL && key->field->item != NULL)
		return (key->field->item);
	item = arena_alloc(ps->arena, sizeof(*item));
	if (key->field != NULL) {
		item->struct_name = arena_printf(ps->arena, "%s_%s", key->scope->struct_name, key->name);
		key->field->item = item;
	}
	return (item);
}

static bool
list_parse(struct parser *ps, struct tag *tag, char *name)
{
	struct scope *outer = ps->scope;
	struct node *node;
	struct key key;
	bool inside;

	if (!key_parse(&key, ps, name, tag->line) || !boundary(ps, tag->line))
		return (false);
	if (key.field != NULL)
		key.field->looped = true;
	node = node_add(ps, NODE_LIST, tag->line);
	node->key = key;
	node->item = item_scope(ps, &key);
	node->item->parent = outer;
	node->item->depth = outer->depth + 1;
	ps->scope = node->item;
	inside = children_parse(ps, node, name);
	ps->scope = outer;
	return (inside);
}

static bool
part_name_check(struct parser *ps, const char *part, int line)
{
	return (strncmp(part, "part_", 5) == 0 ||
		build_error(ps->path, line, "\"%s\" is no part; a part's name begins with part_", part));
}

static bool
part_add(struct parser *ps, const char *part, const char *name, enum node_kind kind, int line)
{
	struct node *node;
	struct key key;

	if (ps->html.place != PLACE_TEXT)
		return (fail(ps, line, "a part may stand between tags only"));
	if (!part_name_check(ps, part, line) || !key_parse(&key, ps, name, line))
		return (false);
	if (key.field == NULL)
		return (fail(ps, line,
		    "a part needs data set by the page; it can't stand in the layout or in a list of common data"));
	if (key.field->part != NULL &&
	    (strcmp(key.field->part, part) != 0 || key.field->looped != (kind == NODE_PART_LIST)))
		return (
		    build_error(ps->path, line, "\"%s\" is already another part; give this one its own name", name));
	key.field->part = arena_strdup(ps->arena, part);
	key.field->looped = kind == NODE_PART_LIST;
	node = node_add(ps, kind, line);
	node->key = key;
	ps->html.after_block = true;
	return (true);
}

static bool
part_parse(struct parser *ps, struct tag *tag)
{
	char *part = tag_take_word(tag), *name = tag_take_word(tag);

	return (tag_empty(tag) && part_add(ps, part, *name == '\0' ? part : name, NODE_PART, tag->line));
}

static bool
loop_parse(struct parser *ps, struct tag *tag)
{
	char *name = tag_take_word(tag), *part = strchr(name, '>');

	if (!tag_empty(tag))
		return (false);
	if (part == NULL)
		return (list_parse(ps, tag, name));
	*part++ = '\0';
	return (part_add(ps, part, name, NODE_PART_LIST, tag->line));
}

/* Reads a piece as if its text stood here: the same keys, the same place in the HTML. */
static bool
piece_read(struct parser *ps, const char *path, int line)
{
	const char *p = ps->p, *end = ps->end, *outer = ps->path;
	int outer_line = ps->html.line;
	size_t len;
	char *text = file_read(ps->arena, path, &len);
	bool good;

	if (text == NULL)
		return (fail(ps, line, "the piece asked for here can't be read"));
	ps->p = text;
	ps->end = text + len;
	ps->path = path;
	ps->html.line = 1;
	ps->piece_depth++;
	good = section_parse(ps, NULL, 0);
	ps->piece_depth--;
	ps->p = p;
	ps->end = end;
	ps->path = outer;
	ps->html.line = outer_line;
	return (good);
}

static bool
piece_parse(struct parser *ps, struct tag *tag)
{
	char *name = tag_take_word(tag);

	if (!tag_empty(tag) || !boundary(ps, tag->line))
		return (false);
	if (strncmp(name, "piece_", 6) != 0 || !name_valid(name))
		return (
		    build_error(ps->path, tag->line, "\"%s\" is no piece; a piece's name begins with piece_", name));
	if (ps->piece_depth >= PIECES_DEEP)
		return (fail(ps, tag->line, "this piece includes itself; take it out"));
	return (piece_read(ps, arena_printf(ps->arena, "%s/%s.html", ps->folder, name), tag->line));
}

static bool
content_parse(struct parser *ps, struct tag *tag)
{
	if (!ps->template->layout)
		return (fail(ps, tag->line, "{{@content}} belongs in layout.html only"));
	if (ps->section_depth > 0 || ps->html.place != PLACE_TEXT || ps->content_seen)
		return (fail(
		    ps, tag->line, "{{@content}} stands once in the layout, between tags and outside every section"));
	ps->content_seen = true;
	node_add(ps, NODE_CONTENT, tag->line);
	ps->html.after_block = true;
	return (true);
}

static bool
tag_parse(struct parser *ps, struct tag tag)
{
	char first = tag.len > 0 ? tag.text[0] : ' ';

	if (tag_word(&tag, "@content"))
		return (content_parse(ps, &tag));
	if (tag_word(&tag, "t") && tag.len > 1) {
		tag_skip(&tag, 1);
		return (text_parse(ps, &tag, false));
	}
	if (tag_word(&tag, "tn") && tag.len > 2) {
		tag_skip(&tag, 2);
		return (text_parse(ps, &tag, true));
	}
	if (strchr("#^?!>=<", first) == NULL)
		return (print_parse(ps, &tag));
	tag_skip(&tag, 1);
	switch (first) {
	case '#':
		return (loop_parse(ps, &tag));
	case '?':
		return (flag_parse(ps, &tag, NODE_IF));
	case '>':
		return (part_parse(ps, &tag));
	case '<':
		return (piece_parse(ps, &tag));
	case '=':
		return (safe_parse(ps, &tag));
	default: /* {{^list}} and {{!flag}} are the same question */
		return (flag_parse(ps, &tag, NODE_UNLESS));
	}
}

static bool
closes(struct parser *ps, struct tag tag, const char *closing, bool *ended)
{
	char *name;

	*ended = tag.len > 0 && tag.text[0] == '/';
	if (!*ended)
		return (true);
	tag_skip(&tag, 1);
	name = tag_take_word(&tag);
	if (!tag_empty(&tag))
		return (false);
	if (closing == NULL)
		return (build_error(ps->path, tag.line, "{{/%s}} closes nothing; take it out", name));
	if (strcmp(name, closing) != 0)
		return (build_error(
		    ps->path, tag.line, "{{/%s}} found, but %s is the section that is open", name, closing));
	return (boundary(ps, tag.line));
}

/* Reads up to {{/closing}}, or to the end of the file when closing is NULL. */
static bool
section_parse(struct parser *ps, const char *closing, int opened_line)
{
	bool ended = false;
	struct tag tag;

	while (ps->p < ps->end) {
		const char *open = memmem(ps->p, (size_t)(ps->end - ps->p), "{{", 2);
		const char *stop = open != NULL ? open : ps->end;

		if (!literal_parse(ps, ps->p, (size_t)(stop - ps->p)))
			return (false);
		ps->p = stop;
		if (open == NULL)
			break;
		if (!tag_read(&tag, ps->arena, ps->path, &ps->p, ps->end, &ps->html.line) ||
		    !closes(ps, tag, closing, &ended))
			return (false);
		if (ended) {
			node_add(ps, NODE_LITERAL, tag.line);
			return (true);
		}
		if (!tag_parse(ps, tag))
			return (false);
	}
	node_add(ps, NODE_LITERAL, 0);
	return (
	    closing == NULL || build_error(ps->path, opened_line, "the section %s has no {{/%s}}", closing, closing));
}

static bool
end_check(struct parser *ps)
{
	if (ps->html.place != PLACE_TEXT)
		return (fail(ps, ps->html.line, "the file ends in the middle of a tag"));
	if (ps->html.depth > 0)
		return (build_error(ps->path, ps->html.open_line[ps->html.depth - 1], "<%s> is never closed",
		    ps->html.open[ps->html.depth - 1]));
	if (ps->template->layout && !ps->content_seen)
		return (fail(ps, 0, "the layout needs {{@content}} where the page goes"));
	return (true);
}

struct template *
template_parse(struct arena *arena, const char *path, const char *name, const char *text, size_t len)
{
	struct template *one = arena_alloc(arena, sizeof(*one));
	struct parser ps = { .arena = arena, .template = one, .p = text, .end = text + len, .scope = &one->scope };

	one->name = name;
	one->path = path;
	ps.path = path;
	ps.folder = strrchr(path, '/') == NULL ? "." : arena_strndup(arena, path, (size_t)(strrchr(path, '/') - path));
	one->layout = strcmp(name, "layout") == 0;
	one->scope.struct_name = arena_printf(arena, "html_%s", name);
	ps.literal = buf_new(arena);
	ps.tail = &one->nodes;
	html_context_start(&ps.html);
	if (!name_valid(name)) {
		build_error(path, 0, "a template's name is small letters a-z, digits and _");
		return (NULL);
	}
	return (section_parse(&ps, NULL, 0) && end_check(&ps) ? one : NULL);
}
