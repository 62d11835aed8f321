/* doc_template.h — a checked, compiled document template: loaded once, then only read. */
#ifndef DOC_DOC_TEMPLATE_H
#define DOC_DOC_TEMPLATE_H

#include "core/lang.h"
#include "xml/xml_relaxng.h"

struct doc_template;

/*
 * Reads dir/name.xml with the parts it includes, checks it against the schema and by our own rules, and compiles it.
 *
 * out:     arena; read-only afterwards
 * error:   file, line, what is wrong and what to do; filled in unless OK
 * schema:  document.rng; NULL leaves that check out
 * returns: OK; ERR_IO when a file cannot be read; ERR_INVALID
 */
enum status doc_template_load(struct doc_template **out, struct xml_error *error, struct arena *arena,
    const struct xml_schema *schema, const char *dir, const char *name) MUST_CHECK;

/* The same from memory, for tests and the fuzzer; parts are looked for in dir. */
enum status doc_template_read(struct doc_template **out, struct xml_error *error, struct arena *arena, const char *dir,
    const char *name, const char *bytes, size_t len) MUST_CHECK;

#endif
