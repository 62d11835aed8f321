/* html_emit.c — writes a template as C: a header with the struct of its keys, and a function that fills a buffer. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "build/build_file.h"
#include "build/c_text.h"
#include "build/html_template.h"

struct emitter {
	struct arena *arena;
	struct buf out;
	int indent;
};

static void nodes_emit(struct emitter *em, const struct node *nodes);

static void line_emit(struct emitter *em, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
line_emit(struct emitter *em, const char *fmt, ...)
{
	va_list ap;

	for (int i = 0; i < em->indent; i++)
		buf_putc(&em->out, '\t');
	va_start(ap, fmt);
	buf_vprintf(&em->out, fmt, ap);
	va_end(ap);
	buf_putc(&em->out, '\n');
}

static void
literal_emit(struct emitter *em, const char *text, size_t len)
{
	for (int i = 0; i < em->indent; i++)
		buf_putc(&em->out, '\t');
	buf_puts(&em->out, "HTML_LIT(out, ");
	c_string(&em->out, text, len, em->indent + 1);
	buf_puts(&em->out, ");\n");
}

/* The key as a C expression: "view->title", "item1->name", "page->lang". */
static char *
key_text(struct emitter *em, const struct key *key)
{
	if (key->scope == NULL)
		return (arena_printf(em->arena, "page->%s", key->name));
	if (key->scope->depth == 0)
		return (arena_printf(em->arena, "view->%s", key->name));
	return (arena_printf(em->arena, "item%d->%s", key->scope->depth, key->name));
}

static char *
key_size(struct emitter *em, const struct key *key)
{
	struct key size = *key;

	size.name = arena_printf(em->arena, "n_%s", key->name);
	return (key_text(em, &size));
}

static void
print_emit(struct emitter *em, const struct key *key, enum html_escape_kind escape)
{
	static const char *const functions[] = { [ESCAPE_TEXT] = "HTML_PRINT",
		[ESCAPE_URL] = "html_url",
		[ESCAPE_PART] = "html_url_part",
		[ESCAPE_ADDRESS] = "html_url_address" };
	const char *function = functions[escape];
	enum field_kind kind = key->field == NULL ? FIELD_STRING : key->field->kind;

	if (kind == FIELD_COUNT || kind == FIELD_LIST_SIZE)
		function = escape == ESCAPE_TEXT ? "html_number" : "html_integer";
	else if (key->field == NULL && escape == ESCAPE_PART)
		function = "HTML_PRINT_PART";
	else if (key->field != NULL && escape == ESCAPE_TEXT)
		function = "html_escape";
	line_emit(em, "%s(out, %s%s);", function, kind == FIELD_LIST_SIZE ? "(int64_t)" : "", key_text(em, key));
}

static char *
test_text(struct emitter *em, const struct key *key)
{
	char *text = key_text(em, key);

	if (key->field == NULL)
		return (arena_printf(em->arena, "HTML_SET(%s)", text));
	switch (key->field->kind) {
	case FIELD_LIST:
	case FIELD_PART_LIST:
		return (arena_printf(em->arena, "%s > 0", key_size(em, key)));
	case FIELD_STRING:
		return (arena_printf(em->arena, "html_set(%s)", text));
	case FIELD_HTML:
		return (arena_printf(em->arena, "%s.len > 0", text));
	case FIELD_COUNT:
	case FIELD_LIST_SIZE:
		return (arena_printf(em->arena, "%s != 0", text));
	default:
		return (text);
	}
}

static bool
node_is_list(const struct key *key)
{
	return (key->field != NULL && key->field->looped);
}

static void
flag_emit(struct emitter *em, const struct node *node)
{
	const char *test = test_text(em, &node->key);

	if (node->kind == NODE_IF)
		line_emit(em, "if (%s) {", test);
	else
		line_emit(em,
		    node_is_list(&node->key) || (node->key.field != NULL && node->key.field->kind != FIELD_FLAG &&
						    node->key.field->kind != FIELD_STRING)
			? "if (!(%s)) {"
			: "if (!%s) {",
		    test);
	em->indent++;
	nodes_emit(em, node->children);
	em->indent--;
	line_emit(em, "}");
}

static void
list_emit(struct emitter *em, const struct node *node)
{
	const char *list = key_text(em, &node->key), *size = key_size(em, &node->key);
	int depth = node->item->depth;

	line_emit(em, "for (size_t i%d = 0; i%d < %s; i%d++) {", depth, depth, size, depth);
	em->indent++;
	if (node->item->struct_name == NULL)
		line_emit(em, "__typeof__(&%s[0]) item%d = &%s[i%d];", list, depth, list, depth);
	else
		line_emit(em, "const struct %s *item%d = &%s[i%d];", node->item->struct_name, depth, list, depth);
	line_emit(em, "(void)item%d;", depth);
	nodes_emit(em, node->children);
	em->indent--;
	line_emit(em, "}");
}

static void
part_emit(struct emitter *em, const struct node *node)
{
	const char *key = key_text(em, &node->key), *part = node->key.field->part;

	if (node->kind == NODE_PART) {
		line_emit(em, "html_%s(out, page, &%s);", part, key);
		return;
	}
	line_emit(em, "for (size_t i = 0; i < %s; i++)", key_size(em, &node->key));
	line_emit(em, "\thtml_%s(out, page, &%s[i]);", part, key);
}

/* Adds text as it stands in the page: the same escapes do for text and quoted values. */
static void
escape_add(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		switch (text[i]) {
		case '&':
			buf_puts(out, "&amp;");
			break;
		case '<':
			buf_puts(out, "&lt;");
			break;
		case '>':
			buf_puts(out, "&gt;");
			break;
		case '"':
			buf_puts(out, "&#34;");
			break;
		case '\'':
			buf_puts(out, "&#39;");
			break;
		default:
			buf_putc(out, text[i]);
		}
}

static const struct key *
placeholder_find(const struct template_text *text, const char *name, size_t len)
{
	for (size_t i = 0; i < text->n_keys; i++)
		if (strlen(text->names[i]) == len && memcmp(text->names[i], name, len) == 0)
			return (&text->keys[i]);
	return (NULL);
}

/* One language's wording: literals and the keys between them. */
static void
wording_emit(struct emitter *em, const struct template_text *text, const char *wording)
{
	while (*wording != '\0') {
		size_t len = strcspn(wording, "{");
		struct buf literal = buf_new(em->arena);
		const char *close;
		const struct key *key;

		escape_add(&literal, wording, len);
		if (literal.len > 0)
			literal_emit(em, literal.data, literal.len);
		wording += len;
		if (*wording == '\0' || (close = strchr(wording, '}')) == NULL)
			return;
		key = placeholder_find(text, wording + 1, (size_t)(close - wording - 1));
		if (key != NULL)
			print_emit(em, key, ESCAPE_TEXT);
		wording = close + 1;
	}
}

static const char *
wording_one(const struct template_text *text, int lang)
{
	return (text->in[lang] != NULL ? text->in[lang]->text : text->one);
}

static const char *
wording_many(const struct template_text *text, int lang)
{
	return (text->in[lang] != NULL ? text->in[lang]->text_many : text->many);
}

static void
plural_emit(struct emitter *em, const struct node *node, int lang)
{
	const char *count = key_text(em, &node->key);

	line_emit(em, "if (%s == 1) {", count);
	em->indent++;
	wording_emit(em, node->text, wording_one(node->text, lang));
	em->indent--;
	line_emit(em, "} else {");
	em->indent++;
	wording_emit(em, node->text, wording_many(node->text, lang));
	em->indent--;
	line_emit(em, "}");
}

static void
plain_text_emit(struct emitter *em, const struct template_text *text)
{
	line_emit(em, "{");
	em->indent++;
	line_emit(em, "static const struct html_text text[] = {");
	for (int lang = 0; lang < LANG__MAX; lang++) {
		struct buf literal = buf_new(em->arena);

		escape_add(&literal, wording_one(text, lang), strlen(wording_one(text, lang)));
		for (int i = 0; i <= em->indent; i++)
			buf_putc(&em->out, '\t');
		buf_puts(&em->out, "HTML_TEXT(");
		c_string(&em->out, buf_text(&literal), literal.len, em->indent + 2);
		buf_puts(&em->out, "),\n");
	}
	line_emit(em, "};");
	line_emit(em, "html_text_add(out, &text[page->lang]);");
	em->indent--;
	line_emit(em, "}");
}

static void
text_emit(struct emitter *em, const struct node *node)
{
	static const char *const labels[LANG__MAX] = { "default", "case LANG_NN", "case LANG_EN" };

	if (node->kind == NODE_TEXT && node->text->n_keys == 0) {
		plain_text_emit(em, node->text);
		return;
	}
	line_emit(em, "switch (page->lang) {");
	for (int lang = 0; lang < LANG__MAX; lang++) {
		line_emit(em, "%s:", labels[lang]);
		em->indent++;
		if (node->kind == NODE_PLURAL)
			plural_emit(em, node, lang);
		else
			wording_emit(em, node->text, wording_one(node->text, lang));
		line_emit(em, "break;");
		em->indent--;
	}
	line_emit(em, "}");
}

static void
node_emit(struct emitter *em, const struct node *node)
{
	switch (node->kind) {
	case NODE_LITERAL:
		literal_emit(em, node->literal, node->literal_len);
		return;
	case NODE_PRINT:
		print_emit(em, &node->key, node->escape);
		return;
	case NODE_HTML:
		line_emit(em, "html_safe_add(out, &%s);", key_text(em, &node->key));
		return;
	case NODE_TEXT:
	case NODE_PLURAL:
		text_emit(em, node);
		return;
	case NODE_LIST:
		list_emit(em, node);
		return;
	case NODE_IF:
	case NODE_UNLESS:
		flag_emit(em, node);
		return;
	case NODE_PART:
	case NODE_PART_LIST:
		part_emit(em, node);
		return;
	case NODE_CONTENT:
		return;
	}
}

static void
nodes_emit(struct emitter *em, const struct node *nodes)
{
	for (; nodes != NULL && nodes->kind != NODE_CONTENT; nodes = nodes->next)
		node_emit(em, nodes);
}

static void
field_emit(struct emitter *em, const struct scope *scope, const struct field *field)
{
	const char *name = field->name;

	switch (field->kind) {
	case FIELD_STRING:
		line_emit(em, "const char *%s;", name);
		return;
	case FIELD_FLAG:
		line_emit(em, "bool %s;", name);
		return;
	case FIELD_COUNT:
		line_emit(em, "int64_t %s;", name);
		return;
	case FIELD_HTML:
		line_emit(em, "struct safe_html %s;", name);
		return;
	case FIELD_PART:
		line_emit(em, "struct html_%s %s;", field->part, name);
		return;
	case FIELD_PART_LIST:
		line_emit(em, "const struct html_%s *%s;", field->part, name);
		line_emit(em, "size_t n_%s;", name);
		return;
	case FIELD_LIST:
		line_emit(em, "const struct %s_%s *%s;", scope->struct_name, name, name);
		line_emit(em, "size_t n_%s;", name);
		return;
	case FIELD_LIST_SIZE:
		return;
	}
}

/* A list's struct comes before the one that points to it. */
static void
struct_emit(struct emitter *em, const struct scope *scope)
{
	bool empty = true;

	for (const struct field *field = scope->fields; field != NULL; field = field->next)
		if (field->kind == FIELD_LIST && field->item != NULL)
			struct_emit(em, field->item);
	line_emit(em, "struct %s {", scope->struct_name);
	em->indent++;
	for (const struct field *field = scope->fields; field != NULL; field = field->next) {
		field_emit(em, scope, field);
		empty = false;
	}
	if (empty)
		line_emit(em, "char nothing; /* the template prints no key */");
	em->indent--;
	line_emit(em, "};\n");
}

static void
includes_emit(struct emitter *em, const struct scope *scope, bool by_value)
{
	for (const struct field *field = scope->fields; field != NULL; field = field->next) {
		if (field->part != NULL && by_value && field->kind == FIELD_PART)
			line_emit(em, "#include \"html_%s.h\"", field->part);
		if (field->part != NULL && !by_value && field->kind == FIELD_PART_LIST)
			line_emit(em, "struct html_%s;", field->part);
		if (field->item != NULL)
			includes_emit(em, field->item, by_value);
	}
}

static void
header_emit(struct emitter *em, const struct template *one)
{
	line_emit(em, "/* Made from %s.html by web_compile; change that file, not this. */", one->name);
	line_emit(em, "#ifndef HTML_%s_H\n#define HTML_%s_H\n", one->name, one->name);
	line_emit(em, "#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n");
	line_emit(em, "#include \"web/html_escape.h\"\n#include \"web/page_view.h\"");
	includes_emit(em, &one->scope, true);
	includes_emit(em, &one->scope, false);
	line_emit(em, "%s", "");
	if (one->layout) {
		line_emit(em, "void html_layout_top(struct buf *out, const struct page_view *page);");
		line_emit(em, "void html_layout_bottom(struct buf *out, const struct page_view *page);");
	} else {
		struct_emit(em, &one->scope);
		line_emit(em,
		    "void html_%s(struct buf *out, const struct page_view *page, const struct html_%s *view);",
		    one->name, one->name);
	}
	line_emit(em, "\n#endif");
}

static void
function_emit(struct emitter *em, const char *name, const char *extra, const struct node *nodes)
{
	line_emit(em, "\nvoid\nhtml_%s(struct buf *out, const struct page_view *page%s)\n{", name, extra);
	em->indent++;
	line_emit(em, "(void)page;");
	if (extra[0] != '\0')
		line_emit(em, "(void)view;");
	nodes_emit(em, nodes);
	em->indent--;
	line_emit(em, "}");
}

static const struct node *
content_find(const struct node *nodes)
{
	while (nodes->kind != NODE_CONTENT)
		nodes = nodes->next;
	return (nodes);
}

static void
parts_include(struct emitter *em, const struct scope *scope)
{
	for (const struct field *field = scope->fields; field != NULL; field = field->next) {
		if (field->part != NULL)
			line_emit(em, "#include \"html_%s.h\"", field->part);
		if (field->item != NULL)
			parts_include(em, field->item);
	}
}

static void
source_emit(struct emitter *em, const struct template *one)
{
	line_emit(em, "/* Made from %s.html by web_compile; change that file, not this. */", one->name);
	line_emit(em, "#include \"html_%s.h\"\n", one->name);
	parts_include(em, &one->scope);
	if (one->layout) {
		function_emit(em, "layout_top", "", one->nodes);
		function_emit(em, "layout_bottom", "", content_find(one->nodes)->next);
		return;
	}
	function_emit(em, one->name, arena_printf(em->arena, ", const struct html_%s *view", one->name), one->nodes);
}

bool
template_emit(struct arena *arena, const struct template *one, const char *folder)
{
	struct emitter header = { arena, buf_new(arena), 0 }, source = { arena, buf_new(arena), 0 };

	header_emit(&header, one);
	source_emit(&source, one);
	return (file_update(arena, arena_printf(arena, "%s/html_%s.h", folder, one->name), &header.out) &&
		file_update(arena, arena_printf(arena, "%s/html_%s.c", folder, one->name), &source.out));
}

bool
template_emit_all(struct arena *arena, const struct template *all, const char *folder)
{
	struct buf out = buf_new(arena);

	buf_puts(&out, "/* Made by web_compile: every template. */\n");
	for (; all != NULL; all = all->next)
		buf_printf(&out, "#include \"html_%s.h\"\n", all->name);
	return (file_update(arena, arena_printf(arena, "%s/html.h", folder), &out));
}
