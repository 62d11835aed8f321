/* statement.h — a statement that an applicant has asked somebody else for: where it stands, and how long it may come.
 */
#ifndef DOMAIN_STATEMENT_H
#define DOMAIN_STATEMENT_H

#include "domain/validation.h"

struct statement_request {
	int64_t id;
	const char *field, *name, *email;
	enum lang lang; /* what the one who is asked reads */
	bool readable;  /* the applicant reads what comes */
	instant asked_at, sent_at, expires_at, revoked_at, declined_at, answered_at;
	int64_t
	    words_id; /* the attachment that holds the words; 0 when there are none, or none for this person to read */
	const char *words; /* "" likewise */
};

enum statement_state { STATEMENT_WAITING, STATEMENT_EXPIRED, STATEMENT_REVOKED, STATEMENT_DECLINED, STATEMENT_GIVEN };
enum statement_state statement_state(const struct statement_request *request, instant now);

/*
 * The last day a link works that is sent today: a month, but no longer than the statement may wait; two weeks when that
 * day has passed already, since late is better than never.
 *
 * closes_at: the call's deadline; 0 when not known
 */
struct date statement_last_day(const struct scheme_field *field, instant closes_at, struct date today);

/* How many of the question's requests still may bring a statement. */
size_t statements_waiting(const struct statement_request *list, size_t n, const char *field, instant now);

#endif
