/* xml_fault.h — which of the usual mistakes libxml2 has met, so that others can say it in their own words. */
#ifndef XML_XML_FAULT_H
#define XML_XML_FAULT_H

#include <libxml/xmlerror.h>

#include "xml/xml_read.h"

/* Where the parser stood when it complained. */
struct xml_stand {
	const struct xml_doc *doc;
	const struct xml_node *open; /* innermost open element; NULL for none */
	size_t at;                   /* byte of the source */
};

/*
 * The mistake behind the parser's complaint, and what it is about.
 *
 * error:   fault, about, other, other_line and byte are filled in; texts in arena
 * byte:    where the mistake begins; SIZE_MAX when the parser's line is the best there is
 */
void xml_fault_find(
    struct xml_error *error, size_t *byte, struct arena *arena, const xmlError *e, const struct xml_stand *stand);

#endif
