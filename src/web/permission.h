/* permission.h — what a person may do: a name for each thing, and one table of roles. */
#ifndef WEB_PERMISSION_H
#define WEB_PERMISSION_H

#include <stdbool.h>

#include "core/ctx.h"

/*
 * The role's side only: whether the case is theirs is asked in every query's `where` and by row-level security.
 * 0 is no permission, so that a row without one opens to nobody.
 */
enum permission {
	MAY_ANYONE = 1,             /* public pages: nobody needs to be logged in */
	MAY_USE_ACCOUNT,            /* everyone who is logged in */
	MAY_WRITE_APPLICATION,      /* start, fill in, attach, delete a draft */
	MAY_SUBMIT_APPLICATION,     /* send; the right to sign for the organisation is the query's */
	MAY_READ_APPLICATION,       /* the applicant's own pages: application, receipt, letter */
	MAY_READ_ATTACHMENT,        /* applicant and those who work on the case */
	MAY_READ_CASE,              /* the unit's cases, never a draft */
	MAY_DECLARE_IMPARTIALITY,   /* before anything in a case is read */
	MAY_CHECK_FORMALLY,         /* formal check, dismissal proposed */
	MAY_ASSESS,                 /* marks and reasons */
	MAY_RECOMMEND,              /* rank, propose sums, lock the list */
	MAY_DECIDE,                 /* what is delegated to the leader */
	MAY_REGISTER_BODY_DECISION, /* what an elected body has decided */
	MAY_SEND_LETTER,
	MAY_WRITE_LETTER_TEXT,  /* the standing texts that letters are put together from */
	MAY_READ_COMMITTEE,     /* what is new for the politician's committee */
	MAY_PUBLISH_EVALUATION, /* make a year's evaluation public */
	MAY_WRITE_SCHEME, /* drafts and proposals of the unit; who approves is asked in the flow and in PostgreSQL */
	MAY_ADMINISTER,
	PERMISSION__MAX
};

bool permission_given(enum role role, enum permission permission);

#endif
