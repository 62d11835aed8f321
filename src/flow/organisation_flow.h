/* organisation_flow.h — applicants, as registers and the command line bring them. */
#ifndef FLOW_ORGANISATION_FLOW_H
#define FLOW_ORGANISATION_FLOW_H

#include "core/ctx.h"
#include "scheme/scheme.h"

struct organisation {
	const char *orgnr; /* nine digits */
	const char *name, *form, *address;
	enum applicant_kind kind;
	const char *municipality;   /* code, or NULL */
	const char *account_number; /* eleven digits, or NULL */
	enum lang lang;             /* nb or nn */
	bool in_voluntary_register, immigrant_organisation, demo;
};

/*
 * Adds an organisation or brings it up to date. As DB_JOBS.
 * returns: OK; ERR_INVALID when a number's check digit is wrong, or name or form is missing
 */
enum status organisation_save(int64_t *id, struct ctx *ctx, const struct organisation *organisation) MUST_CHECK;

#endif
