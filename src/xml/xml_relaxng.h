/* xml_relaxng.h — RELAX NG as the outer gate: a schema is loaded once and checks any number of documents. */
#ifndef XML_XML_RELAXNG_H
#define XML_XML_RELAXNG_H

#include "xml/xml_read.h"

struct xml_schema;

/*
 * Loads a RELAX NG schema in XML syntax from one of our own files; it may not include others.
 *
 * out:     arena; freed with it
 * error:   filled in unless OK
 * returns: OK; ERR_IO when the file cannot be read; ERR_INVALID when it is no schema
 */
enum status
xml_relaxng_load(struct xml_schema **out, struct xml_error *error, struct arena *arena, const char *path) MUST_CHECK;

/*
 * Checks a document that xml_read() accepted.
 *
 * error:   the first thing wrong, with its line; filled in unless OK; text in arena
 * returns: OK; ERR_INVALID
 */
enum status xml_relaxng_check(struct xml_error *error, struct arena *arena, const struct xml_schema *schema,
    const struct xml_doc *doc) MUST_CHECK;

#endif
