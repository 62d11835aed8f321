/* draft_change_flow.h — what a new version of a scheme means for an application that was begun under an earlier one:
 * its people are told and confirm, and no answer is lost. */
#ifndef FLOW_DRAFT_CHANGE_FLOW_H
#define FLOW_DRAFT_CHANGE_FLOW_H

#include "flow/application_flow.h"
#include "scheme/scheme_diff.h"

/* One new version the draft took over. */
struct draft_change {
	int number; /* of the publication */
	instant changed_at;
	bool needs_confirmation;
	instant confirmed_at; /* 0 before */
	const char *confirmed_by;
	struct scheme_change *list; /* what is worth telling an applicant, in ctx->lang */
	size_t n;
};

/* The newest first; none for a draft whose scheme hasn't changed. */
enum status draft_changes(struct draft_change **out, size_t *n, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* The person has seen them. returns: OK also when nothing was left to confirm; ERR_CONFLICT when it isn't a draft */
enum status draft_changes_confirm(struct ctx *ctx, const struct application *application) MUST_CHECK;

/*
 * Fills application->earlier: the answers to questions that its scheme no longer has. Of a draft they are among the
 * answers it has saved; of a sent application they stand in the frozen document.
 */
enum status earlier_answers_get(struct application *application, struct ctx *ctx) MUST_CHECK;

#endif
