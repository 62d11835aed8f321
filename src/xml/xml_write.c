/* xml_write.c — a small stack of open elements; a start tag is written when its attributes are known and sorted. */
#include "xml/xml_write.h"

#include <assert.h>
#include <string.h>

struct xml_writer
xml_writer_new(struct buf *out, const char *ns)
{
	return ((struct xml_writer){ .out = out, .ns = ns });
}

static void
escape(struct buf *out, const char *s, const char *special)
{
	for (;;) {
		size_t plain = strcspn(s, special);

		buf_add(out, s, plain);
		s += plain;
		if (*s == '\0')
			return;
		switch (*s++) {
		case '&':
			BUF_LIT(out, "&amp;");
			break;
		case '<':
			BUF_LIT(out, "&lt;");
			break;
		case '>':
			BUF_LIT(out, "&gt;");
			break;
		case '"':
			BUF_LIT(out, "&quot;");
			break;
		default:
			buf_printf(out, "&#x%X;", (unsigned char)s[-1]);
		}
	}
}

void
xml_escape_text(struct buf *out, const char *text)
{
	escape(out, text, "&<>\r");
}

void
xml_escape_attribute(struct buf *out, const char *value)
{
	escape(out, value, "&<\"\t\n\r");
}

static void
sort_attributes(struct xml_writer *w)
{
	for (int i = 1; i < w->attribute_count; i++) {
		const char *name = w->names[i], *value = w->values[i];
		int at = i;

		for (; at > 0 && strcmp(w->names[at - 1], name) > 0; at--) {
			w->names[at] = w->names[at - 1];
			w->values[at] = w->values[at - 1];
		}
		w->names[at] = name;
		w->values[at] = value;
	}
}

static void
write_attribute(struct xml_writer *w, const char *name, const char *value)
{
	buf_putc(w->out, ' ');
	buf_puts(w->out, name);
	BUF_LIT(w->out, "=\"");
	xml_escape_attribute(w->out, value);
	buf_putc(w->out, '"');
}

static void
close_tag(struct xml_writer *w)
{
	if (!w->tag_open)
		return;
	if (w->depth == 1 && w->ns != NULL)
		write_attribute(w, "xmlns", w->ns);
	sort_attributes(w);
	for (int i = 0; i < w->attribute_count; i++)
		write_attribute(w, w->names[i], w->values[i]);
	buf_putc(w->out, '>');
	w->attribute_count = 0;
	w->tag_open = false;
}

void
xml_write_start(struct xml_writer *w, const char *name)
{
	close_tag(w);
	assert(w->depth < XML_MAX_DEPTH);
	w->open[w->depth++] = name;
	buf_putc(w->out, '<');
	buf_puts(w->out, name);
	w->tag_open = true;
}

void
xml_write_attribute(struct xml_writer *w, const char *name, const char *value)
{
	assert(w->tag_open && w->attribute_count < XML_MAX_ATTRIBUTES);
	w->names[w->attribute_count] = name;
	w->values[w->attribute_count++] = value;
}

void
xml_write_text(struct xml_writer *w, const char *text)
{
	close_tag(w);
	xml_escape_text(w->out, text);
}

void
xml_write_end(struct xml_writer *w)
{
	close_tag(w);
	assert(w->depth > 0);
	BUF_LIT(w->out, "</");
	buf_puts(w->out, w->open[--w->depth]);
	buf_putc(w->out, '>');
}

void
xml_write_node(struct xml_writer *w, const struct xml_node *node)
{
	if (node->kind == XML_TEXT) {
		xml_write_text(w, node->text);
		return;
	}
	xml_write_start(w, node->name);
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		xml_write_attribute(w, a->name, a->value);
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		xml_write_node(w, child);
	xml_write_end(w);
}
