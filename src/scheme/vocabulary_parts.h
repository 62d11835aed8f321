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

#define APPLICANT_TYPES "voluntary municipality enterprise cooperation person"
#define YES_NO "yes no"
/* The public registers, and the national federations that keep lists of their clubs. */
#define REGISTERS "frivillighetsregisteret enhetsregisteret foretaksregisteret nif dfs nbf"

/* As enum test_verdict. */
#define TEST_VERDICTS "passed warning knock-out officer absent"

/* Parts of scheme_vocabulary: each is the one before's "more". */
extern const struct vocabulary form_vocabulary;
/* Sums, criteria and distribution, and the form behind them. */
extern const struct vocabulary money_vocabulary;
extern const struct vocabulary rules_vocabulary; /* who may apply, and what every application is held against */
extern const struct vocabulary after_vocabulary; /* who decides, and what follows */

#endif
