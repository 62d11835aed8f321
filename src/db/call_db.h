/* call_db.h — rows of call_told, which every query that tells of a call joins, to structs. */
#ifndef DB_CALL_DB_H
#define DB_CALL_DB_H

#include "core/ctx.h"
#include "db/rows.h"
#include "domain/call.h"

/* The columns of call_told. */
void call_from_row(struct call *out, const struct rows *rows, int i);

/* Those of the rows that are the call's, of many calls' notes. */
void call_notes_from_rows(struct call_notes *out, struct arena *arena, const struct rows *rows, int64_t call_id);

/* What a call says in words. */
enum status call_db_notes(struct call_notes *out, struct ctx *ctx, int64_t call_id) MUST_CHECK;

#endif
