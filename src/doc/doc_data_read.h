/* doc_data_read.h — reads a template's data from an XML file: for trying templates out without a case. */
#ifndef DOC_DOC_DATA_READ_H
#define DOC_DOC_DATA_READ_H

#include "doc/doc_data.h"
#include "xml/xml_read.h"

/*
 * <data><text name="a">words</text><flag name="b">yes</flag><number name="c" value="12.5">12,5</number>
 * <list name="d"><row><text name="e">...</text></row></list></data>
 *
 * out:     arena; untouched unless OK
 * error:   filled in unless OK
 * returns: OK; ERR_IO when the file cannot be read; ERR_INVALID
 */
enum status
doc_data_read(struct doc_data **out, struct xml_error *error, struct arena *arena, const char *path) MUST_CHECK;

#endif
