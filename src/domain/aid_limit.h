/* aid_limit.h — the law's limits on support to undertakings, each from the day it holds (R28). */
#ifndef DOMAIN_AID_LIMIT_H
#define DOMAIN_AID_LIMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/date.h"
#include "core/lang.h"
#include "core/money.h"

struct aid_limit {
	const char *basis;     /* as schemes name it: "de-minimis", "gber-31" */
	struct date from, to;  /* the first and last day it holds; to none: still */
	money sum;             /* ore < 0: the law has none */
	const char *source;    /* "(EU) 2023/2831 art. 3(2)" */
	struct lang_text text; /* what it means, with {sum} in it; empty without a sum */
};

struct aid_limits {
	struct aid_limit *list;
	size_t n;
};

/* The one of the basis that holds that day, the newest when the day is none; NULL when there is none. */
const struct aid_limit *aid_limit_at(const struct aid_limits *limits, const char *basis, struct date day);

/* Whether any, of any day, has that basis. */
bool aid_basis_known(const struct aid_limits *limits, const char *basis);

/* "Et foretak kan få høyst 3 400 000 kr i bagatellmessig støtte i løpet av tre år." */
const char *aid_limit_text(struct arena *arena, const struct aid_limit *limit, money sum, enum lang lang);

/* What this process reads: set once, before any rule is run; NULL for none. Read-only from then on. */
void aid_limits_use(const struct aid_limits *limits);
const struct aid_limits *aid_limits_used(void);

#endif
