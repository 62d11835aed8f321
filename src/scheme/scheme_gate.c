/* scheme_gate.c — a document through libxml2's RELAX NG. */
#include "scheme/scheme_gate.h"

#include "scheme/scheme_messages.h"

enum status
scheme_gate_check(struct scheme_messages *messages, struct arena *arena, const struct xml_schema *gate,
    const struct vocabulary *vocabulary, const char *name, const char *xml, size_t len)
{
	struct xml_error error;
	struct xml_doc *doc;
	enum status st;

	messages->name = arena_strdup(messages->arena, name);
	if ((st = xml_read(&doc, &error, arena, vocabulary->ns, name, xml, len)) == OK)
		st = xml_relaxng_check(&error, arena, gate, doc);
	if (st != OK)
		COMPLAIN(messages, error.line, COMPLAINT_RNG, error.message, vocabulary->rng);
	return (st);
}
