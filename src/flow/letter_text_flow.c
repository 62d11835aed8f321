/* letter_text_flow.c — reading, filling in and writing letters' standing texts. */
#include "flow/letter_text_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/db.h"
#include "doc/doc_data.h"

/* --- reading ------------------------------------------------------------------------------------------------------ */

static struct letter_text
text_from_row(const struct rows *rows, int i, enum letter_block block)
{
	return ((struct letter_text){ .id = rows_int(rows, i, "letter_text_id"),
	    .block = block,
	    .from = rows_day(rows, i, "valid_from"),
	    .until = rows_day(rows, i, "valid_until"),
	    .text = rows_lang(rows, i, "text"),
	    .why = "",
	    .written_by = "" });
}

static enum status
texts_get(struct letter_texts *out, struct ctx *ctx, struct date day)
{
	enum letter_block block;
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "letter_texts_on", PARAMS(DAY(day)))) != OK)
		return (st);
	/* A block of an earlier version of the program stays in the table and is nowhere used. */
	ROWS_EACH(i, rows)
		if (letter_block_parse(&block, rows_text(rows, i, "block")))
			out->of[block] = text_from_row(rows, i, block);
	return (OK);
}

enum status
letter_texts_on(struct letter_texts *out, struct ctx *ctx, struct date day)
{
	enum status st;

	memset(out, 0, sizeof(*out));
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = texts_get(out, ctx, day)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
letter_text_history(struct letter_text **out, size_t *n, struct ctx *ctx, enum letter_block block)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "letter_text_history", PARAMS(TEXT(letter_block_about(block)->code)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		(*out)[i] = text_from_row(rows, i, block);
		(*out)[i].why = rows_text(rows, i, "why");
		(*out)[i].written_by = rows_text(rows, i, "written_by");
		(*out)[i].written_at = rows_instant(rows, i, "written_at");
	}
	return (db_commit(ctx));
}

enum status
letter_text_states(struct letter_text_state out[BLOCK__MAX], struct ctx *ctx)
{
	enum letter_block block;
	struct rows *rows;
	enum status st;

	for (int i = 0; i < BLOCK__MAX; i++)
		out[i] = (struct letter_text_state){ .written_by = "" };
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "letter_texts_planned", PARAMS(DAY(instant_day(ctx->now))))) != OK)
		return (db_rollback(ctx, st));
	ROWS_EACH(i, rows)
		if (letter_block_parse(&block, rows_text(rows, i, "block")))
			out[block] = (struct letter_text_state){ rows_text(rows, i, "written_by"),
				rows_instant(rows, i, "written_at"), rows_day(rows, i, "planned") };
	return (db_commit(ctx));
}

/* --- filling in --------------------------------------------------------------------------------------------------- */

static const char *
value_in(const void *of, const char *key)
{
	const struct doc_value *value = doc_data_find(of, key);

	return (value == NULL || value->kind != DOC_VALUE_TEXT ? "" : value->text);
}

const char *
letter_text_in(const struct doc_data *data, const struct letter_texts *texts, enum letter_block block, enum lang lang)
{
	const struct letter_text *text = &texts->of[block];

	return (text->id == 0 ? "" : letter_text_fill(data->arena, lang_pick(&text->text, lang), value_in, data));
}

void
letter_texts_put(struct doc_data *data, const struct letter_texts *texts, enum letter_kind kind, enum lang lang)
{
	for (int i = 0; i < BLOCK__MAX; i++) {
		const struct letter_block_about *about = letter_block_about((enum letter_block)i);

		if (about->kind == kind)
			doc_set_text(data, arena_printf(data->arena, "text_%s", about->code),
			    letter_text_in(data, texts, (enum letter_block)i, lang));
	}
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static void
check_days(struct messages *out, const struct letter_text *text, struct date today, enum lang lang)
{
	if (date_none(text->from))
		messages_add(out, MESSAGE_ERROR, "", "from",
		    tr(lang, "Skriv datoen som dag, måned og år, for eksempel 15.01.2027."));
	else if (date_cmp(text->from, today) < 0)
		messages_add(out, MESSAGE_ERROR, "", "from",
		    tr(lang, "Datoen har vært. Brev som er sendt, endres ikke. Velg i dag eller en senere dag."));
	if (!date_none(text->until) && !date_none(text->from) && date_cmp(text->until, text->from) < 0)
		messages_add(out, MESSAGE_ERROR, "", "until",
		    tr(lang, "Siste dag er før første. Velg en senere dag, eller la feltet stå tomt."));
}

static void
check_words(struct messages *out, const struct letter_text *text, enum lang lang)
{
	bool english = letter_block_about(text->block)->english;

	for (enum lang written = LANG_NB; written < LANG__MAX; written++)
		if (written != LANG_EN || english)
			letter_text_check(out, text->block, lang_code(written),
			    text->text.in[written] == NULL ? "" : text->text.in[written], written, lang);
}

/*
 * What is wrong with a text as typed; paths "nb", "nn", "en", "from", "until" and "why".
 * lang: the reader's
 */
static void
letter_text_validate(struct messages *out, const struct letter_text *text, struct date today, enum lang lang)
{
	check_words(out, text, lang);
	check_days(out, text, today, lang);
	if (text_blank(text->why))
		messages_add(
		    out, MESSAGE_ERROR, "", "why", tr(lang, "Skriv hvorfor teksten endres. Det står i historikken."));
}

static enum status
text_put(struct rows **rows, struct ctx *ctx, const char *query, const struct letter_text *text)
{
	const char *en = text->text.in[LANG_EN];

	return (db_run(rows, ctx, query,
	    PARAMS(TEXT(letter_block_about(text->block)->code), DAY(text->from), DAY(text->until),
		TEXT(text->text.in[LANG_NB]), TEXT(text->text.in[LANG_NN]), TEXT(en == NULL ? "" : en), TEXT(text->why),
		INSTANT(ctx->now))));
}

enum status
letter_text_write(struct messages *messages, struct ctx *ctx, const struct letter_text *text)
{
	struct rows *rows;
	enum status st;

	*messages = messages_new(ctx->arena);
	letter_text_validate(messages, text, instant_day(ctx->now), ctx->lang);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = text_put(&rows, ctx, "letter_text_add", text)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
letter_text_import(size_t *changed, struct ctx *ctx, const struct letter_text *text)
{
	struct rows *rows;
	enum status st = text_put(&rows, ctx, "letter_text_import", text);

	if (st == OK)
		*changed += (size_t)rows_count(rows);
	return (st);
}
