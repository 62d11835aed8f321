/* money.h — sums of Norwegian kroner, exact in øre, read as people type them and shown as people read them. */
#ifndef CORE_MONEY_H
#define CORE_MONEY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

/* A struct, so that a sum cannot be added to a score or a count. */
typedef struct {
	int64_t ore;
} money;

#define MONEY_ZERO ((money){ 0 })
#define MONEY_NOK(kr) ((money){ (int64_t)(kr)*100 })

/* The largest sum we accept in a field: one thousand billion kroner, far from overflow in any total we make. */
#define MONEY_MAX MONEY_NOK(1000000000000)

/*
 * Reads a sum in whole kroner as people type it: "25000", "25 000", "25.000", "25.000,-", "25 000 kr", "kr 25 000",
 * with ordinary, no-break or narrow spaces and any dash. assets/js/kroner.js follows the same rules. "25 000,00" is
 * whole; "25 000,50" is not.
 *
 * out:     0 or more; untouched unless OK
 * returns: OK; ERR_INVALID for anything else: empty, negative, with øre, over MONEY_MAX
 */
enum status money_parse(money *out, const char *typed) MUST_CHECK;

/* "1 350 000 kr", with no-break spaces; "-5 kr" for less than nothing; øre only when there are any: "10,50 kr". */
char *money_show(struct arena *arena, money sum);

/* The same without "kr", for table cells and for putting back in a field. */
char *money_digits(struct arena *arena, money sum);

/* A count with thousands set apart by no-break spaces: "12 345". */
char *money_count(struct arena *arena, int64_t n);

money money_add(money a, money b);
money money_sub(money a, money b);
int money_cmp(money a, money b);
money money_min(money a, money b);
money money_max(money a, money b);

/*
 * numerator / denominator of sum, rounded down to whole kroner: what a share of a sum allows.
 * denominator > 0; exact for every sum up to MONEY_MAX and numerators up to 10^6.
 */
money money_share(money sum, int64_t numerator, int64_t denominator);

#endif
