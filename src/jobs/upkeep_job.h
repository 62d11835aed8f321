/* upkeep_job.h — forgets what has no more use: ended sessions, spent keys, old login attempts, old mail. */
#ifndef JOBS_UPKEEP_JOB_H
#define JOBS_UPKEEP_JOB_H

#include "core/ctx.h"

/* Nothing is lost by running it twice or at the same time elsewhere. */
enum status upkeep_job_run(struct ctx *ctx) MUST_CHECK;

#endif
