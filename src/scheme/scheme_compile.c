/* scheme_compile.c — the road from a scheme's bytes to its compiled form, stopping where messages make more pointless.
 */
#include "scheme/scheme_compile.h"

#include <string.h>

#include "core/crypto.h"
#include "scheme/document_read.h"
#include "scheme/scheme_canonical.h"
#include "scheme/scheme_check.h"
#include "scheme/scheme_merge.h"
#include "scheme/vocabulary.h"

struct extending {
	scheme_find_shared *find; /* NULL when nothing can be extended */
	void *user;
};

static bool
shared_id_ok(const char *id)
{
	static const struct vocabulary_attribute as_id = { .name = "extends", .type = VOCABULARY_ID };

	return (vocabulary_value_ok(&as_id, id));
}

/* Reads the shared document of that id, called for on that line. */
static enum status
read_shared(struct xml_node **out, struct scheme_messages *messages, struct arena *scratch,
    const struct extending *from, const char *id, int line)
{
	struct scheme_shared found;
	struct xml_doc *doc;
	const char *own;
	enum status st;

	if (!shared_id_ok(id)) {
		COMPLAIN(messages, line, COMPLAINT_EXTENDS_ID, id,
		    complaint_text(scratch, messages->lang, WANTED_ID, (const char *const[COMPLAINT_MAX_ARGS]){ 0 }));
		return (ERR_INVALID);
	}
	if (from->find == NULL || !from->find(&found, from->user, id)) {
		COMPLAIN(messages, line, COMPLAINT_EXTENDS, id);
		return (ERR_INVALID);
	}
	messages->shared[messages->n_shared++] = arena_strdup(messages->arena, found.name);
	line = SCHEME_SHARED_LINE * (int)messages->n_shared;
	if ((st = document_read(&doc, messages, scratch, SCHEME_NS, &found, line)) != OK)
		return (st);
	*out = doc->root;
	scheme_merge_lines(*out, line);
	own = xml_attribute(*out, "id");
	if (xml_is(*out, VOCABULARY_SHARED) && own != NULL && strcmp(own, id) == 0)
		return (OK);
	COMPLAIN(messages, xml_attribute_line(*out, "id"), COMPLAINT_SHARED_ROOT, id);
	return (ERR_INVALID);
}

/* Merges what the document extends into it, the farthest first: each says what those behind it leave unsaid. */
static enum status
extend(struct xml_doc *doc, struct scheme_messages *messages, struct arena *scratch, const struct extending *from)
{
	struct xml_node *chain[SCHEME_MAX_SHARED + 1] = { doc->root };
	const char *id;
	enum status st;
	size_t n = 0;

	while ((id = xml_attribute(chain[n], "extends")) != NULL) {
		int line = xml_attribute_line(chain[n], "extends");

		if (n == SCHEME_MAX_SHARED) {
			COMPLAIN(
			    messages, line, COMPLAINT_EXTENDS_DEEP, arena_printf(scratch, "%d", SCHEME_MAX_SHARED));
			return (ERR_INVALID);
		}
		if ((st = read_shared(&chain[++n], messages, scratch, from, id, line)) != OK)
			return (st);
	}
	for (; n > 0; n--)
		scheme_merge(messages, chain[n - 1], chain[n]);
	return (OK);
}

static enum status
read_document(struct xml_doc **doc, struct scheme_messages *messages, struct arena *scratch,
    const struct scheme_shared *document, const struct extending *from)
{
	enum status st;

	if ((st = document_read(doc, messages, scratch, SCHEME_NS, document, 0)) != OK)
		return (st);
	if (xml_is((*doc)->root, VOCABULARY_ROOT) && (st = extend(*doc, messages, scratch, from)) != OK)
		return (st);
	return (vocabulary_check(messages, &scheme_vocabulary, *doc) ? OK : ERR_INVALID);
}

/* Names first: expressions that use a name twice given, or a fact without its field, would only repeat the mistake. */
static enum status
compile_document(struct scheme_reader *r)
{
	size_t before = r->messages->n;

	scheme_merge_check(r->messages, r->root);
	scheme_read_outline(r);
	scheme_read_form(r);
	scheme_check_names(r);
	if (r->messages->n > before)
		return (ERR_INVALID);
	r->scope = scheme_scope(r->arena, r->scheme);
	scheme_read_expressions(r);
	scheme_read_form_expressions(r);
	scheme_check_parts(r);
	scheme_check_criteria(r);
	scheme_check_amount(r);
	scheme_check_sharing(r);
	scheme_check_form(r);
	scheme_check_tests(r);
	if (r->messages->n == before)
		scheme_check_reach(r);
	return (r->messages->n > before ? ERR_INVALID : OK);
}

static enum status
compile_all(const struct scheme **out, const char **merged, struct scheme_messages *messages, struct arena *arena,
    const struct scheme_shared *document, const struct extending *from)
{
	struct document_scratch *scratch = document_scratch_new(arena);
	struct scheme *scheme = arena_alloc(arena, sizeof(*scheme));
	struct xml_doc *doc;
	enum status st;

	messages->name = arena_strdup(messages->arena, document->name);
	if ((st = read_document(&doc, messages, scratch->arena, document, from)) == OK) {
		struct scheme_reader r = { .arena = arena,
			.scratch = scratch->arena,
			.messages = messages,
			.scheme = scheme,
			.root = doc->root };

		st = messages->n > 0 ? ERR_INVALID : compile_document(&r);
	}
	if (st == OK) {
		const char *canonical = scheme_canonical_text(scratch->arena, scratch->arena, doc);

		scheme->version_hash = crypto_sha256(arena, canonical, strlen(canonical));
		*out = scheme;
		if (merged != NULL)
			*merged = arena_strdup(arena, canonical);
	}
	scheme_messages_sort(messages);
	document_scratch_free(scratch);
	return (st);
}

enum status
scheme_compile(const struct scheme **out, struct scheme_messages *messages, struct arena *arena, const char *name,
    const char *xml, size_t len)
{
	return (compile_all(
	    out, NULL, messages, arena, &(struct scheme_shared){ name, xml, len }, &(struct extending){ NULL, NULL }));
}

enum status
scheme_compile_extending(const struct scheme **out, const char **merged, struct scheme_messages *messages,
    struct arena *arena, const struct scheme_shared *document, scheme_find_shared *find, void *user)
{
	return (compile_all(out, merged, messages, arena, document, &(struct extending){ find, user }));
}

enum status
scheme_canonical(
    char **out, struct scheme_messages *messages, struct arena *arena, const char *name, const char *xml, size_t len)
{
	struct document_scratch *scratch = document_scratch_new(arena);
	struct scheme_shared document = { name, xml, len };
	struct xml_doc *doc;
	enum status st;

	messages->name = arena_strdup(messages->arena, name);
	if ((st = read_document(&doc, messages, scratch->arena, &document, &(struct extending){ NULL, NULL })) == OK)
		*out = scheme_canonical_text(arena, scratch->arena, doc);
	scheme_messages_sort(messages);
	document_scratch_free(scratch);
	return (st);
}
