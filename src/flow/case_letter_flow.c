/* case_letter_flow.c — putting together, sending and reading letters on defects and provisional replies. */
#include "flow/case_letter_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "doc/doc_data.h"
#include "domain/case_letter.h"
#include "domain/deadline.h"
#include "domain/eligibility.h"
#include "domain/later_files.h"
#include "domain/letter_parts.h"
#include "flow/county.h"
#include "flow/formal_check_flow.h"
#include "flow/letter_document.h"

#define USUAL_DAYS 14 /* what an association needs to find a paper and have it signed */

/* "defect", "provisional": as in the database. */
static const char *
case_letter_code(enum letter_kind kind)
{
	return (kind == LETTER_DEFECT ? "defect" : "provisional");
}

const char *
case_letter_name(enum letter_kind kind, enum lang lang)
{
	return (kind == LETTER_DEFECT ? tr(lang, "Mangelbrev") : tr(lang, "Foreløpig svar"));
}

void
case_letter_points(struct case_letter_asked *out, struct arena *arena, const char *lines)
{
	size_t most;
	char **split = text_split(arena, lines, '\n', &most);

	out->lacking = arena_array(arena, most, sizeof(*out->lacking));
	out->n_lacking = 0;
	for (size_t i = 0; i < most; i++)
		if (!text_blank(split[i]))
			out->lacking[out->n_lacking++] = text_trim(arena, split[i]);
}

/* --- what to begin with ------------------------------------------------------------------------------------------- */

/* The points found so far, each once. */
struct points {
	const char **list;
	size_t n;
};

static void
add_point(struct points *points, const char *text)
{
	for (size_t i = 0; i < points->n; i++)
		if (strcmp(points->list[i], text) == 0)
			return;
	if (!text_blank(text))
		points->list[points->n++] = text;
}

/* Whether an officer has found the rule met whatever the machine said. */
static bool
is_passed(const struct formal_check *check, const char *rule_id)
{
	for (size_t i = 0; i < check->n_items; i++)
		if (strcmp(check->items[i].rule_id, rule_id) == 0)
			return (check->items[i].passed);
	return (false);
}

static void
add_rules(struct points *points, const struct eligibility *eligibility, const struct formal_check *check)
{
	for (size_t i = 0; i < eligibility->n; i++) {
		const struct rule_result *rule = &eligibility->rules[i];

		if (rule->verdict == RULE_FAILED && !is_passed(check, rule->id))
			add_point(points, rule->reason);
	}
	for (size_t i = 0; i < check->n_items; i++)
		if (!check->items[i].passed)
			add_point(points, check->items[i].note);
}

static void
add_files(struct points *points, const struct later_file *list, size_t n, enum lang lang)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].required && list[i].n_files == 0)
			add_point(points, lang_pick(&list[i].field->label, lang));
}

static enum status
find_lacking(struct points *out, struct ctx *ctx, const struct application *application)
{
	struct application_facts facts;
	struct application_file *files;
	struct eligibility eligibility;
	struct formal_check check;
	struct later_file *later;
	struct answers *answers;
	struct rule_view view;
	enum status st;
	size_t n, n_later;

	if ((st = application_files(&files, &n, ctx, application->id)) != OK ||
	    (st = application_contents(&answers, &facts, ctx, application, files, n)) != OK ||
	    (st = formal_check_of(&check, ctx, application->id)) != OK)
		return (st);
	rule_view_init(&view, ctx->arena, application->scheme, answers, &facts);
	eligibility_of(&eligibility, &view, application->lang);
	n_later = later_files(&later, ctx->arena, application->scheme, answers, &facts, instant_day(ctx->now));
	out->list = arena_array(ctx->arena, eligibility.n + check.n_items + n_later, sizeof(*out->list));
	add_rules(out, &eligibility, &check);
	add_files(out, later, n_later, application->lang);
	return (OK);
}

/* The first working day from that day on. */
static struct date
working_day(struct date day)
{
	/* 1970-01-01 was a Thursday. */
	while (is_holiday(day) || (date_days(day) + 3) % 7 >= 5)
		day = date_add_days(day, 1);
	return (day);
}

enum status
case_letter_suggest(struct case_letter_asked *out, struct ctx *ctx, int64_t application_id, enum letter_kind kind)
{
	struct date today = instant_day(ctx->now);
	struct application application;
	struct points points = { 0 };
	enum status st;

	*out = (struct case_letter_asked){ .words = "" };
	if ((st = application_load(&application, ctx, application_id)) != OK)
		return (st);
	if (kind == LETTER_DEFECT) {
		if ((st = find_lacking(&points, ctx, &application)) != OK)
			return (st);
		out->lacking = points.list;
		out->n_lacking = points.n;
		out->day = working_day(date_add_days(today, USUAL_DAYS));
		return (OK);
	}
	/* A day that has passed is no promise. */
	out->day = call_answer_by(&application.call, application.submitted_at);
	if (date_none(out->day) || date_cmp(out->day, today) <= 0)
		out->day = working_day(date_add_months(today, 1));
	return (OK);
}

/* --- putting together --------------------------------------------------------------------------------------------- */

bool
case_letter_open(const struct application *application)
{
	static const char *const states[] = { "submitted", "formal_check", "assessing", "assessed", "recommended",
		"decided" };

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (strcmp(application->state, states[i]) == 0)
			return (true);
	return (false);
}

static void
data_fill(struct case_letter *letter, struct ctx *ctx, const struct letter_texts *texts)
{
	const struct case_letter_asked *asked = &letter->asked;

	letter->data = doc_data_new(ctx->arena);
	letter_document_head(letter->data, ctx, &letter->application, letter->lang);
	doc_set_text(letter->data, letter->kind == LETTER_DEFECT ? "due" : "answer_by",
	    date_none(asked->day) ? "" : date_long(ctx->arena, asked->day, letter->lang));
	doc_set_list(letter->data, "lacking");
	for (size_t i = 0; i < asked->n_lacking; i++)
		doc_set_text(doc_add_row(letter->data, "lacking"), "text", asked->lacking[i]);
	doc_set_text(letter->data, "words", asked->words);
	letter_texts_put(letter->data, texts, letter->kind, letter->lang);
}

static void
facts_fill(
    struct case_letter_facts *out, const struct case_letter *letter, struct ctx *ctx, const struct letter_texts *texts)
{
	bool defect = letter->kind == LETTER_DEFECT;
	enum letter_block message = defect ? BLOCK_DEFECT_SEND : BLOCK_PROVISIONAL_ANSWER;
	enum letter_block after = defect ? BLOCK_DEFECT_CONSEQUENCE : BLOCK_PROVISIONAL_NEXT;
	const struct call *call = &letter->application.call;

	*out = (struct case_letter_facts){ .kind = letter->kind,
		.county = lang_pick(&ctx->county->name, letter->lang),
		.number = letter->application.number,
		.recipient = letter->application.organisation.name,
		.dated = instant_day(ctx->now),
		.content = letter->asked.n_lacking > 0 ? letter->asked.lacking[0] : "",
		.day = letter->asked.day,
		.reason = letter->asked.words,
		.contact_name = call->contact_name,
		.contact_phone = call->contact_phone,
		.contact_email = call->contact_email,
		.signature = ctx->user_name };
	out->opening = letter_text_in(
	    letter->data, texts, defect ? BLOCK_DEFECT_OPENING : BLOCK_PROVISIONAL_OPENING, letter->lang);
	out->message = letter_text_in(letter->data, texts, message, letter->lang);
	out->after = letter_text_in(letter->data, texts, after, letter->lang);
	if (text_blank(out->reason))
		out->reason = letter_text_in(letter->data, texts, BLOCK_PROVISIONAL_REASON, letter->lang);
}

static void
check(struct case_letter *letter, struct ctx *ctx, const struct letter_texts *texts)
{
	const char *names[] = { letter->application.title, letter->application.organisation.name, NULL };
	struct case_letter_facts facts;

	letter->missing = messages_new(ctx->arena);
	letter->warnings = messages_new(ctx->arena);
	facts_fill(&facts, letter, ctx, texts);
	case_letter_check(&letter->missing, &facts, ctx->lang);
	if (case_letter_day_is_short(&facts))
		messages_add(&letter->warnings, MESSAGE_WARNING, "", "day",
		    tr(ctx->lang, "Fristen er kortere enn en uke. Vær sikker på at søkeren rekker den."));
	if (letter->lang == LANG_EN)
		return;
	letter_standard_check(&letter->warnings, "words", letter->asked.words, names, letter->lang, ctx->lang);
	for (size_t i = 0; i < letter->asked.n_lacking; i++)
		letter_standard_check(
		    &letter->warnings, "content", letter->asked.lacking[i], names, letter->lang, ctx->lang);
}

enum status
case_letter_compose(struct case_letter *out, struct ctx *ctx, int64_t application_id, enum letter_kind kind,
    const struct case_letter_asked *asked, const struct letter_texts *texts, const enum lang *lang)
{
	struct letter_texts today;
	enum status st;

	*out = (struct case_letter){ .kind = kind, .asked = *asked };
	if ((st = application_load(&out->application, ctx, application_id)) != OK)
		return (st);
	if (texts == NULL) {
		if ((st = letter_texts_on(&today, ctx, instant_day(ctx->now))) != OK)
			return (st);
		texts = &today;
	}
	out->lang = lang == NULL ? out->application.lang : *lang;
	data_fill(out, ctx, texts);
	check(out, ctx, texts);
	return (OK);
}

struct letter_paper
case_letter_paper(const struct case_letter *letter)
{
	return ((struct letter_paper){ letter_template(letter->kind), letter->data, letter->lang });
}

/* --- sending ------------------------------------------------------------------------------------------------------ */

static enum status
tell_applicant(struct ctx *ctx, const struct case_letter *letter)
{
	enum lang lang = letter->lang;
	const char *subject = tr_printf(ctx->arena, lang, "Brev om søknaden %s", letter->application.number);
	const char *body =
	    letter->kind == LETTER_DEFECT
		? tr(lang, "Vi trenger noe mer fra dere for å behandle en søknad om tilskudd. Logg inn for å "
			   "lese brevet. Der står fristen.")
		: tr(lang, "Dere har fått et foreløpig svar på en søknad om tilskudd. Logg inn for å lese "
			   "brevet.");

	return (db_exec(ctx, "mail_to_organisation", PARAMS(INT(letter->application.id), TEXT(subject), TEXT(body))));
}

static enum status
freeze(int64_t *id, struct ctx *ctx, const struct case_letter *letter, const struct buf *pdf, const struct buf *html)
{
	const char *sha256 = crypto_sha256(ctx->arena, pdf->data, pdf->len), *names[] = { "letter", "day" };
	const char *values[] = { sha256, date_iso(ctx->arena, letter->asked.day) };
	const char *kind = letter->kind == LETTER_DEFECT ? "defect_letter" : "provisional_reply";
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "case_letter_add",
		 PARAMS(INT(letter->application.id), TEXT(case_letter_code(letter->kind)),
		     TEXT(lang_code(letter->lang)), DAY(letter->asked.day),
		     TEXTS(letter->asked.lacking, letter->asked.n_lacking), TEXT(letter->asked.words),
		     BYTES(pdf->data, pdf->len), TEXT(buf_text(html)), TEXT(sha256), INSTANT(ctx->now)))) != OK ||
	    (st = event_db_add(NULL, ctx, letter->application.id, kind, names, values, 2)) != OK)
		return (st);
	*id = rows_int(rows, 0, "case_letter_id");
	return (tell_applicant(ctx, letter));
}

enum status
case_letter_send(int64_t *id, struct ctx *ctx, const struct case_letter *letter)
{
	struct letter_paper paper = case_letter_paper(letter);
	struct buf pdf = buf_new(ctx->arena), html = buf_new(ctx->arena);
	enum status st;

	if (messages_have_errors(&letter->missing))
		return (ERR_INVALID);
	if (!case_letter_open(&letter->application))
		return (ERR_CONFLICT);
	if ((st = letter_paper_pdf(&pdf, NULL, ctx, &paper)) != OK ||
	    (st = letter_paper_html(&html, ctx, &paper, 1)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = freeze(id, ctx, letter, &pdf, &html)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static enum letter_kind
kind_in_row(const struct rows *rows, int i)
{
	return (strcmp(rows_text(rows, i, "kind"), "defect") == 0 ? LETTER_DEFECT : LETTER_PROVISIONAL);
}

static struct case_letter_row
letter_from_row(const struct rows *rows, int i)
{
	struct case_letter_row out = { .id = rows_int(rows, i, "case_letter_id"),
		.kind = kind_in_row(rows, i),
		.lang = LANG_NB,
		.day = rows_day(rows, i, "due_on"),
		.lacking = rows_text(rows, i, "lacking"),
		.words = rows_text(rows, i, "words"),
		.sent_by = rows_text(rows, i, "sent_by"),
		.sent_at = rows_instant(rows, i, "sent_at") };

	lang_parse(&out.lang, rows_text(rows, i, "lang"));
	return (out);
}

enum status
case_letter_list(struct case_letter_row **out, size_t *n, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "case_letter_list", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = letter_from_row(rows, i);
	return (db_commit(ctx));
}

enum status
case_paper_list(struct case_paper **out, size_t *n, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "case_paper_list", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct case_paper){ .letter_id = rows_int(rows, i, "case_letter_id"),
			.kind = kind_in_row(rows, i),
			.day = rows_day(rows, i, "day"),
			.sent_at = rows_instant(rows, i, "sent_at") };
	return (db_commit(ctx));
}

enum status
case_letter_get(struct case_letter_row *out, struct buf *html, const void **pdf, size_t *len, struct ctx *ctx,
    int64_t application_id, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "case_letter_get", PARAMS(INT(application_id), INT(id), BOOL(pdf != NULL)))) != OK)
		return (db_rollback(ctx, st));
	*out = letter_from_row(rows, 0);
	if (html != NULL)
		buf_puts(html, rows_text(rows, 0, "html"));
	if (pdf != NULL)
		*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}
