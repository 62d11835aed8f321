/* scheme_splice.c — gathers replaced spans of a document's bytes and makes the new document of them. */
#include "scheme/scheme_splice.h"

#include <stdlib.h>
#include <string.h>

#include "scheme/scheme_read.h"
#include "xml/xml_write.h"

#define INDENT "  "
#define BLANK " \t\r\n"

struct splices
splices_new(struct arena *arena, const struct xml_doc *doc)
{
	return ((struct splices){ .arena = arena, .doc = doc });
}

static void
gather(struct splices *splices, size_t start, size_t end, const char *text, size_t len)
{
	if (splices->n == splices->cap) {
		size_t cap = splices->cap == 0 ? 16 : splices->cap * 2;
		struct splice *list = arena_array(splices->arena, cap, sizeof(*list));

		if (splices->n > 0)
			memcpy(list, splices->list, splices->n * sizeof(*list));
		splices->list = list;
		splices->cap = cap;
	}
	splices->list[splices->n++] = (struct splice){ start, end, text, len };
}

static void
gather_buf(struct splices *splices, size_t start, size_t end, const struct buf *text)
{
	gather(splices, start, end, buf_text(text), text->len);
}

/* ------------------------------------------------------------------------------------------ attributes and texts */

/* One past the element's name in its start tag, a prefix included. */
static size_t
name_end(const struct xml_doc *doc, const struct xml_node *element)
{
	return (element->byte_start + strcspn(doc->source + element->byte_start, BLANK "/>"));
}

static void
attribute_remove(struct splices *splices, const struct xml_attribute *attribute)
{
	size_t start = attribute->byte_start;

	while (strchr(BLANK, splices->doc->source[start - 1]) != NULL)
		start--;
	gather(splices, start, attribute->byte_end, "", 0);
}

/* The value goes between the quotes that are there; the other kind may stand in it as it is. */
static void
attribute_put(struct splices *splices, const struct xml_attribute *attribute, const char *value)
{
	struct buf escaped = buf_new(splices->arena), text = buf_new(splices->arena);
	bool single = splices->doc->source[attribute->byte_end - 1] == '\'';

	xml_escape_attribute(&escaped, value);
	for (const char *at = buf_text(&escaped); *at != '\0'; at++)
		if (single && *at == '\'')
			buf_puts(&text, "&#39;");
		else
			buf_putc(&text, *at);
	gather_buf(splices, attribute->value_start, attribute->byte_end - 1, &text);
}

static void
attribute_add(struct splices *splices, const struct xml_node *element, const char *name, const char *value)
{
	struct buf text = buf_new(splices->arena);
	size_t at = name_end(splices->doc, element);

	for (const struct xml_attribute *a = element->attributes; a != NULL; a = a->next)
		at = a->byte_end > at ? a->byte_end : at;
	buf_printf(&text, " %s=\"", name);
	xml_escape_attribute(&text, value);
	buf_putc(&text, '"');
	gather_buf(splices, at, at, &text);
}

void
splice_attribute(struct splices *splices, const struct xml_node *element, const char *name, const char *value)
{
	const struct xml_attribute *attribute = element->attributes;

	while (attribute != NULL && strcmp(attribute->name, name) != 0)
		attribute = attribute->next;
	if (attribute == NULL && value != NULL)
		attribute_add(splices, element, name, value);
	else if (attribute != NULL && value == NULL)
		attribute_remove(splices, attribute);
	else if (attribute != NULL && strcmp(attribute->value, value) != 0)
		attribute_put(splices, attribute, value);
}

static bool
closes_itself(const struct xml_node *element)
{
	return (element->inside_start == element->byte_end);
}

/* <a/> becomes <a> ... </a>. */
static void
open_up(struct splices *splices, const struct xml_node *element, const struct buf *inside)
{
	const char *source = splices->doc->source;
	size_t start = element->byte_end - 2;
	struct buf text = buf_new(splices->arena);

	while (strchr(BLANK, source[start - 1]) != NULL)
		start--;
	buf_putc(&text, '>');
	buf_add(&text, buf_text(inside), inside->len);
	buf_puts(&text, "</");
	buf_add(&text, source + element->byte_start + 1, name_end(splices->doc, element) - element->byte_start - 1);
	buf_putc(&text, '>');
	gather_buf(splices, start, element->byte_end, &text);
}

void
splice_text(struct splices *splices, const struct xml_node *element, const char *text)
{
	struct arena *arena = splices->arena;
	struct buf escaped = buf_new(arena);

	if (strcmp(scheme_text_normal(arena, xml_content(arena, element)), scheme_text_normal(arena, text)) == 0)
		return;
	xml_escape_text(&escaped, text);
	if (closes_itself(element))
		open_up(splices, element, &escaped);
	else
		gather_buf(splices, element->inside_start, element->inside_end, &escaped);
}

/* ------------------------------------------------------------------------------------------ places and indentation */

/* Where the line begins that the byte lies in. */
static size_t
line_start(const struct xml_doc *doc, size_t at)
{
	while (at > 0 && doc->source[at - 1] != '\n')
		at--;
	return (at);
}

/* Whether nothing but white space stands before the byte on its line, and then that white space. */
static bool
begins_line(const char **indent, const struct splices *splices, size_t at)
{
	size_t start = line_start(splices->doc, at);

	if (start + strspn(splices->doc->source + start, " \t") < at)
		return (false);
	*indent = arena_strndup(splices->arena, splices->doc->source + start, at - start);
	return (true);
}

/* What the line of the byte begins with. */
static const char *
line_indent(const struct splices *splices, size_t at)
{
	const char *line = splices->doc->source + line_start(splices->doc, at);

	return (arena_strndup(splices->arena, line, strspn(line, " \t")));
}

/* Past what belongs to the element on its line: spaces and a comment, when nothing else follows. */
static size_t
past_comment(const struct xml_doc *doc, size_t at)
{
	const char *s = doc->source, *end;
	size_t to = at + strspn(s + at, " \t");

	if (strncmp(s + to, "<!--", 4) != 0 || (end = strstr(s + to + 4, "-->")) == NULL)
		return (at);
	to = (size_t)(end - s) + 3;
	return (s[to + strspn(s + to, " \t\r")] == '\n' ? to : at);
}

static void
element_write(struct buf *out, const struct splice_element *element, const char *prefix, const char *indent)
{
	const char *inner = arena_printf(out->arena, "%s" INDENT, indent);

	buf_printf(out, "<%s%s", prefix, element->name);
	for (const struct xml_attribute *a = element->attributes; a != NULL; a = a->next) {
		buf_printf(out, " %s=\"", a->name);
		xml_escape_attribute(out, a->value);
		buf_putc(out, '"');
	}
	if (element->text == NULL && element->children == NULL) {
		buf_puts(out, "/>");
		return;
	}
	buf_putc(out, '>');
	if (element->text != NULL)
		xml_escape_text(out, element->text);
	for (const struct splice_element *child = element->children; child != NULL; child = child->next) {
		buf_printf(out, "\n%s", inner);
		element_write(out, child, prefix, inner);
	}
	if (element->children != NULL)
		buf_printf(out, "\n%s", indent);
	buf_printf(out, "</%s%s>", prefix, element->name);
}

/* "s:" where the parent is <s:form>; "" where it has no prefix. */
static const char *
prefix_of(const struct splices *splices, const struct xml_node *parent)
{
	const char *name = splices->doc->source + parent->byte_start + 1;
	size_t len = strcspn(name, BLANK ":/>");

	return (name[len] == ':' ? arena_strndup(splices->arena, name, len + 1) : "");
}

/* What is to be put in: elements to be written, or bytes as they stand. */
struct piece {
	const struct splice_element *elements;
	const char *prefix; /* of the elements' names */
	const char *bytes;
	size_t len;
};

static void
piece_write(struct buf *out, const struct piece *piece, const char *indent, bool lines)
{
	if (piece->bytes != NULL) {
		buf_printf(out, "%s%s", lines ? "\n" : "", lines ? indent : "");
		buf_add(out, piece->bytes, piece->len);
	}
	for (const struct splice_element *e = piece->elements; e != NULL; e = e->next) {
		buf_printf(out, "%s%s", lines ? "\n" : "", lines ? indent : "");
		element_write(out, e, piece->prefix, indent);
	}
}

/* Into an element that holds no other, perhaps a comment. */
static void
insert_alone(struct splices *splices, const struct xml_node *parent, const struct piece *piece)
{
	const char *outer = line_indent(splices, parent->byte_start), *source = splices->doc->source;
	struct buf text = buf_new(splices->arena);
	size_t at = parent->inside_end;

	piece_write(&text, piece, arena_printf(splices->arena, "%s" INDENT, outer), true);
	buf_printf(&text, "\n%s", outer);
	if (closes_itself(parent)) {
		open_up(splices, parent, &text);
		return;
	}
	while (at > parent->inside_start && strchr(BLANK, source[at - 1]) != NULL)
		at--;
	gather_buf(splices, at, parent->inside_end, &text);
}

/*
 * Whether what goes in beside the element gets lines of its own, and their indentation. A text keeps to the line of
 * the texts beside it; anything larger begins a line, as the element behind it does.
 */
static bool
own_lines(const char **indent, const struct splices *splices, const struct xml_node *beside, const struct piece *piece)
{
	const struct xml_node *next = xml_next(beside, NULL);

	if (begins_line(indent, splices, beside->byte_start))
		return (true);
	*indent = line_indent(splices, beside->byte_start);
	if (piece->elements != NULL && piece->elements->children == NULL)
		return (false);
	if (next == NULL || !begins_line(indent, splices, next->byte_start))
		*indent = arena_printf(splices->arena, "%s" INDENT, *indent);
	return (true);
}

static void
insert(struct splices *splices, const struct xml_node *parent, const struct xml_node *after, const struct piece *piece)
{
	const struct xml_node *beside = after != NULL ? after : xml_child(parent, NULL);
	struct buf text = buf_new(splices->arena);
	const char *indent;
	bool lines;
	size_t at;

	if (beside == NULL) {
		insert_alone(splices, parent, piece);
		return;
	}
	lines = own_lines(&indent, splices, beside, piece);
	piece_write(&text, piece, indent, lines);
	at = after == NULL ? parent->inside_start
	     : lines       ? past_comment(splices->doc, after->byte_end)
			   : after->byte_end;
	gather_buf(splices, at, at, &text);
}

void
splice_insert(struct splices *splices, const struct xml_node *parent, const struct xml_node *after,
    const struct splice_element *elements)
{
	insert(splices, parent, after, &(struct piece){ .elements = elements, .prefix = prefix_of(splices, parent) });
}

void
splice_bytes(struct splices *splices, size_t start, size_t end, const char *text)
{
	gather(splices, start, end, text, strlen(text));
}

void
splice_remove(struct splices *splices, const struct xml_node *element)
{
	const char *s = splices->doc->source, *indent;
	size_t start = element->byte_start, end = element->byte_end, rest = end + strspn(s + end, " \t\r");

	if (s[rest] == '\n' && begins_line(&indent, splices, start)) {
		start = line_start(splices->doc, start);
		end = rest + 1;
	}
	gather(splices, start, end, "", 0);
}

void
splice_swap(struct splices *splices, const struct xml_node *first, const struct xml_node *second)
{
	const char *s = splices->doc->source;

	gather(
	    splices, first->byte_start, first->byte_end, s + second->byte_start, second->byte_end - second->byte_start);
	gather(
	    splices, second->byte_start, second->byte_end, s + first->byte_start, first->byte_end - first->byte_start);
}

void
splice_move(struct splices *splices, const struct xml_node *element, const struct xml_node *parent,
    const struct xml_node *after)
{
	insert(splices, parent, after,
	    &(struct piece){
		.bytes = splices->doc->source + element->byte_start, .len = element->byte_end - element->byte_start });
	splice_remove(splices, element);
}

/* ------------------------------------------------------------------------------------------ the new document */

/* By place; what is put in comes before what is replaced there, and what came first before what came later. */
static int
by_place(const void *left, const void *right)
{
	const struct splice *a = *(const struct splice *const *)left, *b = *(const struct splice *const *)right;

	if (a->start != b->start)
		return (a->start < b->start ? -1 : 1);
	if ((a->end == a->start) != (b->end == b->start))
		return (a->end == a->start ? -1 : 1);
	if (a->end != b->end)
		return (a->end > b->end ? -1 : 1);
	return (a < b ? -1 : a > b);
}

static bool
lines_end_in_crlf(const char *source, size_t len)
{
	const char *first = memchr(source, '\n', len);

	return (first != NULL && first > source && first[-1] == '\r');
}

/* What we write ends its lines with LF; bytes that are moved may end theirs with CRLF already. */
static void
add_crlf(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))
			buf_putc(out, '\r');
		buf_putc(out, text[i]);
	}
}

char *
document_written_as(struct arena *arena, const char *text, const char *before, size_t len)
{
	struct buf out = buf_new(arena);
	size_t n = strlen(text);

	if (len >= 3 && memcmp(before, "\xEF\xBB\xBF", 3) == 0 && strncmp(text, "\xEF\xBB\xBF", 3) != 0)
		buf_puts(&out, "\xEF\xBB\xBF");
	if (lines_end_in_crlf(before, len))
		add_crlf(&out, text, n);
	else
		buf_add(&out, text, n);
	if (len > 0 && before[len - 1] == '\n' && n > 0 && text[n - 1] != '\n')
		buf_puts(&out, lines_end_in_crlf(before, len) ? "\r\n" : "\n");
	return (arena_strndup(arena, buf_text(&out), out.len));
}

char *
splices_apply(size_t *len, const struct splices *splices)
{
	const struct splice **sorted = arena_array(splices->arena, splices->n + 1, sizeof(*sorted));
	const struct xml_doc *doc = splices->doc;
	bool crlf = lines_end_in_crlf(doc->source, doc->source_len);
	struct buf out = buf_new(splices->arena);
	size_t at = 0;

	for (size_t i = 0; i < splices->n; i++)
		sorted[i] = &splices->list[i];
	if (splices->n > 1)
		qsort(sorted, splices->n, sizeof(*sorted), by_place);
	buf_reserve(&out, doc->source_len + 1);
	for (size_t i = 0; i < splices->n; i++) {
		if (sorted[i]->start < at)
			continue;
		buf_add(&out, doc->source + at, sorted[i]->start - at);
		if (crlf)
			add_crlf(&out, sorted[i]->text, sorted[i]->len);
		else
			buf_add(&out, sorted[i]->text, sorted[i]->len);
		at = sorted[i]->end;
	}
	buf_add(&out, doc->source + at, doc->source_len - at);
	*len = out.len;
	return (arena_strndup(splices->arena, buf_text(&out), out.len));
}

/* ------------------------------------------------------------------------------------------ new elements */

struct splice_element *
splice_element_new(struct arena *arena, struct splice_element *parent, const char *name)
{
	struct splice_element *element = arena_alloc(arena, sizeof(*element));
	struct splice_element **at = parent == NULL ? NULL : &parent->children;

	element->name = name;
	if (at == NULL)
		return (element);
	while (*at != NULL)
		at = &(*at)->next;
	*at = element;
	return (element);
}

void
splice_element_attribute(struct arena *arena, struct splice_element *element, const char *name, const char *value)
{
	struct xml_attribute *attribute = arena_alloc(arena, sizeof(*attribute)), **at = &element->attributes;

	*attribute = (struct xml_attribute){ .name = name, .value = value };
	while (*at != NULL)
		at = &(*at)->next;
	*at = attribute;
}
