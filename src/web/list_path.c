/* list_path.c — addresses of recommendation lists. */
#include "web/list_path.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "web/page.h"

#define BATCH_DIGITS 6

/* Digits alone, not too many, and no zero in front. */
static bool
number_read(int64_t *out, const char *text, size_t len, size_t most)
{
	if (len == 0 || len > most || strspn(text, "0123456789") < len || text[0] == '0')
		return (false);
	*out = strtoll(text, NULL, 10);
	return (true);
}

enum status
list_path_read(int64_t *call_id, int *batch, struct ctx *ctx)
{
	const char *id = path_text(ctx, "id");
	size_t len = strcspn(id, "-");
	int64_t number = 0;

	if (!number_read(call_id, id, len, 18) ||
	    (id[len] == '-' && !number_read(&number, id + len + 1, strlen(id + len + 1), BATCH_DIGITS)))
		return (ERR_NOT_FOUND);
	*batch = (int)number;
	return (OK);
}

enum status
list_at_path(struct recommendation_list *out, struct ctx *ctx)
{
	int64_t call_id;
	int batch;
	enum status st;

	if ((st = list_path_read(&call_id, &batch, ctx)) != OK)
		return (st);
	return (recommendation_load(out, ctx, call_id, batch));
}

enum status
list_opened_at_path(struct recommendation_list *out, struct ctx *ctx)
{
	int64_t call_id;
	int batch;
	enum status st;

	if ((st = list_path_read(&call_id, &batch, ctx)) != OK || (st = recommendation_open(ctx, call_id)) != OK)
		return (st);
	return (recommendation_load(out, ctx, call_id, batch));
}

const char *
list_ref(struct ctx *ctx, int64_t call_id, enum call_kind kind, int batch)
{
	if (!call_kind_in_batches(kind))
		return (arena_printf(ctx->arena, "%" PRId64, call_id));
	return (arena_printf(ctx->arena, "%" PRId64 "-%d", call_id, batch));
}

const char *
list_url(struct ctx *ctx, const struct recommendation_list *list, const char *page)
{
	return (arena_printf(
	    ctx->arena, "/utlysninger/%s/%s", list_ref(ctx, list->call.id, list->call.kind, list->batch), page));
}
