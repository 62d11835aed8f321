/* scheme_request.h — what "tilskudd scheme" was asked: its words and options, read once for all its verbs. */
#ifndef CLI_SCHEME_REQUEST_H
#define CLI_SCHEME_REQUEST_H

#include "cli/command.h"
#include "core/json.h"

struct scheme_request {
	struct ctx *ctx; /* ctx->db is open for verbs that use the database */
	char **words;    /* files, or schemes by id */
	size_t n_words;
	bool json, published, canonical, history, open_calls;
	const char *by, *why, *remark, *against, *out;
	int64_t approve, refuse, withdraw, restore; /* 0: not asked for */
};

typedef int scheme_action(struct scheme_request *);

/* In the file of their names: scheme_check_command.c ... */
scheme_action scheme_check_run, scheme_test_run;
scheme_action scheme_list_run, scheme_show_run, scheme_rng_run;
scheme_action scheme_import_run;
scheme_action scheme_diff_run;
scheme_action scheme_simulate_run;
scheme_action scheme_publish_run;
scheme_action scheme_blank_run;

/* Opens ctx->db, told on standard error when that fails. Once is enough. */
bool scheme_request_database(struct scheme_request *request);

/* Writes to standard output. returns: EXIT_DONE or EXIT_FAILED */
int scheme_request_print(const struct buf *out);

/* Tells what the command line lacks, and how it is written. returns: EXIT_USAGE */
int scheme_request_misused(const char *action, const char *why);

/* Tells why on standard error. returns: EXIT_FAILED */
int scheme_request_failed(const char *action, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
