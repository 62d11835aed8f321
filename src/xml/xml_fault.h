/* xml_fault.h — what libxml2's parser complains of, as faults of ours. */
#ifndef XML_XML_FAULT_H
#define XML_XML_FAULT_H

#include <libxml/xmlerror.h>

#include "xml/xml_read.h"

/* XML_WRONG when it is none of those we have words for. */
enum xml_fault xml_fault_of(const xmlError *e);

#endif
