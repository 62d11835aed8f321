/* reference_db.c — writes municipalities, units, bodies and figures. */
#include "db/reference_db.h"

#include "db/db.h"

enum status
reference_db_municipality(size_t *changed, struct ctx *ctx, const struct municipality *m)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "municipality_put",
		 PARAMS(TEXT(m->code), TEXT(m->name), DAY(m->valid_from), DAY(m->valid_to), BOOL(m->in_county),
		     INT(m->inhabitants), DAY(m->inhabitants_on), INT(m->across), INT(m->down)))) != OK)
		return (st);
	*changed += (size_t)rows_count(rows);
	return (OK);
}

enum status
reference_db_figure(size_t *changed, struct ctx *ctx, const struct figure_row *f)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(
		 &rows, ctx, "figure_put", PARAMS(TEXT(f->name), TEXT(f->key), INT(f->year), TEXT(f->value)))) != OK)
		return (st);
	*changed += (size_t)rows_count(rows);
	return (OK);
}

static enum status
put_part(size_t *changed, struct ctx *ctx, const char *query, const char *code, const struct lang_text *name)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, query,
		 PARAMS(TEXT(code), TEXT(lang_pick(name, LANG_NB)), TEXT(lang_pick(name, LANG_NN))))) != OK)
		return (st);
	*changed += (size_t)rows_count(rows);
	return (OK);
}

enum status
reference_db_unit(size_t *changed, struct ctx *ctx, const char *code, const struct lang_text *name)
{
	return (put_part(changed, ctx, "unit_put", code, name));
}

enum status
reference_db_body(size_t *changed, struct ctx *ctx, const char *code, const struct lang_text *name)
{
	return (put_part(changed, ctx, "body_put", code, name));
}
