/* statement_flow.h — asking somebody for a statement by e-mail, giving it through the link, and reminding. */
#ifndef FLOW_STATEMENT_FLOW_H
#define FLOW_STATEMENT_FLOW_H

#include "core/ctx.h"
#include "domain/application.h"
#include "domain/statement.h"

/* Code points. */
#define STATEMENT_NAME_MAX 120
#define STATEMENT_MESSAGE_MAX 1000
#define STATEMENT_WORDS_MAX 10000

/* Those an application's people have asked, and what has come, by question. */
enum status
statement_list(struct statement_request **out, size_t *n, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* What the applicant fills in; show lists ids of the fields to show, with spaces between. */
struct statement_asking {
	const struct scheme_field *field;
	const char *name, *email, *message, *show;
	enum lang lang;
};

/*
 * Keeps the request, with the answers that are to be shown as they are now, and sends the link.
 *
 * messages: at "name", "email", "message", or "" for what is about no field
 * room:     how many more statements there is room for
 * token:    a new one, from crypto_token(): what the link will hold
 * returns:  OK; ERR_INVALID with messages; ERR_FORBIDDEN or ERR_CONFLICT when nothing may come to the case any more
 */
enum status statement_ask(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct answers *answers, const struct application_facts *facts, const struct statement_asking *asking,
    size_t room, const char *token, const char *site_url) MUST_CHECK;

/*
 * Sends a new link for a request that waits or has run out; the one before works no more.
 * returns: OK; ERR_INVALID with a message when too many were sent in a day; ERR_CONFLICT when it has come or is revoked
 */
enum status statement_send_again(struct messages *messages, struct ctx *ctx, const struct application *application,
    int64_t request_id, const char *site_url) MUST_CHECK;

/* Takes a request back: its link works no more. returns: OK; ERR_CONFLICT when it has come or is revoked already */
enum status statement_revoke(struct ctx *ctx, int64_t application_id, int64_t request_id) MUST_CHECK;

/* What the holder of a link may see, and nothing else of the case. */
struct statement_invitation {
	const struct scheme *scheme;
	const struct scheme_field *field;
	const char *name; /* who is asked */
	enum lang lang;
	const char *asker, *organisation, *orgnr, *title, *message;
	char **shown_names, **shown_values;
	size_t n_shown;
	bool readable, given, declined;
	instant expires_at;
};

/* returns: OK; ERR_NOT_FOUND for a link that works no more, or never did */
enum status statement_open(struct statement_invitation *out, struct ctx *ctx, const char *token) MUST_CHECK;

/* What the one who was asked sends; bytes NULL without a file. */
struct statement_given {
	const char *words, *file_name;
	const void *bytes;
	size_t len;
	bool confirmed;
};

/*
 * Takes the statement, once, and tells the applicant that it has come.
 *
 * messages: at "words", "file" and "confirmed"
 * returns:  OK; ERR_INVALID with messages; ERR_NOT_FOUND when the link works no more
 */
enum status statement_give(struct messages *messages, struct ctx *ctx, const struct statement_invitation *invitation,
    const char *token, const struct statement_given *given, const char *site_url) MUST_CHECK;

/* Says no, and tells the applicant. returns: OK; ERR_NOT_FOUND when the link works no more */
enum status statement_decline(
    struct ctx *ctx, const struct statement_invitation *invitation, const char *token, const char *site_url) MUST_CHECK;

/* Reminds, once, those whose last day is near. For the job runner. */
enum status statement_remind(int *reminded, struct ctx *ctx, const char *site_url) MUST_CHECK;

#endif
