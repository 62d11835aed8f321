/* application_db.h — rows of applications, drafts and files as structs; called inside a transaction. */
#ifndef DB_APPLICATION_DB_H
#define DB_APPLICATION_DB_H

#include "core/ctx.h"
#include "domain/answers.h"
#include "domain/application.h"

/* Everything here returns what db_run() and its kin return; texts live in ctx->arena. */

enum status application_db_get(struct application *out, struct ctx *ctx, int64_t id) MUST_CHECK;
enum status application_db_list(struct application_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;
enum status membership_db_list(struct membership_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;

enum status draft_db_answers(struct answers **out, struct ctx *ctx, int64_t id) MUST_CHECK;
enum status application_db_document(const char **out, struct ctx *ctx, int64_t id) MUST_CHECK;

enum status application_db_files(struct application_file **out, size_t *n, struct ctx *ctx, int64_t id) MUST_CHECK;

struct rows;
/* As the database writes it; "" is nothing yet. */
enum impartiality impartiality_read(const char *code);

/* Fills an application from a row with the columns application_get has. */
void application_from_row(struct application *out, const struct rows *rows, int i);

/* One event in the case's log; names and values are the payload. hash may be NULL. */
enum status event_db_add(const char **hash, struct ctx *ctx, int64_t application_id, const char *kind,
    const char *const *names, const char *const *values, size_t n) MUST_CHECK;

#endif
