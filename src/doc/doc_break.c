/* doc_break.c — ASCII by table, the rest by ranges; Norwegian quotation marks « » open and close. */
#include "doc/doc_break.h"

#include <hb.h>

static const uint8_t ascii[128] = {
	['\n'] = BREAK_LINE,
	[' '] = BREAK_SPACE,
	['!'] = BREAK_CLOSE,
	['('] = BREAK_OPEN,
	[')'] = BREAK_CLOSE,
	[','] = BREAK_CLOSE,
	['-'] = BREAK_HYPHEN,
	['.'] = BREAK_CLOSE,
	['/'] = BREAK_SLASH,
	['0'] = BREAK_DIGIT,
	['1'] = BREAK_DIGIT,
	['2'] = BREAK_DIGIT,
	['3'] = BREAK_DIGIT,
	['4'] = BREAK_DIGIT,
	['5'] = BREAK_DIGIT,
	['6'] = BREAK_DIGIT,
	['7'] = BREAK_DIGIT,
	['8'] = BREAK_DIGIT,
	['9'] = BREAK_DIGIT,
	[':'] = BREAK_CLOSE,
	[';'] = BREAK_CLOSE,
	['?'] = BREAK_CLOSE,
	['['] = BREAK_OPEN,
	[']'] = BREAK_CLOSE,
	['{'] = BREAK_OPEN,
	['}'] = BREAK_CLOSE,
};

static const struct range {
	uint32_t first, last;
	enum doc_break_class is;
} ranges[] = {
	{ 0xA0, 0xA0, BREAK_GLUE },
	{ 0xAB, 0xAB, BREAK_OPEN },
	{ 0xAD, 0xAD, BREAK_SOFT },
	{ 0xBB, 0xBB, BREAK_CLOSE },
	{ 0x660, 0x669, BREAK_DIGIT },
	{ 0x1361, 0x1368, BREAK_DASH },
	{ 0x1680, 0x1680, BREAK_SPACE },
	{ 0x2000, 0x2006, BREAK_SPACE },
	{ 0x2007, 0x2007, BREAK_GLUE },
	{ 0x2008, 0x200A, BREAK_SPACE },
	{ 0x200B, 0x200B, BREAK_ZERO },
	{ 0x2010, 0x2010, BREAK_DASH },
	{ 0x2011, 0x2011, BREAK_GLUE },
	{ 0x2012, 0x2014, BREAK_DASH },
	{ 0x2018, 0x2018, BREAK_OPEN },
	{ 0x2019, 0x2019, BREAK_LETTER },
	{ 0x201A, 0x201A, BREAK_OPEN },
	{ 0x201C, 0x201C, BREAK_OPEN },
	{ 0x201D, 0x201D, BREAK_CLOSE },
	{ 0x201E, 0x201E, BREAK_OPEN },
	{ 0x2026, 0x2026, BREAK_CLOSE },
	{ 0x2028, 0x2029, BREAK_LINE },
	{ 0x202F, 0x202F, BREAK_GLUE },
	{ 0x2039, 0x2039, BREAK_OPEN },
	{ 0x203A, 0x203A, BREAK_CLOSE },
	{ 0x205F, 0x205F, BREAK_SPACE },
	{ 0x2060, 0x2060, BREAK_GLUE },
	{ 0x2E80, 0x9FFF, BREAK_IDEOGRAPH },
	{ 0xAC00, 0xD7A3, BREAK_IDEOGRAPH },
	{ 0xFEFF, 0xFEFF, BREAK_GLUE },
	{ 0x1F300, 0x1F3FA, BREAK_IDEOGRAPH },
	{ 0x1F3FB, 0x1F3FF, BREAK_MARK },
	{ 0x1F400, 0x1FAFF, BREAK_IDEOGRAPH },
	{ 0x20000, 0x3FFFD, BREAK_IDEOGRAPH },
};

enum doc_break_class
doc_break_class(uint32_t c)
{
	hb_unicode_general_category_t category;

	if (c < 128)
		return ((enum doc_break_class)ascii[c]);
	for (unsigned i = 0; i < sizeof(ranges) / sizeof(ranges[0]) && ranges[i].first <= c; i++)
		if (c <= ranges[i].last)
			return (ranges[i].is);
	if (c < 0x300)
		return (BREAK_LETTER);
	category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
	if (category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	    category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
	    category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_FORMAT)
		return (BREAK_MARK);
	return (BREAK_LETTER);
}

enum doc_break
doc_break_between(enum doc_break_class before, enum doc_break_class after, int space_between)
{
	if (before == BREAK_LINE)
		return (BREAK_MUST);
	if (after == BREAK_SPACE || after == BREAK_LINE || after == BREAK_ZERO || after == BREAK_MARK)
		return (BREAK_NO);
	if (before == BREAK_ZERO)
		return (BREAK_MAY);
	if (after == BREAK_CLOSE || before == BREAK_OPEN)
		return (BREAK_NO);
	if (space_between)
		return (BREAK_MAY);
	if (after == BREAK_GLUE || before == BREAK_GLUE)
		return (BREAK_NO);
	if (before == BREAK_SOFT)
		return (BREAK_MAY);
	if (after == BREAK_HYPHEN || after == BREAK_DASH || after == BREAK_SLASH || after == BREAK_SOFT)
		return (BREAK_NO);
	/* "nynorsk-utgåve" may break, "2024-25" and "-5" may not. */
	if (before == BREAK_HYPHEN || before == BREAK_SLASH)
		return (after == BREAK_DIGIT ? BREAK_NO : BREAK_MAY);
	if (before == BREAK_DASH)
		return (after == BREAK_DIGIT ? BREAK_NO : BREAK_MAY);
	if (before == BREAK_IDEOGRAPH || after == BREAK_IDEOGRAPH)
		return (BREAK_MAY);
	return (BREAK_NO);
}
