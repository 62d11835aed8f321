/* municipality_flow.c — reads the county's municipalities, for a process once a minute. */
#include "flow/municipality_flow.h"

#include "db/db.h"

#define FRESH (60 * INSTANT_SECOND)

/* Every municipality there has been in the county; to is the first day it is no more. */
struct municipality {
	const char *code, *name;
	struct date from, to;
	int across, down;
};

struct municipalities {
	struct municipality *list;
	size_t n;
};

struct municipality_store {
	struct arena *arena;      /* the store itself */
	struct arena *list_arena; /* NULL when nothing has been read */
	struct municipalities all;
	instant read_at;
};

struct municipality_store *
municipality_store_new(void)
{
	struct arena *arena = arena_new(0);
	struct municipality_store *store = arena_alloc(arena, sizeof(*store));

	store->arena = arena;
	return (store);
}

void
municipality_store_free(struct municipality_store *store)
{
	if (store == NULL)
		return;
	arena_free(store->list_arena);
	arena_free(store->arena);
}

static enum status
read_all(struct municipalities *out, struct ctx *ctx, struct arena *arena)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "municipality_list", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	out->n = (size_t)rows_count(rows);
	out->list = arena_array(arena, out->n, sizeof(*out->list));
	ROWS_EACH(i, rows)
		out->list[i] = (struct municipality){ arena_strdup(arena, rows_text(rows, i, "code")),
			arena_strdup(arena, rows_text(rows, i, "name")), rows_day(rows, i, "valid_from"),
			rows_day(rows, i, "valid_to"), (int)rows_int(rows, i, "across"),
			(int)rows_int(rows, i, "down") };
	return (db_commit(ctx));
}

static enum status
refresh(struct municipality_store *store, struct ctx *ctx)
{
	struct municipalities all;
	struct arena *arena = arena_new(0);
	enum status st;

	if ((st = read_all(&all, ctx, arena)) != OK) {
		arena_free(arena);
		return (st);
	}
	arena_free(store->list_arena);
	store->list_arena = arena;
	store->all = all;
	store->read_at = instant_now();
	return (OK);
}

static enum status
all_of(struct municipalities *out, struct ctx *ctx)
{
	struct municipality_store *store = ctx->municipalities;
	enum status st;

	if (store == NULL)
		return (read_all(out, ctx, ctx->arena));
	if ((store->list_arena == NULL || instant_now() - store->read_at > FRESH) && (st = refresh(store, ctx)) != OK)
		return (st);
	*out = store->all;
	return (OK);
}

static bool
is_there(const struct municipality *municipality, struct date day)
{
	return (date_cmp(municipality->from, day) <= 0 &&
		(date_none(municipality->to) || date_cmp(day, municipality->to) < 0));
}

enum status
municipality_list(struct municipality_row **out, size_t *n, struct ctx *ctx, struct date day)
{
	struct municipalities all;
	struct municipality_row *rows;
	enum status st;

	if ((st = all_of(&all, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, all.n, sizeof(*rows));
	*n = 0;
	/* Copied: the store may read anew while the request is still at work. */
	for (size_t i = 0; i < all.n; i++)
		if (is_there(&all.list[i], day))
			rows[(*n)++] = (struct municipality_row){ arena_strdup(ctx->arena, all.list[i].code),
				arena_strdup(ctx->arena, all.list[i].name), all.list[i].across, all.list[i].down };
	*out = rows;
	return (OK);
}
