/* xml_fault.c — the ways in which a document isn't well formed, told apart. */
#include "xml/xml_fault.h"

#include <string.h>

enum xml_fault
xml_fault_of(const xmlError *e)
{
	static const struct {
		int code;
		enum xml_fault fault;
	} known[] = { { XML_ERR_TAG_NAME_MISMATCH, XML_MISMATCH }, { XML_ERR_TAG_NOT_FINISHED, XML_UNCLOSED },
		{ XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_AMPERSAND }, { XML_ERR_LT_IN_ATTRIBUTE, XML_LESS },
		{ XML_ERR_ATTRIBUTE_NOT_STARTED, XML_MARKUP }, { XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_MARKUP },
		{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_MARKUP }, { XML_ERR_SPACE_REQUIRED, XML_MARKUP },
		{ XML_ERR_GT_REQUIRED, XML_MARKUP }, { XML_ERR_ATTRIBUTE_REDEFINED, XML_TWICE },
		{ XML_ERR_INVALID_CHAR, XML_CHARACTER }, { XML_ERR_COMMENT_NOT_FINISHED, XML_COMMENT },
		{ XML_ERR_HYPHEN_IN_COMMENT, XML_COMMENT }, { XML_ERR_CDATA_NOT_FINISHED, XML_COMMENT } };

	if (e->code == XML_ERR_NAME_REQUIRED)
		return (e->message != NULL && strstr(e->message, "EntityRef") != NULL ? XML_AMPERSAND : XML_LESS);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].code == e->code)
			return (known[i].fault);
	return (XML_WRONG);
}
