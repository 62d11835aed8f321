/* splice_check.h — random changes to a document, and what must hold after each: for the unit test and the fuzzer. */
#ifndef UNIT_SPLICE_CHECK_H
#define UNIT_SPLICE_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheme/scheme_read.h"
#include "scheme/scheme_splice.h"

/* Where the choices come from: bytes that are used up, then zeros. */
struct splice_choices {
	const unsigned char *bytes;
	size_t len;
};

static inline unsigned
splice_choose(struct splice_choices *from, unsigned most)
{
	unsigned byte = from->len == 0 ? 0 : *from->bytes;

	from->bytes += from->len > 0;
	from->len -= from->len > 0;
	return (most == 0 ? 0 : byte % most);
}

#define SPLICE_MUST(what)                                                                                              \
	do {                                                                                                           \
		if (!(what)) {                                                                                         \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);                                     \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

static inline unsigned
splice_count(const struct xml_node *node)
{
	unsigned n = 1;

	for (const struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL))
		n += splice_count(child);
	return (n);
}

/* The n-th element in the order they begin; *n is counted down. */
static inline struct xml_node *
splice_nth(struct xml_node *node, unsigned *n)
{
	struct xml_node *found = NULL;

	if ((*n)-- == 0)
		return (node);
	for (struct xml_node *child = xml_child(node, NULL); found == NULL && child != NULL;
	     child = xml_next(child, NULL))
		found = splice_nth(child, n);
	return (found);
}

static inline struct xml_node *
splice_at(struct xml_doc *doc, unsigned place)
{
	return (splice_nth(doc->root, &place));
}

/* Everything between the changes stands as it did, in order. */
static inline void
splice_untouched(const struct splices *splices, const char *out, size_t len)
{
	size_t low = splices->doc->source_len, high = 0, tail;

	if (splices->n == 0) {
		SPLICE_MUST(len == splices->doc->source_len && memcmp(out, splices->doc->source, len) == 0);
		return;
	}
	for (size_t i = 0; i < splices->n; i++) {
		low = splices->list[i].start < low ? splices->list[i].start : low;
		high = splices->list[i].end > high ? splices->list[i].end : high;
	}
	tail = splices->doc->source_len - high;
	SPLICE_MUST(len >= low + tail);
	SPLICE_MUST(memcmp(out, splices->doc->source, low) == 0);
	SPLICE_MUST(memcmp(out + len - tail, splices->doc->source + high, tail) == 0);
}

static inline struct xml_doc *
splice_again(struct arena *arena, const struct splices *splices, char **out, size_t *len)
{
	struct xml_error error = { 0 };
	struct xml_doc *doc = NULL;

	*out = splices_apply(len, splices);
	splice_untouched(splices, *out, *len);
	if (xml_read(&doc, &error, arena, splices->doc->ns, "changed", *out, *len) != OK) {
		fprintf(stderr, "%s\n--- before\n%s\n--- after\n%s\n", error.message, splices->doc->source, *out);
		abort();
	}
	return (doc);
}

static const char *const splice_words[] = { "", "Tre & fire", "a < b \"x\" 'y'", "blåbær\n\nog fløte", "]]>",
	"  rom  " };

#define SPLICE_WORD(from) splice_words[splice_choose(from, sizeof(splice_words) / sizeof(splice_words[0]))]

/* One change, chosen at random; the new document has it and nothing else. */
static inline struct xml_doc *
splice_step(struct arena *arena, struct xml_doc *doc, struct splice_choices *from)
{
	struct splices splices = splices_new(arena, doc);
	unsigned n = splice_count(doc->root), kind = splice_choose(from, 7);
	unsigned place = (splice_choose(from, 256) * 256 + splice_choose(from, 256)) % n;
	struct xml_node *node = splice_at(doc, place), *next = xml_next(node, NULL);
	struct splice_element *made = splice_element_new(arena, NULL, "new");
	const char *word = SPLICE_WORD(from), *name = splice_choose(from, 2) == 0 ? "id" : "name";
	char *out, *expected = scheme_text_normal(arena, word);
	struct xml_doc *after;
	size_t len;

	switch (kind) {
	case 0:
		splice_attribute(&splices, node, name, word);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splice_count(after->root) == n);
		SPLICE_MUST(strcmp(xml_attribute(splice_at(after, place), name), word) == 0);
		break;
	case 1:
		splice_attribute(&splices, node, name, NULL);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splice_count(after->root) == n);
		SPLICE_MUST(xml_attribute(splice_at(after, place), name) == NULL);
		break;
	case 2:
		splice_text(&splices, node, word);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splices.n == 0 || splice_count(after->root) == n - splice_count(node) + 1);
		SPLICE_MUST(
		    strcmp(scheme_text_normal(arena, xml_content(arena, splice_at(after, place))), expected) == 0);
		break;
	case 3:
		splice_element_attribute(arena, made, "a", word);
		splice_element_new(arena, made, "nb")->text = word;
		splice_insert(&splices, node, splice_choose(from, 2) == 0 ? NULL : xml_child(node, NULL), made);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splice_count(after->root) == n + 2);
		SPLICE_MUST(strstr(out, "<new a=\"") != NULL);
		break;
	case 4:
		if (node != doc->root)
			splice_remove(&splices, node);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splice_count(after->root) == (node == doc->root ? n : n - splice_count(node)));
		break;
	case 5:
		if (next != NULL)
			splice_swap(&splices, node, next);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splice_count(after->root) == n && len == doc->source_len);
		break;
	default:
		if (node != doc->root && node->parent->parent != NULL)
			splice_move(&splices, node, node->parent->parent, node->parent);
		after = splice_again(arena, &splices, &out, &len);
		SPLICE_MUST(splice_count(after->root) == n);
	}
	return (after);
}

#endif
