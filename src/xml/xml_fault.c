/* xml_fault.c — which of the usual mistakes libxml2 has met, so that others can say it in their own words. */
#include "xml/xml_fault.h"

#include <stdint.h>
#include <string.h>

#define SPACE " \t\r\n"

/* Codes that mean the same to whoever mends the document. */
static const struct {
	int code;
	enum xml_fault fault;
} faults[] = {
	{ XML_ERR_TAG_NAME_MISMATCH, XML_MISMATCH },
	{ XML_ERR_TAG_NOT_FINISHED, XML_UNCLOSED },
	{ XML_ERR_LTSLASH_REQUIRED, XML_UNCLOSED },
	{ XML_ERR_DOCUMENT_END, XML_AFTER_ROOT },
	{ XML_ERR_DOCUMENT_EMPTY, XML_NO_ROOT },
	{ XML_ERR_DOCUMENT_START, XML_NO_ROOT },
	{ XML_ERR_ATTRIBUTE_REDEFINED, XML_TWICE },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, XML_UNQUOTED },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_UNQUOTED },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_VALUE_OPEN },
	{ XML_ERR_LT_IN_ATTRIBUTE, XML_VALUE_OPEN },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_AMPERSAND },
	{ XML_ERR_INVALID_CHARREF, XML_REFERENCE },
	{ XML_ERR_INVALID_HEX_CHARREF, XML_REFERENCE },
	{ XML_ERR_INVALID_DEC_CHARREF, XML_REFERENCE },
	{ XML_ERR_INVALID_CHAR, XML_CHARACTER },
	{ XML_ERR_INVALID_ENCODING, XML_ENCODING },
	{ XML_ERR_UNKNOWN_ENCODING, XML_ENCODING },
	{ XML_ERR_UNSUPPORTED_ENCODING, XML_ENCODING },
	{ XML_I18N_CONV_FAILED, XML_ENCODING },
	{ XML_ERR_COMMENT_NOT_FINISHED, XML_COMMENT },
	{ XML_ERR_HYPHEN_IN_COMMENT, XML_COMMENT },
	{ XML_ERR_CDATA_NOT_FINISHED, XML_CDATA },
	{ XML_ERR_MISPLACED_CDATA_END, XML_CDATA },
	{ XML_ERR_RESERVED_XML_NAME, XML_INSTRUCTION },
	{ XML_ERR_PI_NOT_STARTED, XML_INSTRUCTION },
	{ XML_ERR_PI_NOT_FINISHED, XML_INSTRUCTION },
	{ XML_ERR_XMLDECL_NOT_STARTED, XML_INSTRUCTION },
	{ XML_ERR_XMLDECL_NOT_FINISHED, XML_INSTRUCTION },
	{ XML_ERR_VERSION_MISSING, XML_INSTRUCTION },
	{ XML_ERR_UNKNOWN_VERSION, XML_INSTRUCTION },
	{ XML_ERR_STANDALONE_VALUE, XML_INSTRUCTION },
	{ XML_ERR_ENCODING_NAME, XML_INSTRUCTION },
	{ XML_ERR_STRING_NOT_STARTED, XML_INSTRUCTION },
	{ XML_ERR_STRING_NOT_CLOSED, XML_INSTRUCTION },
	{ XML_ERR_EQUAL_REQUIRED, XML_INSTRUCTION },
};

/* A name is missing behind "<" as well as behind "&": what stands before tells which. */
static enum xml_fault
fault_of(const xmlError *e, const struct xml_stand *stand)
{
	char before = stand->at == 0 ? '\0' : stand->doc->source[stand->at - 1];
	int code = e->code;

	if (code == XML_ERR_TAG_NAME_MISMATCH &&
	    (stand->open == NULL || e->str2 == NULL || strcmp(e->str2, "unparsable") == 0))
		return (XML_WRONG);
	if (code == XML_ERR_NAME_REQUIRED && before == '&')
		return (XML_AMPERSAND);
	if (code == XML_ERR_NAME_REQUIRED && before == '<')
		return (XML_LESS);
	/* Bytes that are no UTF-8 are told as character 0 when the document says it is UTF-8. */
	if (code == XML_ERR_INVALID_CHAR && (unsigned char)stand->doc->source[stand->at] >= 0x80 && e->int1 == 0)
		return (XML_ENCODING);
	if (code >= XML_NS_ERR_XML_NAMESPACE && code <= XML_NS_ERR_COLON)
		return (XML_PREFIX);
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		if (faults[i].code == code)
			return (faults[i].fault);
	return (XML_WRONG);
}

/* Byte of the last such words before at; SIZE_MAX when there are none. */
static size_t
last_before(const struct xml_doc *doc, size_t at, const char *words)
{
	size_t len = strlen(words);

	for (size_t i = at < len ? 0 : at - len + 1; i-- > 0;)
		if (memcmp(doc->source + i, words, len) == 0)
			return (i);
	return (SIZE_MAX);
}

/* The name of the tag that was being read: "nb", "/nb". */
static const char *
tag_name(struct arena *arena, const struct xml_stand *stand)
{
	size_t start = last_before(stand->doc, stand->at, "<");
	const char *name;

	if (start == SIZE_MAX)
		return (stand->open == NULL ? "" : stand->open->name);
	name = stand->doc->source + start + 1;
	return (arena_strndup(arena, name, strcspn(name, SPACE "<>=\"'") < 60 ? strcspn(name, SPACE "<>=\"'") : 60));
}

/* The name before the "=" that stands before byte at; "" when there is none. */
static const char *
name_before(size_t *byte, struct arena *arena, const struct xml_doc *doc, size_t at)
{
	const char *s = doc->source;
	size_t end, start;

	while (at > 0 && (strchr(SPACE, s[at - 1]) != NULL || s[at - 1] == '='))
		at--;
	for (start = end = at; start > 0 && end - start < 60 && strchr(SPACE "<>=\"'", s[start - 1]) == NULL;)
		start--;
	*byte = start;
	return (arena_strndup(arena, s + start, end - start));
}

/* The attribute whose value was being read: back to the quote that has a "=" before it. */
static const char *
open_value(size_t *byte, struct arena *arena, const struct xml_stand *stand)
{
	const char *s = stand->doc->source;

	for (size_t at = stand->at; at-- > 1;)
		if ((s[at] == '"' || s[at] == '\'') && s[at - 1] == '=')
			return (name_before(byte, arena, stand->doc, at));
	return (tag_name(arena, stand));
}

static void
fault_about(
    struct xml_error *error, size_t *byte, struct arena *arena, const xmlError *e, const struct xml_stand *stand)
{
	const char *first = e->str1 == NULL ? "" : arena_strdup(arena, e->str1);

	error->about = first;
	switch (error->fault) {
	case XML_UNQUOTED:
		if (e->code == XML_ERR_ATTRIBUTE_NOT_STARTED)
			error->about = name_before(byte, arena, stand->doc, stand->at);
		break;
	case XML_VALUE_OPEN:
		error->about = open_value(byte, arena, stand);
		break;
	case XML_CHARACTER:
		error->about = arena_printf(arena, "U+%04X", (unsigned)e->int1);
		break;
	case XML_PREFIX:
		if (e->str2 != NULL)
			error->about = arena_printf(arena, "%s:%s", first, e->str2);
		break;
	case XML_AFTER_ROOT:
		error->about = stand->doc->root == NULL ? "" : stand->doc->root->name;
		break;
	case XML_COMMENT:
		if (e->code == XML_ERR_COMMENT_NOT_FINISHED)
			*byte = last_before(stand->doc, stand->doc->source_len, "<!--");
		break;
	case XML_CDATA:
		if (e->code == XML_ERR_CDATA_NOT_FINISHED)
			*byte = last_before(stand->doc, stand->doc->source_len, "<![CDATA[");
		break;
	case XML_INSTRUCTION:
		if (e->code == XML_ERR_PI_NOT_FINISHED)
			*byte = last_before(stand->doc, stand->doc->source_len, "<?");
		break;
	case XML_WRONG:
		error->about = tag_name(arena, stand);
		break;
	default:
		break;
	}
}

void
xml_fault_find(
    struct xml_error *error, size_t *byte, struct arena *arena, const xmlError *e, const struct xml_stand *stand)
{
	*byte = SIZE_MAX;
	error->fault = fault_of(e, stand);
	fault_about(error, byte, arena, e, stand);
	if (stand->open == NULL || (error->fault != XML_MISMATCH && error->fault != XML_UNCLOSED))
		return;
	error->about = stand->open->name;
	error->other = e->str2 == NULL ? "" : arena_strdup(arena, e->str2);
	error->other_line = stand->open->line;
	if (error->fault == XML_UNCLOSED)
		*byte = stand->open->byte_start;
}
