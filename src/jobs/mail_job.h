/* mail_job.h — empties the outbox. */
#ifndef JOBS_MAIL_JOB_H
#define JOBS_MAIL_JOB_H

#include "core/ctx.h"
#include "outside/smtp.h"

/*
 * Sends what is due, one letter after the other, until nothing is or the server does not answer. Any number of runners
 * may do so at once: each letter is lent to one of them. A letter is sent twice only when the runner dies between the
 * server's word and the row.
 *
 * sent:    how many letters the server took
 * returns: OK, also when letters failed (they are tried again later, or given up and logged); ERR_UNAVAILABLE, ERR_DB
 */
enum status mail_job_run(int *sent, struct ctx *ctx, const struct smtp_server *server) MUST_CHECK;

#endif
