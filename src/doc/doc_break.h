/* doc_break.h — where a line may end, after Unicode's UAX #14 as far as our languages need it. */
#ifndef DOC_DOC_BREAK_H
#define DOC_DOC_BREAK_H

#include <stdint.h>

/* How a character behaves at the end of a line. */
enum doc_break_class {
	BREAK_LETTER,
	BREAK_DIGIT,
	BREAK_SPACE,
	BREAK_LINE,   /* ends the line itself */
	BREAK_GLUE,   /* no-break spaces and joiners */
	BREAK_OPEN,   /* ( « “ */
	BREAK_CLOSE,  /* ) » ” . , : */
	BREAK_HYPHEN, /* - */
	BREAK_DASH,   /* – —, Ethiopic word space */
	BREAK_SLASH,
	BREAK_IDEOGRAPH,
	BREAK_ZERO, /* zero-width space: may break, shows nothing */
	BREAK_SOFT, /* soft hyphen: shows one when broken */
	BREAK_MARK, /* combining marks and other invisible characters: as what they follow */
};

enum doc_break_class doc_break_class(uint32_t code_point);

enum doc_break {
	BREAK_NO,
	BREAK_MAY,
	BREAK_MUST,
};

/*
 * Whether a line may end between two characters. space_between: the class before the spaces is given as before,
 * and spaces stand between the two.
 */
enum doc_break doc_break_between(enum doc_break_class before, enum doc_break_class after, int space_between);

#endif
