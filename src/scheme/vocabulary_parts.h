/* vocabulary_parts.h — what the tables of the vocabulary are written with; for the files vocabulary*.c only. */
#ifndef SCHEME_VOCABULARY_PARTS_H
#define SCHEME_VOCABULARY_PARTS_H

#include "scheme/vocabulary.h"

#define END                                                                                                            \
	{                                                                                                              \
		NULL, VOCABULARY_WORDS, false, NULL, NULL                                                              \
	}
#define MUST true
#define MAY false

typedef const struct vocabulary_attribute attributes[];

/* The elements of the form, a part of scheme_vocabulary. */
extern const struct vocabulary form_vocabulary;
/* Sums, criteria and distribution, and the form behind them. */
extern const struct vocabulary money_vocabulary;

#endif
