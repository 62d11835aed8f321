/* formal_check_flow.c — registering the formal check and moving the case on. */
#include "flow/formal_check_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "flow/figures_flow.h"

static void
items_from_rows(struct formal_check *out, struct ctx *ctx, const struct rows *rows)
{
	out->items = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*out->items));
	ROWS_EACH(i, rows)
		if (*rows_text(rows, i, "rule_id") != '\0')
			out->items[out->n_items++] = (struct formal_item){ rows_text(rows, i, "rule_id"),
				rows_bool(rows, i, "passed"), rows_text(rows, i, "note") };
}

static enum status
check_get(struct formal_check *out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	*out = (struct formal_check){ .reason = "", .late_accepted_because = "", .checked_by = "" };
	if ((st = db_run(&rows, ctx, "formal_check_get", PARAMS(INT(id)))) != OK || rows_count(rows) == 0)
		return (st);
	out->done = true;
	out->dismiss = strcmp(rows_text(rows, 0, "outcome"), "dismiss") == 0;
	out->reason = rows_text(rows, 0, "reason");
	out->late_accepted_because = rows_text(rows, 0, "late_accepted_because");
	out->checked_by = rows_text(rows, 0, "checked_by");
	out->checked_at = rows_instant(rows, 0, "checked_at");
	items_from_rows(out, ctx, rows);
	return (OK);
}

enum status
formal_check_of(struct formal_check *out, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = check_get(out, ctx, id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* What the registration lacks, or NULL. */
static const char *
complaint(struct ctx *ctx, const struct application *application, const struct formal_check *check)
{
	if (check->dismiss && text_blank(check->reason))
		return (tr(ctx->lang, "Skriv hvorfor søknaden bør avvises. Søkeren får lese det i brevet."));
	if (!check->dismiss && application->late && text_blank(check->late_accepted_because))
		return (tr(ctx->lang, "Søknaden kom etter fristen. Skriv hvorfor den likevel tas med, eller foreslå "
				      "avvisning."));
	return (NULL);
}

static enum status
items_put(struct ctx *ctx, int64_t id, const struct formal_check *check)
{
	enum status st = OK;

	for (size_t i = 0; st == OK && i < check->n_items; i++)
		st = db_exec(ctx, "formal_check_item_put",
		    PARAMS(INT(id), TEXT(check->items[i].rule_id), BOOL(check->items[i].passed),
			TEXT(check->items[i].note)));
	return (st);
}

/* What is shared by formula or alike is not assessed: a complete application is ready for the list. */
static const char *
next_state(const struct application *application, const struct formal_check *check)
{
	return (check->dismiss || scheme_is_computed(application->scheme) ? "assessed" : "assessing");
}

/* The application as rules read it, before anything is written. */
struct reading {
	struct answers *answers;
	struct application_facts facts;
};

static enum status
read_application(struct reading *out, struct ctx *ctx, const struct application *application)
{
	struct application_file *files;
	enum status st;
	size_t n;

	if ((st = application_files(&files, &n, ctx, application->id)) != OK)
		return (st);
	return (application_contents(&out->answers, &out->facts, ctx, application, files, n));
}

static enum status
put(struct ctx *ctx, const struct application *application, const struct formal_check *check,
    const struct reading *reading)
{
	const char *names[] = { "outcome" }, *outcome = check->dismiss ? "dismiss" : "complete";
	int64_t id = application->id;
	enum status st;

	/* A leader reads without opening the case; whoever checks it opens it. */
	if ((st = db_exec(ctx, "application_move", PARAMS(INT(id), TEXT("submitted"), TEXT("formal_check")))) != OK ||
	    (st = db_change(ctx, "application_move",
		 PARAMS(INT(id), TEXT("formal_check"), TEXT(next_state(application, check))))) != OK ||
	    (st = db_change(ctx, "formal_check_put",
		 PARAMS(INT(id), TEXT(outcome), TEXT(check->reason), TEXT(check->late_accepted_because),
		     INSTANT(ctx->now)))) != OK ||
	    (st = items_put(ctx, id, check)) != OK ||
	    (st = figures_keep(ctx, application, reading->answers, &reading->facts)) != OK)
		return (st);
	return (event_db_add(NULL, ctx, id, "formal_check", names, &outcome, 1));
}

enum status
formal_check_register(
    const char **message, struct ctx *ctx, const struct application *application, const struct formal_check *check)
{
	struct reading reading;
	enum status st;

	if ((*message = complaint(ctx, application, check)) != NULL)
		return (ERR_INVALID);
	if ((st = read_application(&reading, ctx, application)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = put(ctx, application, check, &reading)) != OK) {
		/* Row-level security lets only a declared officer write here. */
		if (strcmp(db_last_code(ctx), "42501") == 0)
			st = ERR_FORBIDDEN;
		return (db_rollback(ctx, st));
	}
	return (db_commit(ctx));
}
