/* xml_read.c — libxml2's SAX2 events turned into the light tree; the parser is stopped at the first thing we refuse. */
#include "xml/xml_read.h"

#include <errno.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <string.h>

#include "core/buf.h"
#include "xml/xml_fault.h"

struct reader {
	struct arena *arena;
	struct xml_doc *doc;
	struct xml_error *error;
	xmlParserCtxtPtr parser;
	struct xml_node *open;  /* innermost open element */
	struct xml_node **tail; /* where its next child goes */
	struct xml_node **tails[XML_MAX_DEPTH + 1];
	struct buf text; /* gathered since the last tag */
	size_t text_start;
	size_t event_end; /* one past the last tag, comment or instruction */
	size_t *newlines; /* byte positions of every \n */
	size_t newline_count;
	size_t nodes;
	int depth;
	bool failed;
};

static int
line_at(const struct reader *r, size_t byte)
{
	size_t low = 0, high = r->newline_count;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (r->newlines[mid] < byte)
			low = mid + 1;
		else
			high = mid;
	}
	return ((int)low + 1);
}

static void
find_newlines(struct reader *r)
{
	const char *s = r->doc->source, *end = s + r->doc->source_len, *at;
	size_t count = 0;

	for (at = s; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
		count++;
	r->newlines = arena_array(r->arena, count + 1, sizeof(*r->newlines));
	for (at = s; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
		r->newlines[r->newline_count++] = (size_t)(at - s);
}

/* Only the first failure is told: what follows is usually its echo. */
static void
refuse(struct reader *r, int line, enum xml_fault fault, const char *about, const char *message)
{
	if (r->failed)
		return;
	r->failed = true;
	*r->error = (struct xml_error){
		.name = r->doc->name, .line = line, .message = message, .fault = fault, .about = about
	};
	if (r->parser != NULL)
		xmlStopParser(r->parser);
}

static void
fail(struct reader *r, int line, const char *message)
{
	refuse(r, line, XML_WRONG, NULL, message);
}

static size_t
position(const struct reader *r)
{
	long at = xmlByteConsumed(r->parser);

	if (at < 0)
		return (r->event_end);
	return ((size_t)at > r->doc->source_len ? r->doc->source_len : (size_t)at);
}

static void
add_node(struct reader *r, struct xml_node *node)
{
	if (++r->nodes > XML_MAX_NODES) {
		fail(r, node->line, "the document has more than 500000 elements; divide it");
		return;
	}
	node->parent = r->open;
	*r->tail = node;
	r->tail = &node->next;
}

static void
flush_text(struct reader *r, size_t end)
{
	struct xml_node *node;

	if (r->text.len == 0)
		return;
	node = arena_alloc(r->arena, sizeof(*node));
	node->kind = XML_TEXT;
	node->text = arena_strndup(r->arena, r->text.data, r->text.len);
	node->byte_start = r->text_start;
	node->byte_end = end;
	node->line = line_at(r, r->text_start);
	r->text.len = 0;
	add_node(r, node);
}

/* The byte of the attribute's name inside the start tag, for its line; quoted values are stepped over. */
static size_t
attribute_at(const struct reader *r, size_t start, size_t end, const char *name)
{
	const char *s = r->doc->source;
	size_t len = strlen(name), at = start;
	char quote = '\0';

	for (; at + len < end; at++) {
		if (quote != '\0') {
			quote = s[at] == quote ? '\0' : quote;
			continue;
		}
		if (s[at] == '"' || s[at] == '\'')
			quote = s[at];
		else if (strchr(" \t\r\n", s[at]) != NULL && strncmp(s + at + 1, name, len) == 0 &&
			 strchr("= \t\r\n", s[at + 1 + len]) != NULL)
			return (at + 1);
	}
	return (start);
}

/* Where name = "value" lies, from the name's first byte; a start tag that was parsed has it in order. */
static void
attribute_spans(const struct reader *r, struct xml_attribute *attribute, size_t start, size_t end)
{
	const char *s = r->doc->source;
	size_t at = attribute_at(r, start, end, attribute->name);

	attribute->line = line_at(r, at);
	attribute->byte_start = attribute->value_start = attribute->byte_end = at;
	for (at += strlen(attribute->name); at < end && s[at] != '"' && s[at] != '\'';)
		at++;
	if (at >= end)
		return;
	attribute->value_start = at + 1;
	for (char quote = s[at++]; at < end && s[at] != quote;)
		at++;
	attribute->byte_end = at + 1;
}

/* The parser leaves "&" in attributes as "&#38;" when it is told to replace no entities, and only "&". */
static char *
attribute_value(struct reader *r, const char *start, const char *end)
{
	char *value = arena_strndup(r->arena, start, (size_t)(end - start));
	char *to = value;

	for (const char *from = value; *from != '\0'; to++) {
		bool ampersand = strncmp(from, "&#38;", 5) == 0;

		*to = *from;
		from += ampersand ? 5 : 1;
	}
	*to = '\0';
	return (value);
}

static bool
add_attributes(struct reader *r, struct xml_node *node, size_t end, int count, const xmlChar **raw)
{
	struct xml_attribute **tail = &node->attributes;

	for (int i = 0; i < count; i++, raw += 5) {
		struct xml_attribute *attribute = arena_alloc(r->arena, sizeof(*attribute));
		const char *name = (const char *)raw[0], *prefix = (const char *)raw[1];

		if (prefix != NULL && strcmp(prefix, "xml") != 0) {
			refuse(r, node->line, XML_PREFIX, arena_printf(r->arena, "%s:%s", prefix, name),
			    arena_printf(r->arena,
				"attribute %s:%s is in a namespace of its own; write it without a prefix", prefix,
				name));
			return (false);
		}
		attribute->name =
		    prefix == NULL ? arena_strdup(r->arena, name) : arena_printf(r->arena, "xml:%s", name);
		attribute->value = attribute_value(r, (const char *)raw[3], (const char *)raw[4]);
		attribute_spans(r, attribute, node->byte_start, end);
		*tail = attribute;
		tail = &attribute->next;
	}
	return (true);
}

static bool
namespace_wrong(struct reader *r, const char *name, const char *uri, int line)
{
	const char *want = r->doc->ns;

	if (want == NULL && uri == NULL)
		return (false);
	if (want != NULL && uri != NULL && strcmp(want, uri) == 0)
		return (false);
	if (want == NULL)
		refuse(r, line, XML_NAMESPACE, name,
		    arena_printf(r->arena, "<%s> is in the namespace %s; remove its xmlns", name, uri));
	else
		refuse(r, line, XML_NAMESPACE, name,
		    arena_printf(r->arena,
			"<%s> is not in the namespace of this kind of document; write xmlns=\"%s\" "
			"on the outermost element",
			name, want));
	return (true);
}

static void
on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int ns_count,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes)
{
	struct reader *r = user;
	size_t end = position(r), start = end;
	struct xml_node *node;

	(void)ns_count, (void)namespaces, (void)defaulted;
	if (r->failed)
		return;
	/* The parser stands at the end of the start tag; "<" cannot occur inside one. */
	while (start > 0 && r->doc->source[start] != '<')
		start--;
	flush_text(r, start);
	if (++r->depth > XML_MAX_DEPTH) {
		refuse(r, line_at(r, start), XML_DEPTH, NULL,
		    "elements lie more than 64 levels deep; flatten the document");
		return;
	}
	node = arena_alloc(r->arena, sizeof(*node));
	node->kind = XML_ELEMENT;
	node->name = arena_strdup(r->arena, (const char *)name);
	node->byte_start = start;
	node->line = line_at(r, start);
	if (prefix != NULL && uri == NULL)
		refuse(r, node->line, XML_PREFIX, arena_printf(r->arena, "%s:%s", prefix, name),
		    arena_printf(r->arena, "the prefix in <%s:%s> is not declared; remove it", prefix, name));
	if (r->failed || namespace_wrong(r, node->name, (const char *)uri, node->line) ||
	    !add_attributes(r, node, end, count, attributes))
		return;
	add_node(r, node);
	r->tails[r->depth] = r->tail;
	r->open = node;
	r->tail = &node->children;
	while (end < r->doc->source_len && r->doc->source[end] != '>')
		end++;
	r->event_end = end < r->doc->source_len ? end + 1 : end;
	node->inside_start = r->event_end;
}

static void
on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *r = user;
	size_t end = position(r), start = end;

	(void)name, (void)prefix, (void)uri;
	if (r->failed || r->open == NULL)
		return;
	/* The parser stands behind the end tag, where the next one may begin; behind <a/> there is none. */
	while (start > r->event_end && (start == end || r->doc->source[start] != '<'))
		start--;
	flush_text(r, start);
	r->open->byte_end = end;
	r->open->inside_end = start;
	r->event_end = end;
	r->tail = r->tails[r->depth--];
	r->open = r->open->parent;
}

static void
on_text(void *user, const xmlChar *text, int len)
{
	struct reader *r = user;

	if (r->failed || r->open == NULL)
		return;
	if (r->text.len == 0)
		r->text_start = r->event_end;
	buf_add(&r->text, text, (size_t)len);
}

static void
on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct reader *r = user;

	(void)name, (void)external, (void)system;
	refuse(r, line_at(r, position(r)), XML_DOCTYPE, NULL,
	    "a DOCTYPE is not allowed; remove it and write any entities as characters");
}

static xmlEntityPtr
on_entity(void *user, const xmlChar *name)
{
	struct reader *r = user;

	refuse(r, line_at(r, position(r)), XML_ENTITY, arena_strdup(r->arena, (const char *)name),
	    arena_printf(r->arena, "the entity &%s; is not allowed; write the character itself in UTF-8", name));
	return (NULL);
}

static void
on_error(void *user, xmlErrorPtr e)
{
	struct reader *r = user;
	struct xml_stand stand = { r->doc, r->open, position(r) };
	char *message;
	size_t len, byte;

	if (r->failed || e->level < XML_ERR_ERROR)
		return;
	message = arena_strdup(r->arena, e->message == NULL ? "not well formed" : e->message);
	len = strlen(message);
	while (len > 0 && (message[len - 1] == '\n' || message[len - 1] == ' '))
		message[--len] = '\0';
	fail(r, e->line, arena_printf(r->arena, "the XML is not well formed: %s; correct the markup there", message));
	xml_fault_find(r->error, &byte, r->arena, e, &stand);
	if (byte != SIZE_MAX)
		r->error->line = line_at(r, byte);
}

/* Past a comment, a CDATA section or a processing instruction that begins here; NULL when none does. */
static const char *
past_other(const char *at, const char *end)
{
	static const char *const marks[][2] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t len = strlen(marks[i][0]);
		const char *stop;

		if ((size_t)(end - at) < len || memcmp(at, marks[i][0], len) != 0)
			continue;
		stop = memmem(at + len, (size_t)(end - at) - len, marks[i][1], strlen(marks[i][1]));
		return (stop == NULL ? end : stop + strlen(marks[i][1]));
	}
	return (NULL);
}

/* Past a start tag; counts what looks like attributes. */
static const char *
past_tag(size_t *count, const char *at, const char *end)
{
	for (*count = 0; at < end && *at != '>'; at++) {
		*count += *at == '=';
		if ((*at == '"' || *at == '\'') && (at = memchr(at + 1, *at, (size_t)(end - at - 1))) == NULL)
			return (end);
	}
	return (at);
}

/* libxml2 holds each attribute against all before it: a tag of a hundred thousand would keep it busy for seconds. */
static void
check_tags(struct reader *r)
{
	const char *s = r->doc->source, *at = s, *end = s + r->doc->source_len, *next;
	size_t count;

	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		if ((next = past_other(at, end)) == NULL) {
			next = past_tag(&count, at, end);
			if (count > XML_MAX_ATTRIBUTES) {
				refuse(r, line_at(r, (size_t)(at - s)), XML_ATTRIBUTES,
				    arena_strndup(r->arena, at + 1, strcspn(at + 1, " \t\r\n/>")),
				    "the element has more than 64 attributes; remove some");
				return;
			}
		}
		at = next;
	}
}

static void
sax_set(xmlSAXHandler *sax)
{
	memset(sax, 0, sizeof(*sax));
	sax->initialized = XML_SAX2_MAGIC;
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_text;
	sax->internalSubset = on_doctype;
	sax->getEntity = on_entity;
	sax->serror = (xmlStructuredErrorFunc)on_error;
}

static void
free_parser(void *object)
{
	xmlParserCtxtPtr parser = object;

	if (parser->myDoc != NULL)
		xmlFreeDoc(parser->myDoc);
	parser->myDoc = NULL;
	xmlFreeParserCtxt(parser);
}

static void
parse(struct reader *r)
{
	xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(r->doc->source, (int)r->doc->source_len);

	if (parser == NULL) {
		fail(r, 0, "the XML parser could not be made; try again with more memory");
		return;
	}
	arena_defer(r->arena, free_parser, parser);
	xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_COMPACT);
	sax_set(parser->sax);
	parser->userData = r;
	r->parser = parser;
	xmlParseDocument(parser);
	if (!r->failed && (parser->wellFormed == 0 || r->doc->root == NULL))
		fail(r, 0, "the XML is not well formed; check that every element is closed");
	r->parser = NULL;
	arena_release(r->arena, parser);
}

/* libxml2 would follow any encoding the declaration names, and byte positions would then mean another text. */
static bool
encoding_wrong(const struct xml_doc *doc)
{
	const char *s = doc->source, *end = s + doc->source_len, *declared, *stop;
	size_t len = doc->source_len, said;

	if (len >= 2 && ((unsigned char)s[0] >= 0xFE || s[0] == '\0' || s[1] == '\0'))
		return (true);
	if (len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0)
		s += 3;
	if (end - s < 6 || memcmp(s, "<?xml", 5) != 0 || (stop = memmem(s, (size_t)(end - s), "?>", 2)) == NULL ||
	    (declared = memmem(s, (size_t)(stop - s), "encoding", 8)) == NULL)
		return (false);
	declared += 8 + strspn(declared + 8, " \t\r\n=\"'");
	said = strcspn(declared, " \t\r\n?\"'");
	return (said != 5 || strncasecmp(declared, "utf-8", said) != 0);
}

enum status
xml_read(struct xml_doc **out, struct xml_error *error, struct arena *arena, const char *ns, const char *name,
    const char *bytes, size_t len)
{
	struct xml_doc *doc = arena_alloc(arena, sizeof(*doc));
	struct reader *r = arena_alloc(arena, sizeof(*r));

	doc->name = arena_strdup(arena, name);
	doc->ns = ns;
	*r = (struct reader){ .arena = arena, .doc = doc, .error = error, .tail = &doc->root };
	if (len > XML_MAX_BYTES) {
		fail(r, 0, "the document is larger than 8 MiB; divide it");
		return (ERR_TOO_LARGE);
	}
	doc->source = arena_strndup(arena, bytes, len);
	doc->source_len = len;
	r->text = buf_new(arena);
	if (len == 0)
		refuse(r, 0, XML_EMPTY, NULL, "the document is empty; write it");
	else if (encoding_wrong(doc))
		refuse(r, 1, XML_ENCODING, NULL,
		    "the document is not in UTF-8; save it as UTF-8 and declare no other encoding");
	if (r->failed)
		return (ERR_INVALID);
	find_newlines(r);
	check_tags(r);
	if (!r->failed)
		parse(r);
	if (r->failed)
		return (ERR_INVALID);
	*out = doc;
	return (OK);
}

enum status
xml_read_file(struct xml_doc **out, struct xml_error *error, struct arena *arena, const char *ns, const char *path)
{
	struct buf bytes = buf_new(arena);

	if (buf_read_file(&bytes, path, XML_MAX_BYTES) != OK) {
		*error = (struct xml_error){ .name = arena_strdup(arena, path),
			.message = arena_printf(arena,
			    "the file cannot be read (%s); check its name and its permissions", strerror(errno)) };
		return (ERR_IO);
	}
	return (xml_read(out, error, arena, ns, path, bytes.data, bytes.len));
}

char *
xml_error_text(struct arena *arena, const struct xml_error *error)
{
	if (error->line == 0)
		return (arena_printf(arena, "%s: %s", error->name, error->message));
	return (arena_printf(arena, "%s:%d: %s", error->name, error->line, error->message));
}

static const struct xml_attribute *
find_attribute(const struct xml_node *node, const char *name)
{
	const struct xml_attribute *attribute;

	for (attribute = node->attributes; attribute != NULL; attribute = attribute->next)
		if (strcmp(attribute->name, name) == 0)
			break;
	return (attribute);
}

const char *
xml_attribute(const struct xml_node *node, const char *name)
{
	const struct xml_attribute *attribute = find_attribute(node, name);

	return (attribute == NULL ? NULL : attribute->value);
}

int
xml_attribute_line(const struct xml_node *node, const char *name)
{
	const struct xml_attribute *attribute = find_attribute(node, name);

	return (attribute == NULL ? node->line : attribute->line);
}

bool
xml_is(const struct xml_node *node, const char *name)
{
	return (node->kind == XML_ELEMENT && strcmp(node->name, name) == 0);
}

static struct xml_node *
first_from(struct xml_node *node, const char *name)
{
	while (node != NULL && (name == NULL ? node->kind != XML_ELEMENT : !xml_is(node, name)))
		node = node->next;
	return (node);
}

struct xml_node *
xml_child(const struct xml_node *node, const char *name)
{
	return (node == NULL ? NULL : first_from(node->children, name));
}

struct xml_node *
xml_next(const struct xml_node *node, const char *name)
{
	return (first_from(node->next, name));
}

static void
add_content(struct buf *out, const struct xml_node *node)
{
	if (node->kind == XML_TEXT)
		buf_puts(out, node->text);
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		add_content(out, child);
}

char *
xml_content(struct arena *arena, const struct xml_node *node)
{
	struct buf out = buf_new(arena);

	add_content(&out, node);
	return (arena_strndup(arena, out.data, out.len));
}
