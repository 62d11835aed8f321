/* ctx.h — who acts, when and with what: the one argument every function of a request, a job or a command shares. */
#ifndef CORE_CTX_H
#define CORE_CTX_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/date.h"
#include "core/lang.h"

struct check_store;
struct county;
struct db;
struct doc_store;
struct municipality_store;
struct page;
struct scheme_store;

/* A user has one role; what it may do is decided in web/permission.c and, for rows, in PostgreSQL. */
enum role { ROLE_NONE, ROLE_APPLICANT, ROLE_OFFICER, ROLE_LEADER, ROLE_POLITICIAN, ROLE_ADMIN, ROLE__MAX };

/* "applicant", "officer" ...: as in the database; "none" for nobody. */
const char *role_code(enum role role);
bool role_parse(enum role *role, const char *code);

struct ctx {
	struct arena *arena;          /* lives as long as the request */
	struct db *db;                /* the process's one connection */
	struct page *page;            /* the web request; NULL in commands and jobs */
	struct scheme_store *schemes; /* compiled schemes, read-only and the process's; see flow/scheme_flow.h */
	const struct county *county;  /* who runs this installation; see flow/county.h */
	struct doc_store *docs;       /* document templates, likewise */
	const char *request_id;       /* for log lines */
	int64_t user_id;              /* 0 when nobody is logged in */
	const char *user_name;        /* "" when nobody is */
	enum role role;
	int64_t unit_id;     /* the officer's unit; 0 for others */
	enum lang lang;      /* what the person reads */
	instant received_at; /* when the request's head reached nginx: what deadlines compare */
	instant now;         /* the clock as the database tells it, or the test's */
	/* What the process has read of them, see flow/municipality_flow.h; NULL: nothing is kept. */
	struct municipality_store *municipalities;
	struct check_store
	    *checks; /* drafts of schemes as last checked, see flow/scheme_checked.h; NULL: none is kept */
};

#endif
