/* before_lock_flow.c — registering opinions and advice. */
#include "flow/before_lock_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "flow/county.h"
#include "flow/recommendation_parts.h"

#define TEXT_MAX 20000 /* code points, as the tables allow */

const char *const opinion_stances[] = { "for", "partly", "against", "none", NULL };

const char *
opinion_stance_text(const char *stance, enum lang lang)
{
	static const char *const texts[] = { T("Støtter søknaden"), T("Støtter deler av søknaden"),
		T("Støtter ikke søknaden"), T("Tar ikke stilling") };

	for (size_t i = 0; opinion_stances[i] != NULL; i++)
		if (strcmp(opinion_stances[i], stance) == 0)
			return (tr(lang, texts[i]));
	return ("");
}

enum status
opinion_list(struct municipality_opinion **out, size_t *n, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "municipality_opinion_list", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct municipality_opinion){ .application_id = application_id,
			.municipality_code = rows_text(rows, i, "municipality_code"),
			.municipality = rows_text(rows, i, "municipality"),
			.given_on = rows_day(rows, i, "given_on"),
			.stance = rows_text(rows, i, "stance"),
			.rank = (int)rows_int(rows, i, "rank"),
			.opinion = rows_text(rows, i, "opinion"),
			.registered_by = rows_text(rows, i, "registered_by"),
			.registered_at = rows_instant(rows, i, "registered_at") };
	return (db_commit(ctx));
}

enum status
advice_get(struct list_advice **out, size_t *n, struct ctx *ctx, int64_t list_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "list_advice_list", PARAMS(INT(list_id)))) != OK)
		return (st);
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct list_advice){ .body = rows_text(rows, i, "body"),
			.given_on = rows_day(rows, i, "given_on"),
			.advice = rows_text(rows, i, "advice"),
			.registered_by = rows_text(rows, i, "registered_by"),
			.registered_at = rows_instant(rows, i, "registered_at") };
	return (OK);
}

enum status
advice_list(struct list_advice **out, size_t *n, struct ctx *ctx, int64_t list_id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = advice_get(out, n, ctx, list_id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- registering -------------------------------------------------------------------------------------------------- */

static void
check_day_and_words(struct messages *messages, const struct ctx *ctx, struct date day, const char *words)
{
	enum lang lang = ctx->lang;

	if (date_none(day))
		messages_add(messages, MESSAGE_ERROR, "", "given_on",
		    tr(lang, "Skriv datoen som dag, måned og år, for eksempel 15.01.2027."));
	else if (date_cmp(day, instant_day(ctx->now)) > 0)
		messages_add(messages, MESSAGE_ERROR, "", "given_on",
		    tr(lang, "Datoen er ikke kommet ennå. Skriv dagen uttalelsen er fra."));
	if (text_blank(words))
		messages_add(messages, MESSAGE_ERROR, "", "words", tr(lang, "Skriv hva som står i uttalelsen."));
	else if (text_length(words) > TEXT_MAX)
		messages_add(messages, MESSAGE_ERROR, "", "words",
		    tr(lang, "Teksten er for lang. Kort den ned til 20 000 tegn."));
}

static bool
known_stance(const char *stance)
{
	for (size_t i = 0; opinion_stances[i] != NULL; i++)
		if (strcmp(opinion_stances[i], stance) == 0)
			return (true);
	return (false);
}

static void
check_opinion(struct messages *messages, const struct ctx *ctx, const struct municipality_opinion *opinion)
{
	if (*opinion->municipality_code == '\0')
		messages_add(
		    messages, MESSAGE_ERROR, "", "municipality", tr(ctx->lang, "Velg kommunen som har uttalt seg."));
	if (!known_stance(opinion->stance))
		messages_add(messages, MESSAGE_ERROR, "", "stance", tr(ctx->lang, "Velg hva kommunen mener."));
	if (opinion->rank < 0 || opinion->rank > 999)
		messages_add(messages, MESSAGE_ERROR, "", "rank",
		    tr(ctx->lang, "Skriv plassen som et tall fra 1 til 999, eller la feltet stå tomt."));
	check_day_and_words(messages, ctx, opinion->given_on, opinion->opinion);
}

/* Row-level security lets only a declared officer write here. */
static enum status
refused(struct ctx *ctx, enum status st)
{
	if (strcmp(db_last_code(ctx), "42501") == 0)
		st = ERR_FORBIDDEN;
	return (db_rollback(ctx, st));
}

enum status
opinion_register(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct municipality_opinion *opinion)
{
	const char *names[] = { "municipality", "stance" }, *values[] = { opinion->municipality_code, opinion->stance };
	enum status st;

	*messages = messages_new(ctx->arena);
	check_opinion(messages, ctx, opinion);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_exec(ctx, "municipality_opinion_put",
		 PARAMS(INT(application->id), TEXT(opinion->municipality_code), DAY(opinion->given_on),
		     TEXT(opinion->stance), ID(opinion->rank), TEXT(opinion->opinion), INSTANT(ctx->now)))) != OK ||
	    (st = event_db_add(NULL, ctx, application->id, "municipality_opinion", names, values, 2)) != OK)
		return (refused(ctx, st));
	return (db_commit(ctx));
}

enum status
advice_register(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct list_advice *advice)
{
	enum status st;

	*messages = messages_new(ctx->arena);
	if (ctx->county == NULL || county_body(ctx->county, advice->body) == NULL)
		messages_add(messages, MESSAGE_ERROR, "", "body", tr(ctx->lang, "Velg hvem som har gitt råd."));
	check_day_and_words(messages, ctx, advice->given_on, advice->advice);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if (list->locked || list->id == 0)
		return (ERR_CONFLICT);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_change(ctx, "list_advice_put",
		 PARAMS(INT(list->id), TEXT(advice->body), DAY(advice->given_on), TEXT(advice->advice),
		     INSTANT(ctx->now)))) != OK)
		return (refused(ctx, st));
	return (db_commit(ctx));
}
