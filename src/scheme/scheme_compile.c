/* scheme_compile.c — the road from a scheme's bytes to its compiled form, stopping where messages make more pointless.
 */
#include "scheme/scheme_compile.h"

#include <string.h>

#include "core/crypto.h"
#include "core/text.h"
#include "scheme/scheme_canonical.h"
#include "scheme/scheme_check.h"
#include "scheme/vocabulary.h"

/* What is read is gone when the scheme is compiled; if the caller's arena unwinds meanwhile, it is freed with that. */
struct scratch {
	struct arena *arena;
};

static void
scratch_free(void *object)
{
	struct scratch *scratch = object;

	arena_free(scratch->arena);
	scratch->arena = NULL;
}

static struct scratch *
scratch_new(struct arena *owner)
{
	struct scratch *scratch = arena_alloc(owner, sizeof(*scratch));

	arena_defer(owner, scratch_free, scratch);
	scratch->arena = arena_new(0);
	return (scratch);
}

/* Text in NFC, so that the same words give the same hash; what would change otherwise is left for the reader to refuse.
 */
static void
clean(const char **xml, size_t *len, struct arena *arena)
{
	const char *cleaned;
	size_t removed = 0;

	if (text_clean(&cleaned, &removed, arena, *xml, *len) == OK && removed == 0) {
		*xml = cleaned;
		*len = strlen(cleaned);
	}
}

static enum status
read_document(
    struct xml_doc **doc, struct scheme_messages *messages, struct arena *scratch, const char *xml, size_t len)
{
	struct xml_error error;
	enum status st;

	if (len > SCHEME_MAX_BYTES) {
		COMPLAIN(messages, 0, COMPLAINT_TOO_LARGE, arena_printf(scratch, "%d", SCHEME_MAX_BYTES / 1024));
		return (ERR_TOO_LARGE);
	}
	clean(&xml, &len, scratch);
	if ((st = xml_read(doc, &error, scratch, SCHEME_NS, messages->name, xml, len)) != OK) {
		COMPLAIN(messages, error.line, COMPLAINT_XML, error.message);
		return (st);
	}
	return (vocabulary_check(messages, *doc) ? OK : ERR_INVALID);
}

/* Names first: expressions that use a name twice given, or a fact without its field, would only repeat the mistake. */
static enum status
compile_document(struct scheme_reader *r)
{
	size_t before = r->messages->n;

	scheme_read_outline(r);
	scheme_read_form(r);
	scheme_check_names(r);
	if (r->messages->n > before)
		return (ERR_INVALID);
	r->scope = scheme_scope(r->arena, r->scheme);
	scheme_read_expressions(r);
	scheme_read_form_expressions(r);
	scheme_check_parts(r);
	scheme_check_amount(r);
	scheme_check_form(r);
	scheme_check_tests(r);
	return (r->messages->n > before ? ERR_INVALID : OK);
}

enum status
scheme_compile(const struct scheme **out, struct scheme_messages *messages, struct arena *arena, const char *name,
    const char *xml, size_t len)
{
	struct scratch *scratch = scratch_new(arena);
	struct scheme *scheme = arena_alloc(arena, sizeof(*scheme));
	struct xml_doc *doc;
	enum status st;

	messages->name = arena_strdup(messages->arena, name);
	if ((st = read_document(&doc, messages, scratch->arena, xml, len)) == OK) {
		struct scheme_reader r = { .arena = arena,
			.scratch = scratch->arena,
			.messages = messages,
			.scheme = scheme,
			.root = doc->root };

		st = compile_document(&r);
	}
	if (st == OK) {
		const char *canonical = scheme_canonical_text(scratch->arena, scratch->arena, doc);

		scheme->version_hash = crypto_sha256(arena, canonical, strlen(canonical));
		*out = scheme;
	}
	scheme_messages_sort(messages);
	scratch_free(scratch);
	return (st);
}

enum status
scheme_canonical(
    char **out, struct scheme_messages *messages, struct arena *arena, const char *name, const char *xml, size_t len)
{
	struct scratch *scratch = scratch_new(arena);
	struct xml_doc *doc;
	enum status st;

	messages->name = arena_strdup(messages->arena, name);
	if ((st = read_document(&doc, messages, scratch->arena, xml, len)) == OK)
		*out = scheme_canonical_text(arena, scratch->arena, doc);
	scheme_messages_sort(messages);
	scratch_free(scratch);
	return (st);
}
