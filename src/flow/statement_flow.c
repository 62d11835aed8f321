/* statement_flow.c — statements of others: asked for, given, said no to, and reminded of. */
#include "flow/statement_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/email.h"
#include "core/text.h"
#include "db/db.h"
#include "domain/answer_text.h"
#include "domain/file_kind.h"
#include "flow/scheme_flow.h"
#include "flow/statement_mail.h"

/* What a browser gone mad, or somebody who wants to bother others, can send in a day. */
#define LINKS_A_DAY 20
#define LINKS_TO_ONE_A_DAY 3

#define REMIND_DAYS_BEFORE 5
#define REMIND_DAYS_AFTER 3

/* Between the elements of a list that comes as one text; in no answer, since answers are clean text. */
#define BETWEEN '\x1f'

static const char *
hash_of(struct ctx *ctx, const char *token)
{
	return (crypto_sha256(ctx->arena, token, strlen(token)));
}

enum status
statement_list(struct statement_request **out, size_t *n, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "statement_list", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		(*out)[i] = (struct statement_request){ .id = rows_int(rows, i, "request_id"),
			.field = rows_text(rows, i, "field"),
			.name = rows_text(rows, i, "name"),
			.email = rows_text(rows, i, "email"),
			.readable = rows_bool(rows, i, "readable"),
			.asked_at = rows_instant(rows, i, "asked_at"),
			.sent_at = rows_instant(rows, i, "sent_at"),
			.expires_at = rows_instant(rows, i, "expires_at"),
			.revoked_at = rows_instant(rows, i, "revoked_at"),
			.declined_at = rows_instant(rows, i, "declined_at"),
			.answered_at = rows_instant(rows, i, "answered_at"),
			.words_id = rows_int(rows, i, "words_id"),
			.words = rows_text(rows, i, "words") };
		lang_parse(&(*out)[i].lang, rows_text(rows, i, "lang"));
	}
	return (db_commit(ctx));
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

static void
check_asking(struct messages *messages, const struct ctx *ctx, const struct statement_asking *asking, size_t room)
{
	enum lang lang = ctx->lang;

	if (text_blank(asking->name))
		messages_add(messages, MESSAGE_ERROR, "", "name", tr(lang, "Skriv hvem dere spør."));
	else if (text_length(asking->name) > STATEMENT_NAME_MAX)
		messages_add(
		    messages, MESSAGE_ERROR, "", "name", tr(lang, "Navnet er for langt. Kort det ned til 120 tegn."));
	if (!email_sendable(text_trim(ctx->arena, asking->email)))
		messages_add(
		    messages, MESSAGE_ERROR, "", "email", tr(lang, "Skriv en e-postadresse, for eksempel navn@lag.no"));
	if (text_length(asking->message) > STATEMENT_MESSAGE_MAX)
		messages_add(messages, MESSAGE_ERROR, "", "message",
		    tr(lang, "Teksten er for lang. Kort den ned til 1000 tegn."));
	if (room == 0)
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(lang, "Dere har spurt så mange som det er plass til. Trekk tilbake en forespørsel først."));
}

/* The answers the applicant ticked, as the one who is asked reads them. */
struct shown {
	const char **names, **values;
	size_t n;
};

static struct shown
shown_answers(struct ctx *ctx, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts, const struct statement_asking *asking)
{
	struct shown shown = { .n = 0 };
	size_t most;
	char **ids = text_split(ctx->arena, asking->field->shows == NULL ? "" : asking->field->shows, ' ', &most);

	shown.names = arena_array(ctx->arena, most, sizeof(char *));
	shown.values = arena_array(ctx->arena, most, sizeof(char *));
	for (size_t i = 0; i < most; i++) {
		const struct scheme_field *field = scheme_field(scheme, ids[i]);
		const char *value;

		if (field == NULL || !text_lists(asking->show, ids[i]) ||
		    !field_relevant(scheme, field, answers, facts))
			continue;
		value = answer_text(ctx->arena, field, answers, facts, asking->lang);
		if (*value == '\0')
			continue;
		shown.names[shown.n] = lang_pick(&field->label, asking->lang);
		shown.values[shown.n++] = value;
	}
	return (shown);
}

static instant
end_of(struct date last_day)
{
	return (instant_at(date_add_days(last_day, 1), 0, 0, 0));
}

/* returns: ERR_INVALID with a message when there were too many in a day */
static enum status
send_link(struct messages *messages, struct ctx *ctx, int64_t request_id, struct statement_letter *letter,
    const char *token, const char *site_url)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "statement_link_make",
		 PARAMS(INT(request_id), TEXT(hash_of(ctx, token)), INSTANT(ctx->now), INT(LINKS_A_DAY),
		     INT(LINKS_TO_ONE_A_DAY)))) != OK)
		return (st);
	if (!rows_bool(rows, 0, "made")) {
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, "Det er sendt for mange slike e-poster det siste døgnet. Prøv igjen i morgen."));
		return (ERR_INVALID);
	}
	letter->link = arena_printf(ctx->arena, "%s/uttalelse/%s", site_url, token);
	return (statement_mail_ask(ctx, letter));
}

static struct statement_letter
letter_about(struct ctx *ctx, const struct application *application, const struct scheme_field *field, enum lang lang,
    instant expires_at)
{
	return ((struct statement_letter){ .lang = lang,
	    .asker = ctx->user_name,
	    .organisation = application->organisation.name,
	    .scheme = lang_pick(&application->scheme->title, lang),
	    .title = application->title,
	    .question = lang_pick(&field->label, lang),
	    .expires_at = expires_at });
}

/* Row-level security lets nothing come to a case that is decided. */
static enum status
refused(struct ctx *ctx, enum status st)
{
	return (db_rollback(ctx, st == ERR_FORBIDDEN ? ERR_CONFLICT : st));
}

enum status
statement_ask(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct answers *answers, const struct application_facts *facts, const struct statement_asking *asking,
    size_t room, const char *token, const char *site_url)
{
	const char *email = text_fold(ctx->arena, text_trim(ctx->arena, asking->email));
	const char *name = text_trim(ctx->arena, asking->name);
	struct shown shown = shown_answers(ctx, application->scheme, answers, facts, asking);
	instant expires_at = end_of(statement_last_day(asking->field, facts->closes_at, instant_day(ctx->now)));
	struct statement_letter letter = letter_about(ctx, application, asking->field, asking->lang, expires_at);
	struct rows *rows;
	enum status st;

	*messages = messages_new(ctx->arena);
	check_asking(messages, ctx, asking, room);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	letter.to = email;
	letter.name = name;
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "statement_ask",
		 PARAMS(INT(application->id), TEXT(asking->field->id), TEXT(name), TEXT(email),
		     TEXT(lang_code(asking->lang)), TEXT(asking->message), TEXTS(shown.names, shown.n),
		     TEXTS(shown.values, shown.n), BOOL(!asking->field->kept_from_applicant), INSTANT(ctx->now),
		     INSTANT(expires_at)))) != OK ||
	    (st = send_link(messages, ctx, rows_int(rows, 0, "request_id"), &letter, token, site_url)) != OK)
		return (refused(ctx, st));
	return (db_commit(ctx));
}

enum status
statement_send_again(struct messages *messages, struct ctx *ctx, const struct application *application,
    int64_t request_id, const char *site_url)
{
	instant due_at = application->due_at != 0 ? application->due_at : application->call.closes_at;
	const struct statement_request *request = NULL;
	const struct scheme_field *field;
	struct statement_request *list;
	struct statement_letter letter;
	instant expires_at;
	enum status st;
	size_t n;

	*messages = messages_new(ctx->arena);
	if ((st = statement_list(&list, &n, ctx, application->id)) != OK)
		return (st);
	for (size_t i = 0; i < n; i++)
		if (list[i].id == request_id)
			request = &list[i];
	field = request == NULL ? NULL : scheme_field(application->scheme, request->field);
	if (field == NULL || field->type != FIELD_THIRD_PARTY)
		return (ERR_NOT_FOUND);
	expires_at = end_of(statement_last_day(field, due_at, instant_day(ctx->now)));
	letter = letter_about(ctx, application, field, request->lang, expires_at);
	letter.to = request->email;
	letter.name = request->name;
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_change(ctx, "statement_again",
		 PARAMS(INT(application->id), INT(request_id), INSTANT(ctx->now), INSTANT(expires_at)))) != OK ||
	    (st = send_link(messages, ctx, request_id, &letter, crypto_token(ctx->arena), site_url)) != OK)
		return (refused(ctx, st));
	return (db_commit(ctx));
}

enum status
statement_revoke(struct ctx *ctx, int64_t application_id, int64_t request_id)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_change(
		 ctx, "statement_revoke", PARAMS(INT(application_id), INT(request_id), INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- the one who is asked ----------------------------------------------------------------------------------------- */

static enum status
open_link(struct statement_invitation *out, struct ctx *ctx, const char *token)
{
	const char *version_hash, *names, *values;
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "statement_open", PARAMS(TEXT(hash_of(ctx, token)), INSTANT(ctx->now)))) != OK)
		return (st);
	version_hash = rows_text(rows, 0, "version_hash");
	names = rows_text(rows, 0, "shown_names");
	values = rows_text(rows, 0, "shown_values");
	*out = (struct statement_invitation){ .name = rows_text(rows, 0, "name"),
		.asker = rows_text(rows, 0, "asker"),
		.organisation = rows_text(rows, 0, "organisation"),
		.orgnr = rows_text(rows, 0, "orgnr"),
		.title = rows_text(rows, 0, "title"),
		.message = rows_text(rows, 0, "message"),
		.readable = rows_bool(rows, 0, "readable"),
		.given = rows_bool(rows, 0, "given"),
		.declined = rows_bool(rows, 0, "declined"),
		.expires_at = rows_instant(rows, 0, "expires_at") };
	lang_parse(&out->lang, rows_text(rows, 0, "lang"));
	if (*names != '\0') {
		out->shown_names = text_split(ctx->arena, names, BETWEEN, &out->n_shown);
		out->shown_values = text_split(ctx->arena, values, BETWEEN, NULL);
	}
	if ((st = scheme_of(&out->scheme, ctx, version_hash)) != OK)
		return (st);
	out->field = scheme_field(out->scheme, rows_text(rows, 0, "field"));
	/* A draft that followed a new version of the scheme may have lost the question. */
	return (out->field == NULL || out->field->type != FIELD_THIRD_PARTY ? ERR_NOT_FOUND : OK);
}

enum status
statement_open(struct statement_invitation *out, struct ctx *ctx, const char *token)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = open_link(out, ctx, token)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* The statement as files: the words first, then what was attached. */
struct parts {
	const char *names[2], *kinds[2], *media_types[2];
	const void *bytes[2];
	size_t len[2], n;
};

static void
add_words(struct parts *parts, struct ctx *ctx, const struct statement_invitation *invitation, const char *words)
{
	if (text_blank(words))
		return;
	parts->names[0] = file_name_clean(ctx->arena,
	    tr_printf(ctx->arena, invitation->lang, "Uttalelse fra %s.txt", invitation->name), FILE_OF_WORDS);
	parts->kinds[0] = attachment_kind_code(ATTACH_DOCUMENT);
	parts->media_types[0] = FILE_OF_WORDS;
	parts->bytes[0] = words;
	parts->len[0] = strlen(words);
	parts->n = 1;
}

static void
add_file(struct parts *parts, struct messages *messages, struct ctx *ctx, const struct scheme_field *field,
    const struct statement_given *given)
{
	enum attachment_kind kind;
	const char *media_type;

	if (given->bytes == NULL)
		return;
	if (given->len == 0)
		messages_add(messages, MESSAGE_ERROR, "", "file",
		    tr(ctx->lang, "Filen er tom. Velg filen på nytt, eller velg en annen fil."));
	else if (given->len > (size_t)field->max_mb * 1024 * 1024)
		messages_add(messages, MESSAGE_ERROR, "", "file",
		    tr_printf(ctx->arena, ctx->lang,
			"Filen er for stor. Den kan være på høyst %d MB. Lagre den mindre, eller del den opp.",
			field->max_mb));
	else if (file_kind_of(&kind, &media_type, given->bytes, given->len) != OK || (field->kinds & kind) == 0)
		messages_add(messages, MESSAGE_ERROR, "", "file",
		    tr(ctx->lang,
			"Denne typen fil kan vi ikke ta imot her. Lagre den som PDF, og last den opp på nytt."));
	else {
		parts->names[parts->n] = file_name_clean(ctx->arena, given->file_name, media_type);
		parts->kinds[parts->n] = attachment_kind_code(kind);
		parts->media_types[parts->n] = media_type;
		parts->bytes[parts->n] = given->bytes;
		parts->len[parts->n++] = given->len;
	}
}

static void
check_given(struct messages *messages, const struct ctx *ctx, const struct statement_given *given)
{
	if (text_blank(given->words) && given->bytes == NULL)
		messages_add(messages, MESSAGE_ERROR, "", "words",
		    tr(ctx->lang, "Skriv uttalelsen, eller legg den ved som en fil."));
	if (text_length(given->words) > STATEMENT_WORDS_MAX)
		messages_add(messages, MESSAGE_ERROR, "", "words",
		    tr(ctx->lang, "Teksten er for lang. Kort den ned til 10 000 tegn, eller legg den ved som en fil."));
	if (!given->confirmed)
		messages_add(
		    messages, MESSAGE_ERROR, "", "confirmed", tr(ctx->lang, "Kryss av for at uttalelsen er din."));
}

/* Where the applicant finds the application again. */
static const char *
case_link(struct ctx *ctx, const struct rows *rows, const char *site_url)
{
	return (arena_printf(ctx->arena, "%s/soknader/%lld", site_url, (long long)rows_int(rows, 0, "application_id")));
}

static enum status
write_statement(struct ctx *ctx, const char *token, const struct parts *parts, const struct statement_invitation *from,
    const char *site_url)
{
	struct rows *rows;
	enum lang lang = LANG_NB;
	enum status st;

	if ((st = db_one(&rows, ctx, "statement_give",
		 PARAMS(TEXT(hash_of(ctx, token)), INSTANT(ctx->now), TEXTS(parts->names, parts->n),
		     TEXTS(parts->kinds, parts->n), TEXTS(parts->media_types, parts->n),
		     BYTES(parts->bytes[0], parts->len[0]), BYTES(parts->bytes[1], parts->len[1])))) != OK)
		return (st);
	lang_parse(&lang, rows_text(rows, 0, "lang"));
	return (statement_mail_given(ctx, rows_text(rows, 0, "email"), lang, rows_text(rows, 0, "name"), from->name,
	    rows_text(rows, 0, "title"), case_link(ctx, rows, site_url)));
}

enum status
statement_give(struct messages *messages, struct ctx *ctx, const struct statement_invitation *invitation,
    const char *token, const struct statement_given *given, const char *site_url)
{
	struct parts parts = { .n = 0 };
	enum status st;

	*messages = messages_new(ctx->arena);
	check_given(messages, ctx, given);
	add_words(&parts, ctx, invitation, given->words);
	add_file(&parts, messages, ctx, invitation->field, given);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = write_statement(ctx, token, &parts, invitation, site_url)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
statement_decline(
    struct ctx *ctx, const struct statement_invitation *invitation, const char *token, const char *site_url)
{
	struct rows *rows;
	enum lang lang = LANG_NB;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "statement_decline", PARAMS(TEXT(hash_of(ctx, token)), INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	lang_parse(&lang, rows_text(rows, 0, "lang"));
	if ((st = statement_mail_declined(ctx, rows_text(rows, 0, "email"), lang, rows_text(rows, 0, "name"),
		 invitation->name, rows_text(rows, 0, "title"), case_link(ctx, rows, site_url))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- reminding ---------------------------------------------------------------------------------------------------- */

static enum status
remind_one(struct ctx *ctx, const struct rows *rows, int i, const char *site_url)
{
	const char *token = crypto_token(ctx->arena);
	struct statement_letter letter = { .to = rows_text(rows, i, "email"),
		.name = rows_text(rows, i, "name"),
		.asker = rows_text(rows, i, "asker"),
		.organisation = rows_text(rows, i, "organisation"),
		.title = rows_text(rows, i, "title"),
		.expires_at = rows_instant(rows, i, "expires_at"),
		.link = arena_printf(ctx->arena, "%s/uttalelse/%s", site_url, token) };
	const struct scheme *scheme;
	const struct scheme_field *field;
	enum status st;

	lang_parse(&letter.lang, rows_text(rows, i, "lang"));
	if ((st = scheme_of(&scheme, ctx, rows_text(rows, i, "version_hash"))) != OK)
		return (st);
	if ((field = scheme_field(scheme, rows_text(rows, i, "field"))) == NULL)
		return (OK);
	letter.scheme = lang_pick(&scheme->title, letter.lang);
	letter.question = lang_pick(&field->label, letter.lang);
	if ((st = db_exec(ctx, "statement_link_remind",
		 PARAMS(INT(rows_int(rows, i, "request_id")), TEXT(hash_of(ctx, token)), INSTANT(ctx->now),
		     TEXT(letter.to)))) != OK)
		return (st);
	return (statement_mail_remind(ctx, &letter));
}

enum status
statement_remind(int *reminded, struct ctx *ctx, const char *site_url)
{
	struct rows *rows;
	enum status st;

	*reminded = 0;
	if ((st = db_begin(ctx)) != OK)
		return (st);
	st = db_run(
	    &rows, ctx, "statement_remind", PARAMS(INSTANT(ctx->now), INT(REMIND_DAYS_BEFORE), INT(REMIND_DAYS_AFTER)));
	for (int i = 0; st == OK && i < rows_count(rows); i++, (*reminded)++)
		st = remind_one(ctx, rows, i, site_url);
	return (st == OK ? db_commit(ctx) : db_rollback(ctx, st));
}
