/* reference_db.h — municipalities, units, bodies and figures, written to the database from conf/. */
#ifndef DB_REFERENCE_DB_H
#define DB_REFERENCE_DB_H

#include "core/ctx.h"

struct municipality {
	const char *code; /* four digits */
	const char *name;
	struct date valid_from, valid_to; /* valid_to: none while in force */
	bool in_county;
	int64_t inhabitants; /* 0 when unknown */
	struct date inhabitants_on;
	int across, down; /* its square on the map, from 0; -1 when it is on no map */
};

/* A figure of a municipality or an organisation that schemes reckon with. */
struct figure_row {
	const char *name, *key;
	int year;
	const char *value; /* decimal */
};

/*
 * Each adds the row or brings it up to date. Inside a transaction, as owner.
 *
 * changed: raised by one when the row was new or different
 */
enum status
reference_db_municipality(size_t *changed, struct ctx *ctx, const struct municipality *municipality) MUST_CHECK;
enum status reference_db_figure(size_t *changed, struct ctx *ctx, const struct figure_row *figure) MUST_CHECK;
enum status
reference_db_unit(size_t *changed, struct ctx *ctx, const char *code, const struct lang_text *name) MUST_CHECK;
enum status
reference_db_body(size_t *changed, struct ctx *ctx, const char *code, const struct lang_text *name) MUST_CHECK;

#endif
