/* document_read.c — reads a document in one of our languages, once its size and text are as they must be. */
#include "scheme/document_read.h"

#include <string.h>

#include "core/text.h"

void
document_scratch_free(void *object)
{
	struct document_scratch *scratch = object;

	arena_free(scratch->arena);
	scratch->arena = NULL;
}

struct document_scratch *
document_scratch_new(struct arena *owner)
{
	struct document_scratch *scratch = arena_alloc(owner, sizeof(*scratch));

	arena_defer(owner, document_scratch_free, scratch);
	scratch->arena = arena_new(0);
	return (scratch);
}

/* Text in NFC; what would change otherwise is left for the reader to refuse. */
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

/* What is refused before there is a tree, in our words. */
static enum complaint
complaint_of(const char *args[3], struct arena *arena, const struct xml_error *error, const char *ns)
{
	static const enum complaint by_fault[XML_FAULT__MAX] = {
		[XML_WRONG] = COMPLAINT_XML,
		[XML_EMPTY] = COMPLAINT_XML_EMPTY,
		[XML_ENCODING] = COMPLAINT_XML_ENCODING,
		[XML_DOCTYPE] = COMPLAINT_XML_DOCTYPE,
		[XML_ENTITY] = COMPLAINT_XML_ENTITY,
		[XML_DEPTH] = COMPLAINT_XML_DEPTH,
		[XML_ATTRIBUTES] = COMPLAINT_XML_ATTRIBUTES,
		[XML_PREFIX] = COMPLAINT_XML_PREFIX,
		[XML_NAMESPACE] = COMPLAINT_XML_NAMESPACE,
		[XML_MISMATCH] = COMPLAINT_XML_MISMATCH,
		[XML_UNCLOSED] = COMPLAINT_XML_UNCLOSED,
		[XML_AFTER_ROOT] = COMPLAINT_XML_AFTER_ROOT,
		[XML_NO_ROOT] = COMPLAINT_XML_NO_ROOT,
		[XML_TWICE] = COMPLAINT_XML_TWICE,
		[XML_UNQUOTED] = COMPLAINT_XML_UNQUOTED,
		[XML_VALUE_OPEN] = COMPLAINT_XML_VALUE_OPEN,
		[XML_LESS] = COMPLAINT_XML_LESS,
		[XML_AMPERSAND] = COMPLAINT_XML_AMPERSAND,
		[XML_REFERENCE] = COMPLAINT_XML_REFERENCE,
		[XML_CHARACTER] = COMPLAINT_XML_CHARACTER,
		[XML_COMMENT] = COMPLAINT_XML_COMMENT,
		[XML_CDATA] = COMPLAINT_XML_CDATA,
		[XML_INSTRUCTION] = COMPLAINT_XML_INSTRUCTION,
	};

	args[0] = error->about == NULL ? "" : error->about;
	args[1] = ns;
	args[2] = NULL;
	if (error->fault == XML_MISMATCH) {
		args[1] = error->other;
		args[2] = arena_printf(arena, "%d", error->other_line);
	}
	if (error->fault == XML_DEPTH)
		args[0] = arena_printf(arena, "%d", XML_MAX_DEPTH);
	if (error->fault == XML_ATTRIBUTES)
		args[1] = arena_printf(arena, "%d", XML_MAX_ATTRIBUTES);
	return (by_fault[error->fault]);
}

const char *
document_error_text(struct arena *arena, enum lang lang, const struct xml_error *error, const char *ns)
{
	const char *args[COMPLAINT_MAX_ARGS] = { NULL };
	enum complaint complaint = complaint_of(args, arena, error, ns);

	return (complaint_text(arena, lang, complaint, args));
}

static void
complain_of_xml(struct scheme_messages *messages, int line, const struct xml_error *error, const char *ns)
{
	const char *args[3];
	enum complaint complaint = complaint_of(args, messages->arena, error, ns);

	COMPLAIN(messages, line, complaint, args[0], args[1], args[2]);
}

enum status
document_read(struct xml_doc **doc, struct scheme_messages *messages, struct arena *scratch, const char *ns,
    const struct scheme_shared *document, int line_offset)
{
	const char *xml = document->xml;
	size_t len = document->len;
	struct xml_error error;
	enum status st;

	if (len > SCHEME_MAX_BYTES) {
		COMPLAIN(
		    messages, line_offset, COMPLAINT_TOO_LARGE, arena_printf(scratch, "%d", SCHEME_MAX_BYTES / 1024));
		return (ERR_TOO_LARGE);
	}
	clean(&xml, &len, scratch);
	if ((st = xml_read(doc, &error, scratch, ns, document->name, xml, len)) != OK)
		complain_of_xml(messages, error.line + line_offset, &error, ns);
	return (st);
}
